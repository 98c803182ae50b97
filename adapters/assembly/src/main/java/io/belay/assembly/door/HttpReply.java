package io.belay.assembly.door;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What goes back over HTTP.
 *
 * @param status the status code
 * @param headers by lower-case name
 * @param body UTF-8; empty in answer to HEAD
 * @param failed whether Belay itself failed, which a verdict of FAIL is not: a platform may count and retry it
 */
public record HttpReply(int status, Map<String, String> headers, String body, boolean failed) {
    public HttpReply {
        headers = Map.copyOf(headers);
    }

    /** {@code answer} as it is. */
    public static HttpReply of(Answer answer) {
        return of(answer, answer.status(), false);
    }

    /** {@code answer} where Belay itself failed. */
    public static HttpReply failed(Answer answer) {
        return of(answer, answer.status(), true);
    }

    /** {@code answer} under another status. */
    public static HttpReply of(Answer answer, int status, boolean failed) {
        return new HttpReply(
                status,
                Map.of(
                        "content-type",
                        answer.mediaType(),
                        "cache-control",
                        "no-store",
                        "x-content-type-options",
                        "nosniff",
                        "x-request-id",
                        answer.correlation().id()),
                answer.body(),
                failed);
    }

    /** This reply with one more header, its name in lower case. */
    public HttpReply with(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new HttpReply(status, more, body, failed);
    }

    HttpReply withoutBody() {
        return new HttpReply(status, headers, "", failed);
    }
}
