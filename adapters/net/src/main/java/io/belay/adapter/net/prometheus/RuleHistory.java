package io.belay.adapter.net.prometheus;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.adapter.net.http.NoAnswer;
import io.belay.adapter.net.http.Reasons;
import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.alarm.AlarmState;
import io.belay.core.alarm.AlarmState.Colour;
import io.belay.core.fact.Value;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What Prometheus knows of an alert's rule: whether there is one ({@code /api/v1/rules}), and when it fired, from the series
 * {@code ALERTS} that every rule leaves ({@code /api/v1/query_range}; Prometheus' documentation, "HTTP API" and "Alerting rules").
 */
record RuleHistory(Server server) {
    /** Prometheus takes 11,000 points a series. */
    private static final int POINTS = 10_000;

    /** Finer than rules are evaluated by anybody. */
    private static final Duration FINEST = Duration.ofSeconds(5);

    /**
     * How an alarm stands of which no alert is active.
     *
     * @throws PortException NOT_FOUND where no rule has that name
     */
    AlarmState quiet(String alarm, Deadline deadline) throws NoAnswer, InterruptedException {
        var rules = server
                .api(deadline)
                .json("/api/v1/rules?type=alert&rule_name%5B%5D=" + URLEncoder.encode(alarm, UTF_8))
                .all("$.data.groups[*].rules[*]")
                .stream()
                .filter(rule -> rule.at("$.name").equals(Value.of(alarm)))
                .toList();
        if (rules.isEmpty()) {
            throw new PortException(
                    new Fault(Fault.Kind.NOT_FOUND, "no alert " + alarm + ", and no rule of that name in Prometheus"));
        }
        return rules.stream()
                .filter(rule -> rule.at("$.health").equals(Value.of("err")))
                .findFirst()
                .map(rule -> new AlarmState(
                        alarm,
                        Colour.UNKNOWN,
                        Optional.empty(),
                        "its rule cannot be evaluated: "
                                + Reasons.cut(rule.at("$.lastError").shown()),
                        Map.of()))
                .orElseGet(() ->
                        new AlarmState(alarm, Colour.GREEN, Optional.empty(), "no such alert is active", Map.of()));
    }

    /** Each turn since {@code from}, the newest first; of an alert that fired then already, as if it had turned red at {@code from}. */
    List<AlarmState> turns(String alarm, List<String> matchers, Instant from, Deadline deadline)
            throws NoAnswer, InterruptedException {
        var start = from.truncatedTo(ChronoUnit.SECONDS);
        var end = deadline.time().instant();
        if (!start.isBefore(end)) {
            return List.of();
        }
        var step = step(Duration.between(start, end));
        var answer = server.api(deadline)
                .json("/api/v1/query_range?query=" + URLEncoder.encode(query(alarm, matchers, step), UTF_8) + "&start="
                        + start.getEpochSecond() + "&end=" + end.getEpochSecond() + "&step=" + step.toSeconds());
        var fired = moments(answer.at("$.data.result[0].values[*][0]"));
        var turns = new ArrayList<AlarmState>();
        Optional<Instant> before = Optional.empty();
        for (var at : fired) {
            if (before.isEmpty() || before.get().plus(step).isBefore(at)) {
                before.ifPresent(last -> turns.addFirst(turn(alarm, Colour.GREEN, last.plus(step))));
                turns.addFirst(turn(alarm, Colour.RED, at));
            }
            before = Optional.of(at);
        }
        before.map(last -> last.plus(step))
                .filter(over -> !over.isAfter(end))
                .ifPresent(over -> turns.addFirst(turn(alarm, Colour.GREEN, over)));
        return turns;
    }

    private static Duration step(Duration span) {
        var seconds = Math.ceilDiv(span.toSeconds(), (long) POINTS);
        return seconds <= FINEST.toSeconds() ? FINEST : Duration.ofSeconds(seconds);
    }

    /** Fires now, or did within the step: nothing is missed between two points, and a rule that is evaluated seldom leaves no gap. */
    private static String query(String alarm, List<String> matchers, Duration step) {
        var series = "ALERTS{" + String.join(",", Matchers.of(alarm, matchers)) + ",alertstate=\"firing\"}";
        return "count(" + series + ") or count(max_over_time(" + series + "[" + step.toSeconds() + "s]))";
    }

    private static List<Instant> moments(Value values) {
        return switch (values) {
            case Value.Several(var several) ->
                several.stream().map(RuleHistory::moment).toList();
            case Value.Absent() -> List.of();
            default -> List.of(moment(values));
        };
    }

    private static Instant moment(Value value) {
        var millis = value.asNumber()
                .orElseThrow(() -> new PortException(
                        new Fault(Fault.Kind.REJECTED, "Prometheus answered with a point that has no time")))
                .multiply(BigDecimal.valueOf(1_000));
        return Instant.ofEpochMilli(millis.longValue());
    }

    private static AlarmState turn(String alarm, Colour colour, Instant at) {
        var reason = colour == Colour.RED ? "it fired" : "it fired no more";
        return new AlarmState(alarm, colour, Optional.of(at), reason, Map.of());
    }
}
