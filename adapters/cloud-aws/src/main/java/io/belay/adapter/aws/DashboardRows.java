package io.belay.adapter.aws;

import io.belay.core.alarm.Dashboard;
import io.belay.core.alarm.Gap;
import io.belay.core.alarm.Measure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.ObjectMapper;

/**
 * What a picture shows, as rows of its widget's metrics: each in JSON, as it stands there. See "Dashboard body structure and syntax"
 * in the CloudWatch API Reference.
 */
final class DashboardRows {
    private static final ObjectMapper JSON = new ObjectMapper();

    private DashboardRows() {}

    /** The rows of all of its measures that can be shown; of the others, why not. */
    static List<Measure> of(Dashboard.Widget widget, List<Gap> gaps) {
        var rows = new ArrayList<Measure>();
        var names = new HashSet<String>();
        for (var wanted : widget.measures()) {
            switch (told(wanted)) {
                case CloudWatchSignals.Told.Not(var reason) -> gaps.add(gap(widget, wanted, reason));
                case CloudWatchSignals.Told.By by -> {
                    if (!by.proviso().isEmpty()) {
                        gaps.add(gap(widget, wanted, by.proviso()));
                    }
                    if (Collections.disjoint(names, names(by.measure()))) {
                        names.addAll(names(by.measure()));
                        rows.addAll(rows(by.measure()));
                    } else {
                        gaps.add(
                                gap(
                                        widget,
                                        wanted,
                                        "something else in this picture has the names of its metrics: give it a picture of its own"));
                    }
                }
            }
        }
        return rows;
    }

    private static Gap gap(Dashboard.Widget widget, Measure wanted, String reason) {
        return new Gap("widget " + widget.title(), wanted.shown(), reason);
    }

    private static CloudWatchSignals.Told told(Measure wanted) {
        return wanted instanceof Measure.Of signal ? CloudWatchSignals.of(signal) : CloudWatchSignals.by(wanted);
    }

    private static Set<String> names(Measure measure) {
        return measure instanceof Measure.Maths maths ? maths.metrics().keySet() : Set.of();
    }

    private static List<Measure> rows(Measure measure) {
        return switch (measure) {
            case Measure.Metric metric -> List.of(row(metric, Map.of()));
            case Measure.Maths(var expression, var metrics) -> {
                var rows = new ArrayList<Measure>();
                metrics.forEach((id, metric) -> rows.add(row(metric, Map.of("id", id, "visible", false))));
                rows.add(row(List.of(), Map.of("expression", expression)));
                yield rows;
            }
            case Measure.Query(var text) -> List.of(row(List.of(), Map.of("expression", text)));
            case Measure.Of of -> throw new IllegalArgumentException("no form of CloudWatch: " + of.shown());
        };
    }

    private static Measure row(Measure.Metric metric, Map<String, Object> more) {
        var cells = new ArrayList<String>();
        cells.add(metric.namespace());
        cells.add(metric.name());
        metric.dimensions().forEach((name, value) -> {
            cells.add(name);
            cells.add(value);
        });
        var options = new TreeMap<>(more);
        options.put("stat", CloudWatchWords.written(metric.statistic()));
        return row(cells, options);
    }

    private static Measure row(List<String> cells, Map<String, Object> options) {
        var row = JSON.createArrayNode();
        cells.forEach(row::add);
        row.add(JSON.valueToTree(options));
        return new Measure.Query(JSON.writeValueAsString(row));
    }
}
