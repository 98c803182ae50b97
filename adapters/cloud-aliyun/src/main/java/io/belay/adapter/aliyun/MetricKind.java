package io.belay.adapter.aliyun;

import io.belay.adapter.aliyun.ask.MetricProbe;
import io.belay.core.fact.FactName;
import io.belay.core.probe.MetricFacts;
import io.belay.core.probe.Observable;
import io.belay.core.probe.Probe;
import io.belay.core.probe.ProbeKind;
import io.belay.core.settings.Cloud;
import io.belay.core.settings.Key;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import io.belay.core.settings.Text;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The kind {@code cloudmonitor-metric}: what a metric of CloudMonitor measured of late. */
record MetricKind(Clients clients, Optional<Cloud> cloud) implements ProbeKind {
    static final Key<Text> NAMESPACE = Key.text(
                    "namespace", "[A-Za-z][A-Za-z0-9_]{1,99}", "Whose metric it is: acs_fc.")
            .needed();
    static final Key<Text> METRIC = Key.text("metric", "\\S{1,99}", "The metric's name: FunctionFunctionErrors.")
            .needed();
    static final Key<Map<String, Text>> DIMENSIONS =
            Key.textMap("dimensions", "What it is measured of: { functionName: serve }.");
    static final Key<Text> STATISTIC = Key.text(
                    "statistic",
                    "[A-Za-z0-9_.]{1,30}",
                    "Average, Sum, Maximum, Value and the like, as its description says.")
            .needed();
    static final Key<Duration> PERIOD = Key.span(
                    "period",
                    Duration.ofSeconds(15),
                    Duration.ofDays(1),
                    "Over what each value is: one of the metric's own.")
            .orElse(Duration.ofMinutes(1));
    static final Key<Duration> WINDOW = Key.span(
                    "window", Duration.ofSeconds(15), Duration.ofDays(31), "How far back it is looked at.")
            .orElse(Duration.ofHours(1));

    private static final int MOST_POINTS = 1000;

    @Override
    public String name() {
        return "cloudmonitor-metric";
    }

    @Override
    public Shape shape() {
        return Shape.of(
                "What a metric of CloudMonitor measured of late.",
                NAMESPACE,
                METRIC,
                DIMENSIONS,
                STATISTIC,
                PERIOD,
                WINDOW,
                Keys.REGION);
    }

    @Override
    public List<Observable> observables() {
        return MetricFacts.observables();
    }

    @Override
    public ProbeKind in(Optional<Cloud> home) {
        return new MetricKind(clients, home);
    }

    @Override
    public Probe bind(Settings settings, Set<FactName> asked) {
        var period = settings.get(PERIOD);
        var window = settings.get(WINDOW);
        MetricFacts.fits(WINDOW, window, period, MOST_POINTS);
        return new MetricProbe(
                clients.cloudMonitor(Keys.region(settings, cloud)),
                Keys.text(settings, NAMESPACE),
                Keys.text(settings, METRIC),
                settings.find(DIMENSIONS).orElse(Map.of()).entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, each -> each.getValue().reveal())),
                Keys.text(settings, STATISTIC),
                period,
                window,
                asked);
    }
}
