package io.belay.adapter.aliyun.alarms;

import io.belay.adapter.aliyun.http.Json;
import io.belay.core.alarm.Canonical;
import io.belay.core.alarm.Dashboard;
import io.belay.core.alarm.Measure;
import io.belay.core.alarm.Owner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A dashboard as Log Service keeps it. Charts stand two in a row. ("CreateDashboard" of the API reference.)
 *
 * @param store that our charts ask
 */
record PageBody(String store) {
    private static final int WIDTH = 5;
    private static final int HEIGHT = 5;

    Map<String, Object> written(Dashboard page, Owner owner) {
        var charts = new ArrayList<Map<String, Object>>();
        for (var widget : page.widgets()) {
            charts.add(chart(widget, charts.size()));
        }
        return new TreeMap<>(Map.of(
                "dashboardName",
                page.name(),
                "displayName",
                page.name(),
                "description",
                new Mark(Optional.of(owner), "").written(),
                "charts",
                charts));
    }

    private Map<String, Object> chart(Dashboard.Widget widget, int at) {
        var query = widget.measures().getFirst() instanceof Measure.Query(var text) ? text : "";
        return new TreeMap<>(Map.of(
                "title",
                widget.title(),
                "type",
                "line",
                "search",
                new TreeMap<>(Map.of("logstore", store, "topic", "", "query", query, "start", "-86400s", "end", "now")),
                "display",
                new TreeMap<>(Map.of(
                        "displayName",
                        widget.title(),
                        "xAxis",
                        List.of("minute"),
                        "yAxis",
                        List.of("value"),
                        "xPos",
                        at % 2 * WIDTH,
                        "yPos",
                        at / 2 * HEIGHT,
                        "width",
                        WIDTH,
                        "height",
                        HEIGHT))));
    }

    /** A chart of another store is told with the store's name. */
    Canonical read(String name, Json page) {
        var widgets = new ArrayList<Dashboard.Widget>();
        for (var chart : page.objects("charts")) {
            var search = chart.object("search");
            var query = search.text("query").orElse("").strip();
            var from = search.text("logstore").orElse("");
            widgets.add(new Dashboard.Widget(
                    chart.text("title").orElse(""),
                    List.of(new Measure.Query(from.equals(store) ? query : query + " of " + from))));
        }
        var mark = Mark.read(page.text("description").orElse(""));
        return Canonical.of(new Dashboard(name, widgets), mark.owner());
    }
}
