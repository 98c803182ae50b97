package io.belay.adapter.aliyun.cloudmonitor;

import io.belay.adapter.aliyun.http.Json;
import io.belay.core.alarm.AlarmState.Colour;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The turns of a rule's colour, out of the log of what happened to each thing that it watches.
 *
 * <p>A rule is red while any of them is. The log repeats who is still red once a day (the rule's silence), which is no turn.
 */
final class Turns {
    private Turns() {}

    /**
     * One entry of the log.
     *
     * @param at whole seconds
     * @param again that it was of that colour before: who is still red is told of once more
     */
    record Entry(Instant at, String instance, Colour colour, String level, boolean again) {
        /** Empty where the entry says neither when nor what. */
        static Optional<Entry> of(Json json) {
            var level = json.text("Level").filter(each -> !each.isBlank());
            return json.number("AlertTime")
                    .flatMap(time -> level.map(each -> new Entry(
                            Instant.ofEpochSecond(time.longValue() / 1000),
                            instance(json),
                            colour(each),
                            each,
                            again(json))));
        }

        /** The change is written {@code P4->OK}. */
        private static boolean again(Json json) {
            var change = json.text("LevelChange").orElse("").split("->", 2);
            return change.length == 2 && colour(change[0].strip()) == colour(change[1].strip());
        }

        private static String instance(Json json) {
            return json.text("InstanceId")
                    .or(() -> json.text("InstanceName"))
                    .orElse(json.objects("Dimensions").toString());
        }

        /** P4 and OK in the reference; CRITICAL, WARN and INFO where rules have levels of their own. */
        private static Colour colour(String level) {
            return switch (level) {
                case "OK" -> Colour.GREEN;
                case "INSUFFICIENT_DATA" -> Colour.UNKNOWN;
                default -> Colour.RED;
            };
        }
    }

    /** When the rule turned to which colour, the newest first. */
    static List<Entry> of(List<Entry> log) {
        var turns = new ArrayList<Entry>();
        Map<String, Colour> standing = new LinkedHashMap<>();
        Optional<Colour> before = Optional.empty();
        for (var entry : log.stream().sorted(Comparator.comparing(Entry::at)).toList()) {
            standing.put(entry.instance(), entry.colour());
            var now = standing.containsValue(Colour.RED) ? Colour.RED : entry.colour();
            // The first entry of a log that was cut may be of a turn before it.
            var told = before.isEmpty() && entry.again();
            if (!before.equals(Optional.of(now)) && !told) {
                turns.add(new Entry(entry.at(), entry.instance(), now, entry.level(), false));
            }
            before = Optional.of(now);
        }
        return turns.reversed();
    }
}
