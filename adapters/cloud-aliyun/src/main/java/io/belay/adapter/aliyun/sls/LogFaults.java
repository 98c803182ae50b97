package io.belay.adapter.aliyun.sls;

import io.belay.adapter.aliyun.http.Answer;
import io.belay.adapter.aliyun.http.Json;
import io.belay.core.Fault;
import io.belay.core.Redactor;
import java.util.Optional;

/** Turns an answer of Log Service that says no into a fault: {@code errorCode} and {@code errorMessage}. ("Error codes".) */
final class LogFaults {
    /** More of a message than this tells a person nothing. */
    private static final int LONGEST = 300;

    private LogFaults() {}

    /** The fault in {@code answer}; empty where it is a success. */
    static Optional<Fault> in(Answer answer, String asked, Redactor redactor) {
        if (answer.successful()) {
            return Optional.empty();
        }
        var said = answer.json().orElse(Json.EMPTY);
        var code = said.text("errorCode").orElse("");
        // What does not match is told with the text that was signed.
        var message =
                code.startsWith("Signature") ? "" : said.text("errorMessage").orElse("");
        var shown = message.length() > LONGEST ? message.substring(0, LONGEST) + "…" : message;
        var words =
                "SLS " + asked + ": " + (code.isEmpty() ? "" : code + ": ") + shown + " (HTTP " + answer.status() + ")";
        return Optional.of(new Fault(kind(answer.status(), code), redactor.redact(words)));
    }

    private static Fault.Kind kind(int status, String code) {
        if (code.contains("QuotaExceed") || code.equals("ServerBusy") || status == 429) {
            return Fault.Kind.THROTTLED;
        }
        if (code.endsWith("NotExist") || status == 404) {
            return Fault.Kind.NOT_FOUND;
        }
        if (code.endsWith("AlreadyExist") || status == 409) {
            return Fault.Kind.CONFLICT;
        }
        if (status == 401 || status == 403 || code.startsWith("Signature") || code.equals("RequestTimeTooSkewed")) {
            return Fault.Kind.DENIED;
        }
        return status >= 500 ? Fault.Kind.UNREACHABLE : Fault.Kind.REJECTED;
    }
}
