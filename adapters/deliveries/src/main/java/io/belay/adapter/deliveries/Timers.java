package io.belay.adapter.deliveries;

import io.belay.adapter.deliveries.Delivery.Delivered;
import io.belay.core.Correlation;
import io.belay.core.fact.Spans;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Clocks of both clouds. Each tick is a sweep, and can be nothing else. */
final class Timers {
    private static final Set<String> SAID = Set.of("at", "schedule", "id", "tick");
    private static final String SWEEP = "sweep";

    private Timers() {}

    /**
     * EventBridge: the event of a scheduled rule, Scheduler's default input, or the input that Belay's templates give it:
     * <code>{"sweep": {"at": "&lt;aws.scheduler.scheduled-time&gt;", "schedule": "&lt;aws.scheduler.schedule-arn&gt;",
     * "id": "&lt;aws.scheduler.execution-id&gt;", "tick": "5m"}}</code>.
     */
    static List<Delivery> schedule(Body body) {
        var value = body.value();
        return List.of(value.has(SWEEP) ? sweep(value) : scheduled(value));
    }

    private static Delivery sweep(Spot value) {
        value.only(Set.of(SWEEP));
        var sweep = value.field(SWEEP);
        sweep.only(SAID);
        var at = Moments.written(sweep.field("at")).toString();
        var schedule = sweep.find("schedule").map(Timers::arn).orElse("");
        // The id is another for each attempt (Scheduler's user guide, "Adding context attributes").
        var tick = sweep.find("tick").map(each -> span(each, each.text()));
        return tick("schedule", sweep.find("id"), List.of(schedule, at), tick);
    }

    private static Delivery scheduled(Spot event) {
        event.field("detail-type").mustBe("Scheduled Event");
        var source = event.field("source");
        if (!source.is("aws.events") && !source.is("aws.scheduler")) {
            throw source.not("aws.events or aws.scheduler");
        }
        event.find("detail").ifPresent(Timers::mustBeEmpty);
        var parts = new ArrayList<String>();
        for (var resource : event.field("resources").items()) {
            parts.add(arn(resource));
        }
        parts.add(Moments.written(event.field("time")).toString());
        return tick("schedule", event.find("id"), parts, Optional.empty());
    }

    /** FC: <code>{"triggerTime": "...", "triggerName": "...", "payload": "sweep 5m"}</code>; the payload is a text always. */
    static List<Delivery> trigger(Body body) {
        var event = body.value();
        var name = event.field("triggerName").name();
        var at = Moments.written(event.field("triggerTime")).toString();
        var tick = event.find("payload").flatMap(Timers::payload);
        return List.of(tick("timer", Optional.empty(), List.of(name, at), tick));
    }

    private static Optional<Duration> payload(Spot payload) {
        var text = payload.text();
        if (text.isEmpty() || text.equals(SWEEP)) {
            return Optional.empty();
        }
        if (!text.startsWith(SWEEP + " ")) {
            throw payload.not("sweep, sweep and how often, or nothing");
        }
        return Optional.of(span(payload, text.substring(SWEEP.length() + 1)));
    }

    private static Duration span(Spot place, String text) {
        return Spans.read(text)
                .filter(Duration::isPositive)
                .orElseThrow(() -> place.not("how often the clock calls, such as 5m"));
    }

    private static void mustBeEmpty(Spot detail) {
        var isEmpty = detail.is("{}") || (detail.json() instanceof Json.Fields(var fields) && fields.isEmpty());
        if (!isEmpty) {
            throw detail.not("an empty object");
        }
    }

    /** It may be longer than what is shown on a line. */
    private static String arn(Spot spot) {
        var text = spot.text();
        if (!text.startsWith("arn:")) {
            throw spot.not("an ARN");
        }
        return text;
    }

    private static Delivered tick(String source, Optional<Spot> id, List<String> parts, Optional<Duration> tick) {
        var correlation = id.map(Spot::text).flatMap(Correlation::of);
        return new Delivered(Optional.empty(), Set.of(), Identity.of(source, parts), correlation, tick);
    }
}
