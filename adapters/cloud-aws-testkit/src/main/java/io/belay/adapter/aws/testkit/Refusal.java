package io.belay.adapter.aws.testkit;

/** That AWS would not do it, in its words. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;

    Refusal(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String words() {
        return String.valueOf(getMessage());
    }
}
