package io.belay.adapter.aws;

import io.belay.core.fact.FactName;
import io.belay.core.probe.MetricFacts;
import io.belay.core.probe.Observable;
import io.belay.core.probe.Probe;
import io.belay.core.probe.ProbeKind;
import io.belay.core.settings.Cloud;
import io.belay.core.settings.Key;
import io.belay.core.settings.SettingException;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import io.belay.core.settings.Text;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The kind {@code cloudwatch-metric}: what a metric of CloudWatch measured of late. */
record MetricKind(AwsRegions regions, Optional<Cloud> cloud) implements ProbeKind {
    static final Key<Text> NAMESPACE = Key.text("namespace", "[^:].{0,254}", "Whose metric it is: AWS/Lambda.")
            .needed();
    static final Key<Text> METRIC =
            Key.text("metric", ".{1,255}", "The metric's name: Errors.").needed();
    static final Key<Map<String, Text>> DIMENSIONS =
            Key.textMap("dimensions", "What it is measured of: { FunctionName: serve }.");
    static final Key<Text> STATISTIC = Key.text(
                    "statistic",
                    "Average|Sum|Minimum|Maximum|SampleCount|(p|tm|wm|tc|ts)\\d{1,2}(\\.\\d{1,10})?",
                    "Average, Sum, Minimum, Maximum, SampleCount, or a percentile such as p95.")
            .needed();
    static final Key<Duration> PERIOD = Key.span(
                    "period", Duration.ofSeconds(60), Duration.ofDays(1), "Over what each value is; whole minutes.")
            .orElse(Duration.ofMinutes(5));
    static final Key<Duration> WINDOW = Key.span(
                    "window", Duration.ofSeconds(60), Duration.ofDays(15), "How far back it is looked at.")
            .orElse(Duration.ofHours(1));

    private static final int MOST_POINTS = 1440;

    @Override
    public String name() {
        return "cloudwatch-metric";
    }

    @Override
    public Shape shape() {
        return Shape.of(
                "What a metric of CloudWatch measured of late.",
                NAMESPACE,
                METRIC,
                DIMENSIONS,
                STATISTIC,
                PERIOD,
                WINDOW,
                AwsRegions.REGION);
    }

    @Override
    public List<Observable> observables() {
        return MetricFacts.observables();
    }

    @Override
    public ProbeKind in(Optional<Cloud> home) {
        return new MetricKind(regions, home);
    }

    @Override
    public Probe bind(Settings settings, Set<FactName> asked) {
        var period = settings.get(PERIOD);
        if (period.toSeconds() % 60 != 0) {
            throw new SettingException(PERIOD.name(), "whole minutes, as CloudWatch keeps them");
        }
        MetricFacts.fits(WINDOW, settings.get(WINDOW), period, MOST_POINTS);
        return new MetricProbe(regions.of(settings, cloud), settings, Set.copyOf(asked));
    }
}
