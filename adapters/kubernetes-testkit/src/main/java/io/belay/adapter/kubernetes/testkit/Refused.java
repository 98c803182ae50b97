package io.belay.adapter.kubernetes.testkit;

/** What the server answers in place of doing it: the {@code Status} of "API Conventions", response status kind. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int code;
    private final String reason;

    Refused(int code, String reason, String message) {
        super(message);
        this.code = code;
        this.reason = reason;
    }

    static Refused invalid(String name, String why) {
        return new Refused(422, "Invalid", "Deployment.apps \"" + name + "\" is invalid: " + why);
    }

    static Refused missing(String name) {
        return new Refused(404, "NotFound", "deployments.apps \"" + name + "\" not found");
    }

    int code() {
        return code;
    }

    String reason() {
        return reason;
    }
}
