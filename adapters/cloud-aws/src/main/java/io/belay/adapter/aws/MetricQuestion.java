package io.belay.adapter.aws;

import io.belay.core.document.Document;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Text;
import io.belay.core.settings.Tree;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code GetMetricData} of the CloudWatch API Reference, put as any other question and not by the SDK's client of CloudWatch: what
 * that has to load and to look up is a third of an instance's first call.
 */
final class MetricQuestion {
    private static final AskApi CLOUDWATCH = AskApi.named("cloudwatch");

    private MetricQuestion() {}

    /** Of the window that ends {@code now}, but for a period that has only begun: its sum is not yet one. */
    static Asked of(Settings settings, Instant now) {
        var period = settings.get(MetricKind.PERIOD).toSeconds();
        var second = now.getEpochSecond();
        var end = Instant.ofEpochSecond(second - second % period);
        var stat = branch(Map.of(
                "Metric",
                metric(settings),
                "Stat",
                new Tree.Leaf(settings.get(MetricKind.STATISTIC)),
                "Period",
                leaf(Long.toString(period))));
        var parameters = Map.of(
                "StartTime",
                leaf(end.minus(settings.get(MetricKind.WINDOW)).toString()),
                "EndTime",
                leaf(end.toString()),
                "ScanBy",
                leaf("TimestampDescending"),
                "MetricDataQueries",
                members(List.of(branch(Map.of("Id", leaf("m"), "MetricStat", stat)))));
        return new Asked(CLOUDWATCH, "GetMetricData", "", branch(parameters));
    }

    private static Tree metric(Settings settings) {
        var dimensions = settings.find(MetricKind.DIMENSIONS).orElse(Map.of()).entrySet().stream()
                .<Tree>map(each -> branch(Map.of("Name", leaf(each.getKey()), "Value", new Tree.Leaf(each.getValue()))))
                .toList();
        return branch(Map.of(
                "Namespace",
                new Tree.Leaf(settings.get(MetricKind.NAMESPACE)),
                "MetricName",
                new Tree.Leaf(settings.get(MetricKind.METRIC)),
                "Dimensions",
                members(dimensions)));
    }

    private static Tree.Branch branch(Map<String, Tree> children) {
        return new Tree.Branch(children);
    }

    private static Tree leaf(String text) {
        return new Tree.Leaf(Text.of(text));
    }

    /** How a form counts what a list holds. */
    private static Tree members(List<Tree> items) {
        return branch(Map.of("member", new Tree.Row(items)));
    }

    /** The values of all results, the latest first. */
    static List<BigDecimal> values(Document answer) {
        return items(answer, "MetricDataResults")
                .flatMap(result -> items(result, "Values"))
                .map(value ->
                        BigDecimal.valueOf(Double.parseDouble(value.value().shown())))
                .toList();
    }

    private static Stream<Document> items(Document of, String list) {
        return below(of, list).flatMap(each -> below(each, "member")).stream()
                .flatMap(member -> member instanceof Document.Items(var items) ? items.stream() : Stream.of(member));
    }

    private static Optional<Document> below(Document of, String name) {
        return of instanceof Document.Members(var children)
                ? Optional.ofNullable(children.get(name))
                : Optional.empty();
    }
}
