package io.belay.assembly.door;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Tells a clock that its call is not due. It is no report and says nothing of the system. */
final class NotDue {
    private static final String BEGIN = "{\"belay\":\"not-due/1\",";

    private NotDue() {}

    /** Whether {@code answer} is one. */
    static boolean is(String answer) {
        return answer.startsWith(BEGIN);
    }

    static Answer answer(Instant next, Call call, Log log) {
        log.info("not-due", call.correlation(), Map.of("function", call.function(), "next", next.toString()));
        var body = BEGIN + "\"correlation\":\"" + call.correlation().id() + "\",\"next\":\"" + next + "\"}\n";
        return new Answer(200, "application/json", body, call.correlation(), Optional.empty());
    }
}
