package io.belay.runtime.fc.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Set;

/**
 * Writes answers.
 *
 * @param time what tells the time that they bear
 */
record ReplyText(Output output, InstantSource time) {
    /** Up to here head and body go out in one piece. */
    private static final int SMALL = 32 * 1024;

    private static final Set<String> OURS = Set.of("date", "content-length", "connection", "transfer-encoding");

    /**
     * Writes {@code reply}.
     *
     * @param asked whether its body was asked for, which to HEAD it was not
     * @param connection what is said of the connection; empty for nothing
     */
    void write(Reply reply, boolean asked, String connection) throws IOException {
        var empty = reply.status() == 204 || reply.status() == 304;
        var body = (empty ? "" : reply.body()).getBytes(UTF_8);
        var head = head(reply, connection);
        if (body.length > 0 || (asked && !empty)) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        var bytes = head.append("\r\n").toString().getBytes(ISO_8859_1);
        if (!asked || body.length == 0) {
            output.write(bytes);
            return;
        }
        if (body.length > SMALL) {
            output.write(bytes);
            output.write(body);
            return;
        }
        var whole = Arrays.copyOf(bytes, bytes.length + body.length);
        System.arraycopy(body, 0, whole, bytes.length, body.length);
        output.write(whole);
    }

    private StringBuilder head(Reply reply, String connection) {
        var head = new StringBuilder(512).append("HTTP/1.1 ").append(reply.status());
        head.append(' ').append(reason(reply.status())).append("\r\nDate: ");
        head.append(HttpDate.of(time.instant().getEpochSecond())).append("\r\n");
        for (var header : reply.headers().entrySet()) {
            if (!OURS.contains(header.getKey())) {
                head.append(header.getKey())
                        .append(": ")
                        .append(header.getValue())
                        .append("\r\n");
            }
        }
        if (!connection.isEmpty()) {
            head.append("Connection: ").append(connection).append("\r\n");
        }
        return head;
    }

    /** What a status is called; a status without a name may go without (RFC 9112, 4). */
    private static String reason(int status) {
        return switch (status) {
            case 200 -> "OK";
            case 202 -> "Accepted";
            case 204 -> "No Content";
            case 304 -> "Not Modified";
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 406 -> "Not Acceptable";
            case 408 -> "Request Timeout";
            case 409 -> "Conflict";
            case 413 -> "Request Entity Too Large";
            case 414 -> "URI Too Long";
            case 417 -> "Expectation Failed";
            case 429 -> "Too Many Requests";
            case 431 -> "Request Header Fields Too Large";
            case 500 -> "Internal Server Error";
            case 501 -> "Not Implemented";
            case 502 -> "Bad Gateway";
            case 503 -> "Service Unavailable";
            case 505 -> "HTTP Version Not Supported";
            default -> "";
        };
    }
}
