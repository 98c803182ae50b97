package io.belay.adapter.aliyun.ask;

import static java.util.Objects.requireNonNull;

import io.belay.adapter.aliyun.acs.AcsClient;
import io.belay.adapter.aliyun.acs.Ask;
import io.belay.adapter.aliyun.http.Json;
import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.fact.FactName;
import io.belay.core.probe.MetricFacts;
import io.belay.core.probe.Observation;
import io.belay.core.probe.Probe;
import io.belay.core.probe.Target;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Asks CloudMonitor for one metric (DescribeMetricList). A period that has only begun is left out: its sum is not yet one.
 *
 * @param statistic as CloudMonitor writes it: {@code Average}, {@code Value}
 */
public record MetricProbe(
        AcsClient client,
        String namespace,
        String metric,
        Map<String, String> dimensions,
        String statistic,
        Duration period,
        Duration window,
        Set<FactName> asked)
        implements Probe {
    private static final int PAGE = 1000;

    public MetricProbe {
        requireNonNull(client, "client");
        requireNonNull(namespace, "namespace");
        requireNonNull(metric, "metric");
        dimensions = Map.copyOf(dimensions);
        requireNonNull(statistic, "statistic");
        requireNonNull(period, "period");
        requireNonNull(window, "window");
        asked = Set.copyOf(asked);
    }

    @Override
    public Target target() {
        return new Target(namespace + " " + metric, client.api().endpoint().getHost());
    }

    @Override
    public Observation observe(Deadline deadline) throws InterruptedException {
        var start = System.nanoTime();
        var values = values(client.ask(ask(deadline), deadline));
        return new Observation.Answered(MetricFacts.of(values, asked), Duration.ofNanos(System.nanoTime() - start));
    }

    /** The latest first. Datapoints are a list of JSON in a text. */
    private List<BigDecimal> values(Json answer) {
        var points = answer.text("Datapoints").filter(text -> !text.isBlank()).orElse("[]");
        return Json.read("{\"points\":" + points + "}")
                .orElseThrow(() -> new PortException(
                        new Fault(Fault.Kind.REJECTED, "CMS DescribeMetricList: Datapoints are no JSON")))
                .objects("points")
                .stream()
                .sorted(Comparator.comparing(
                                (Json point) -> point.number("timestamp").orElse(BigDecimal.ZERO))
                        .reversed())
                .flatMap(point -> point.number(statistic).stream())
                .toList();
    }

    private Ask ask(Deadline deadline) {
        var now = deadline.time().instant().getEpochSecond();
        var end = now - now % period.toSeconds();
        return Ask.call(
                "DescribeMetricList",
                Map.of(
                        "Namespace", namespace,
                        "MetricName", metric,
                        "Dimensions", Json.write(dimensions),
                        "Period", Long.toString(period.toSeconds()),
                        "StartTime", Long.toString((end - window.toSeconds()) * 1000),
                        "EndTime", Long.toString(end * 1000),
                        "Length", Integer.toString(PAGE)));
    }
}
