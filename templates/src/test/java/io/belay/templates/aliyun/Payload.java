package io.belay.templates.aliyun;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a timer says: to rollback that it is a sweep and how often it comes, so that a refusal is not told at each; to verify the latter. */
final class Payload {
    private static final Pattern EVERY = Pattern.compile("(?:0 (?:\\*|\\d+)/|@every )(\\d+)(?: \\* \\* \\* \\*|m)");

    private Payload() {}

    static void faults(String function, Node config, List<String> faults) {
        var payload = config.at("payload");
        if (function.equals("rollback")) {
            var meant = "sweep"
                    + every(config.at("cronExpression").text())
                            .map(each -> " " + each)
                            .orElse("");
            if (!payload.text().equals(meant)) {
                faults.add(payload.place() + ": is '" + payload.text() + "' and not " + meant
                        + ", the one thing that a timer may say");
            }
            return;
        }
        var said = payload.text().isEmpty() ? payload.at() : Node.parse("", payload.text());
        said.fields().keySet().stream()
                .filter(key -> !Set.of("within", "tick").contains(key))
                .forEach(key -> faults.add(payload.place() + ": there is no such word as " + key));
        if (!said.isMap() && !payload.text().isEmpty()) {
            faults.add(payload.place() + ": '" + payload.text() + "' is not read");
        }
        var every = every(config.at("cronExpression").text());
        if (function.equals("verify")
                && !every.equals(Optional.of(said.at("tick").text()))) {
            faults.add(payload.place() + ": tick is '" + said.at("tick").text() + "', and the timer comes "
                    + every.map(each -> "every " + each).orElse("at no even span"));
        }
    }

    /** How often a timer comes, as a tick says it; empty where that is no number of minutes. */
    static Optional<String> every(String cron) {
        var every = EVERY.matcher(cron);
        return every.matches() ? Optional.of(every.group(1) + "m") : Optional.empty();
    }
}
