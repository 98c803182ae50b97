package io.belay.adapter.rules;

import io.belay.core.alarm.AlarmSpec;
import io.belay.core.alarm.Canonical;
import io.belay.core.alarm.Composite;
import io.belay.core.alarm.Gap;
import io.belay.core.alarm.Limit;
import io.belay.core.alarm.Measure;
import io.belay.core.alarm.Missing;
import io.belay.core.alarm.Owner;
import io.belay.core.alarm.Receiver;
import io.belay.core.alarm.Rendering;
import io.belay.core.alarm.Resource;
import io.belay.core.fact.Spans;
import io.belay.core.plan.Fields;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What becomes of a thing in a rule file, and what does not. */
record PromForm(Owner owner) {
    static final String EXPR = "expr";
    static final String FOR = "for";
    static final String SEVERITY = "severity";
    static final String RECEIVERS = "receivers";
    static final String DESCRIPTION = "description";

    Rendering of(Resource wanted) {
        return switch (wanted) {
            case AlarmSpec alarm -> alarm(alarm);
            case Composite composite -> composite(composite);
            case Receiver receiver ->
                Rendering.none(
                        receiver, "receivers are Alertmanager's: alarms render alertmanager writes its configuration");
            default ->
                Rendering.none(wanted, "Prometheus keeps no " + wanted.kind().word() + " in a rule file");
        };
    }

    private Rendering alarm(AlarmSpec alarm) {
        var query = PromQuery.of(alarm.measure());
        if (query.isEmpty()) {
            return Rendering.none(alarm, unasked(alarm.measure()));
        }
        if (!(alarm.limit() instanceof Limit.Threshold limit)) {
            return Rendering.none(alarm, "Prometheus knows no band: ask by a query that compares with the past");
        }
        var gaps = new ArrayList<Gap>();
        gaps(alarm, gaps);
        var expr = "(" + query.get() + ") " + limit.shown();
        if (alarm.missing() == Missing.RED) {
            expr = expr + " or absent(" + query.get() + ")";
        }
        var form = new Canonical(
                alarm.on(new Measure.Query(query.get()), limit),
                Optional.of(owner),
                fields(
                        expr,
                        alarm.window().shortest(),
                        alarm.severity().name(),
                        alarm.receivers(),
                        alarm.description()));
        return new Rendering(alarm, Optional.of(form), gaps);
    }

    private static String unasked(Measure measure) {
        return switch (measure) {
            case Measure.Of of -> PromQuery.unknown(of.signal());
            case Measure.Metric _, Measure.Maths _, Measure.Query _ ->
                "a cloud's metric is not Prometheus': ask by a query";
        };
    }

    private static void gaps(AlarmSpec alarm, List<Gap> gaps) {
        var window = alarm.window();
        if (window.breaching() != window.evaluations()) {
            gaps.add(new Gap(
                    "evaluations",
                    window.breaching() + " of " + window.evaluations(),
                    "Prometheus asks that it holds without a break: it fires after " + window.breaching()
                            + " in a row"));
        }
        if (alarm.missing() == Missing.IGNORED) {
            gaps.add(new Gap("missing data", "ignored", "a rule without data is green"));
        }
        remind(alarm.remind(), gaps);
    }

    private static void remind(Optional<Duration> remind, List<Gap> gaps) {
        remind.ifPresent(span ->
                gaps.add(new Gap("remind", Spans.shown(span), "when it is told again, Alertmanager's route says")));
    }

    private Rendering composite(Composite composite) {
        var gaps = composite.hush().stream()
                .map(hush -> new Gap(
                        "hush",
                        hush.alarm(),
                        "Alertmanager inhibits at once: alarms render alertmanager writes it, without the waiting"))
                .toList();
        var form = new Canonical(
                composite,
                Optional.of(owner),
                fields(
                        PromQuery.of(composite.rule()),
                        Duration.ZERO,
                        composite.severity().name(),
                        composite.receivers(),
                        composite.description()));
        return new Rendering(composite, Optional.of(form), gaps);
    }

    private static Fields fields(
            String expr, Duration lasting, String severity, List<Receiver> receivers, String description) {
        return Fields.NONE
                .with(EXPR, expr)
                .with(FOR, lasting.toSeconds() + "s")
                .with(SEVERITY, severity.toLowerCase(Locale.ROOT))
                .with(RECEIVERS, list(receivers))
                .with(DESCRIPTION, description);
    }

    /** With a comma on either side of each, so that a route can match one. */
    private static String list(List<Receiver> receivers) {
        return receivers.isEmpty()
                ? ""
                : receivers.stream().map(Receiver::name).collect(Collectors.joining(",", ",", ","));
    }
}
