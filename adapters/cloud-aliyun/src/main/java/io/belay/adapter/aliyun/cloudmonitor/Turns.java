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

    /** When the rule turned to which colour, and what the log said then. */
    record Turn(Instant at, Colour colour, String words) {}

    /**
     * One entry of the log.
     *
     * @param at whole seconds
     * @param before which colour the thing had before; empty where the entry does not say
     */
    record Entry(Instant at, String instance, Optional<Colour> before, Colour colour, String level) {
        /** Empty where the entry says neither when nor what. */
        static Optional<Entry> of(Json json) {
            var level = json.text("Level").filter(each -> !each.isBlank());
            return json.number("AlertTime")
                    .flatMap(time -> level.map(each -> new Entry(
                            Instant.ofEpochSecond(time.longValue() / 1000),
                            instance(json),
                            before(json),
                            Turns.colour(each),
                            each)));
        }

        private static String instance(Json json) {
            return json.text("InstanceId")
                    .or(() -> json.text("InstanceName"))
                    .orElse(json.objects("Dimensions").toString());
        }

        /** The change is written {@code P4->OK}. */
        private static Optional<Colour> before(Json json) {
            var change = json.text("LevelChange").orElse("").split("->", 2);
            return change.length == 2 ? Optional.of(Turns.colour(change[0].strip())) : Optional.empty();
        }
    }

    /** In the order they were. */
    static List<Turn> of(List<Entry> log) {
        var turns = new ArrayList<Turn>();
        var standing = first(log);
        var before = colour(standing);
        for (var entry : log.stream().sorted(Comparator.comparing(Entry::at)).toList()) {
            standing.put(entry.instance(), entry.colour());
            var now = colour(standing);
            if (!now.equals(before)) {
                turns.add(new Turn(entry.at(), now.orElse(entry.colour()), entry.level() + " of " + entry.instance()));
            }
            before = now;
        }
        return turns;
    }

    /** Whether anything was red before the log begins. */
    static boolean redBefore(List<Entry> log) {
        return first(log).containsValue(Colour.RED);
    }

    /** How each thing stood before its first entry, as far as that says. */
    private static Map<String, Colour> first(List<Entry> log) {
        var standing = new LinkedHashMap<String, Colour>();
        log.stream()
                .sorted(Comparator.comparing(Entry::at).reversed())
                .forEach(entry -> entry.before().ifPresent(colour -> standing.put(entry.instance(), colour)));
        return standing;
    }

    private static Optional<Colour> colour(Map<String, Colour> standing) {
        if (standing.isEmpty()) {
            return Optional.empty();
        }
        if (standing.containsValue(Colour.RED)) {
            return Optional.of(Colour.RED);
        }
        return Optional.of(standing.containsValue(Colour.GREEN) ? Colour.GREEN : Colour.UNKNOWN);
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
