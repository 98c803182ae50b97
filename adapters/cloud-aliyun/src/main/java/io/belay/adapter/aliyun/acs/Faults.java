package io.belay.adapter.aliyun.acs;

import io.belay.adapter.aliyun.http.Answer;
import io.belay.adapter.aliyun.http.Json;
import io.belay.core.Fault;
import io.belay.core.Redactor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Turns an answer that says no into a fault. An API says it by its status, or in the body of a 200 (CloudMonitor: {@code
 * Success} false and a {@code Code} other than 200); a gateway before it says it in HTML.
 */
final class Faults {
    /** More of a message than this tells a person nothing. */
    private static final int LONGEST = 300;

    private static final List<String> DENIED = List.of(
            "InvalidAccessKey",
            "Signature",
            "InvalidSecurityToken",
            "MissingSecurityToken",
            "InvalidTimeStamp",
            "Forbidden",
            "AccessDenied",
            "NoPermission");

    private static final List<String> THROTTLED = List.of("Throttling", "ResourceThrottled", "TooManyRequests");

    private Faults() {}

    /** The fault in {@code answer}; empty where it is a success. */
    static Optional<Fault> in(Answer answer, String asked, Redactor redactor) {
        var json = answer.json();
        if (json.isEmpty()) {
            return answer.successful() && answer.body().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Fault(
                            kind(answer.status(), ""), asked + ": HTTP " + answer.status() + ", and no JSON in it"));
        }
        var said = json.get();
        var code = said.text("Code").orElse("");
        if (answer.successful() && fine(said, code)) {
            return Optional.empty();
        }
        return Optional.of(
                new Fault(kind(status(answer, code), code), redactor.redact(words(answer, said, asked, code))));
    }

    private static boolean fine(Json said, String code) {
        var meant =
                code.isEmpty() || code.equals("200") || code.equalsIgnoreCase("ok") || code.equalsIgnoreCase("success");
        return meant && !said.text("Success").orElse("true").equals("false");
    }

    /** CloudMonitor writes statuses into {@code Code}, which then say more than HTTP's 200. */
    private static int status(Answer answer, String code) {
        return code.matches("[1-5]\\d\\d") ? Integer.parseInt(code) : answer.status();
    }

    private static Fault.Kind kind(int status, String code) {
        // KMS says so of a key or a secret that is not there: Forbidden.ResourceNotFound. ("Common error codes",
        // "DescribeSecret")
        if (code.startsWith("Forbidden.") && code.endsWith("NotFound")) {
            return Fault.Kind.NOT_FOUND;
        }
        // Before the status: an unknown key is a 404 of its own, and a throttle may be a 400.
        if (DENIED.stream().anyMatch(code::startsWith)) {
            return Fault.Kind.DENIED;
        }
        if (status == 429 || THROTTLED.stream().anyMatch(code::startsWith)) {
            return Fault.Kind.THROTTLED;
        }
        if (status == 404
                || code.endsWith("NotFound")
                || code.toLowerCase(Locale.ROOT).contains("notexist")) {
            return Fault.Kind.NOT_FOUND;
        }
        return switch (status) {
            case 401, 403 -> Fault.Kind.DENIED;
            case 408, 504 -> Fault.Kind.TIMED_OUT;
            case 409, 412 -> Fault.Kind.CONFLICT;
            default -> status >= 500 ? Fault.Kind.UNREACHABLE : Fault.Kind.REJECTED;
        };
    }

    private static String words(Answer answer, Json said, String asked, String code) {
        // What does not match is told with the text that was signed, parameters and all.
        var message = code.startsWith("Signature") ? "" : said.text("Message").orElse("");
        var shown = message.length() > LONGEST ? message.substring(0, LONGEST) + "…" : message;
        var request = said.text("RequestId").map(id -> ", request " + id).orElse("");
        return asked + ": " + (code.isEmpty() ? "" : code + ": ") + shown + " (HTTP " + answer.status() + request + ")";
    }
}
