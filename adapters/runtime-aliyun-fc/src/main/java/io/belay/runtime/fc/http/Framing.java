package io.belay.runtime.fc.http;

/** Where a request's body ends (RFC 9112, 6). What could be read in two ways is not read. */
final class Framing {
    private static final String LENGTH = "content-length";
    private static final String CODING = "transfer-encoding";

    private Framing() {}

    static Body body(Head head, Input input, Output output, Limits limits) throws Refused {
        var sized = head.fields().containsKey(LENGTH);
        var pace = new Pace(input, output, limits.spans(), head.awaits());
        if (!head.fields().containsKey(CODING)) {
            var length = sized ? length(head.field(LENGTH)) : 0;
            if (length > limits.sizes().body()) {
                throw tooLong(LENGTH, limits);
            }
            return new SizedBody(pace, length);
        }
        if (sized) {
            throw new Refused(400, LENGTH, "it is said beside a transfer coding");
        }
        if (!head.line().modern()) {
            throw new Refused(400, CODING, "HTTP/1.0 has none");
        }
        if (!head.field(CODING).equalsIgnoreCase("chunked")) {
            throw new Refused(501, CODING, "chunked is the only one that is known");
        }
        return new ChunkedBody(pace, limits);
    }

    static Refused tooLong(String place, Limits limits) {
        return new Refused(413, place, "at most " + limits.sizes().body() + " bytes are taken");
    }

    private static long length(String digits) throws Refused {
        var length = 0L;
        for (var index = 0; index < digits.length(); index++) {
            var digit = digits.charAt(index) - '0';
            if (digit < 0 || digit > 9) {
                throw noNumber();
            }
            length = length * 10 + digit;
        }
        if (digits.isEmpty() || digits.length() > 18) {
            throw noNumber();
        }
        return length;
    }

    private static Refused noNumber() {
        return new Refused(400, LENGTH, "one number of at most 18 digits is meant");
    }
}
