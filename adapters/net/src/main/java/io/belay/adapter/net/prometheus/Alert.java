package io.belay.adapter.net.prometheus;

import io.belay.adapter.net.http.Reasons;
import io.belay.adapter.net.json.Json;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.alarm.AlarmState;
import io.belay.core.alarm.AlarmState.Colour;
import io.belay.core.fact.Value;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An alert that Alertmanager holds ({@code gettableAlert} of its API v2).
 *
 * @param mute why it is told to nobody; empty where it is active
 * @param reason in the words of whoever wrote its rule
 */
record Alert(Instant since, Optional<String> mute, String reason, Map<String, String> labels) {
    /** Where rules usually say what is wrong, the shortest first. */
    private static final List<String> ANNOTATIONS = List.of("summary", "message", "description");

    static Alert of(Json json) {
        return new Alert(since(json), mute(json), reason(json), labels(json));
    }

    /** What {@code alerts} of one name, at least one, come to. */
    static AlarmState state(String alarm, List<Alert> alerts) {
        var active = alerts.stream().filter(each -> each.mute.isEmpty()).toList();
        var counted = active.isEmpty() ? alerts : active;
        var first = counted.stream().min(Comparator.comparing(Alert::since)).orElseThrow();
        var count = counted.size() == 1 ? "" : " (the first of " + counted.size() + " alerts)";
        return new AlarmState(
                alarm,
                active.isEmpty() ? Colour.UNKNOWN : Colour.RED,
                Optional.of(first.since),
                first.mute.map(why -> why + ": ").orElse("") + first.reason + count,
                shared(counted));
    }

    private static Instant since(Json json) {
        var said = json.at("$.startsAt").shown();
        try {
            return OffsetDateTime.parse(said).toInstant();
        } catch (DateTimeException unreadable) {
            var fault = new Fault(Fault.Kind.REJECTED, "an alert without a startsAt that can be read");
            throw new PortException(fault, unreadable);
        }
    }

    private static Optional<String> mute(Json json) {
        return switch (json.at("$.status.state").shown()) {
            case "active" -> Optional.empty();
            case "suppressed" ->
                Optional.of(json.at("$.status.silencedBy[0]") instanceof Value.Absent ? "inhibited" : "silenced");
            default -> Optional.of("not looked at yet");
        };
    }

    private static String reason(Json json) {
        return ANNOTATIONS.stream()
                .flatMap(name -> text(json, "$.annotations." + name).stream())
                .map(Reasons::cut)
                .findFirst()
                .orElse("it fires");
    }

    private static Optional<String> text(Json json, String path) {
        return json.at(path) instanceof Value.Text(var text) && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    private static Map<String, String> labels(Json json) {
        var labels = new TreeMap<>(json.texts("$.labels"));
        labels.remove("alertname");
        return labels;
    }

    /** A label of two values is neither's. */
    private static Map<String, String> shared(List<Alert> alerts) {
        var shared = new TreeMap<String, String>();
        alerts.stream()
                .flatMap(each -> each.labels.entrySet().stream())
                .distinct()
                .sorted(Map.Entry.comparingByValue())
                .forEach(each -> shared.merge(
                        each.getKey(), Reasons.cut(each.getValue()), (one, other) -> Reasons.cut(one + "," + other)));
        return shared;
    }
}
