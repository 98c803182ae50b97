package io.belay.runtime.fc.http;

import java.io.IOException;
import java.util.Map;

/**
 * A request without its body.
 *
 * @param fields by lower-case name
 */
record Head(RequestLine line, Map<String, String> fields) {
    private static final String EXPECT = "expect";

    /** The next one; it must be there in time from now. */
    static Head read(Input input, Limits limits) throws IOException {
        input.within(limits.spans().head().toNanos(), "head");
        var first = input.line(414, RequestLine.PLACE);
        // An empty line before a request is passed over (RFC 9112, 2.2).
        var line = RequestLine.read(first.isEmpty() ? input.line(414, RequestLine.PLACE) : first);
        var head = new Head(line, Fields.read(input, limits.sizes()));
        head.checkHost();
        head.checkExpectation();
        return head;
    }

    private void checkHost() throws Refused {
        var host = fields.get("host");
        if (host == null ? line.modern() : !Chars.host(host)) {
            throw new Refused(400, "host", "HTTP/1.1 says its host, once");
        }
    }

    private void checkExpectation() throws Refused {
        if (fields.containsKey(EXPECT) && line.modern() && !awaits()) {
            throw new Refused(417, EXPECT, "100-continue is all that is met here");
        }
    }

    /** The value of a field; empty where there is none. */
    String field(String name) {
        return fields.getOrDefault(name, "");
    }

    /** Whether its sender waits for a 100 before it sends the body. */
    boolean awaits() {
        return line.modern() && field(EXPECT).equalsIgnoreCase("100-continue");
    }

    /** Whether its sender would use the connection again. */
    boolean keeps() {
        var connection = field("connection");
        return line.modern() ? !Fields.lists(connection, "close") : Fields.lists(connection, "keep-alive");
    }
}
