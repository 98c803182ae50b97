package io.belay.adapter.aws;

import io.belay.core.Fingerprint;
import io.belay.core.alarm.Canonical;
import io.belay.core.alarm.Dashboard;
import io.belay.core.alarm.Measure;
import io.belay.core.alarm.Owner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A dashboard as CloudWatch keeps it: two pictures a row, and below them a line of text with the owner's mark. It is compared as JSON:
 * what reads as we would write it is so, whatever its spaces; all else is seen as another {@code layout}.
 */
record DashboardBody(String region) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WIDE = 12;
    private static final int HIGH = 6;

    String written(Dashboard dashboard, Optional<Owner> owner) {
        var body = JSON.createObjectNode();
        var widgets = body.putArray("widgets");
        var at = 0;
        for (var each : dashboard.widgets()) {
            var place = widgets.addObject().put("type", "metric");
            var properties = placed(place, at % 2 * WIDE, at / 2 * HIGH, WIDE, HIGH)
                    .put("title", each.title())
                    .put("region", region)
                    .put("view", "timeSeries");
            var metrics = properties.putArray("metrics");
            each.measures().forEach(row -> metrics.add(JSON.readTree(row.shown())));
            at++;
        }
        if (owner.isPresent()) {
            placed(widgets.addObject().put("type", "text"), 0, (at + 1) / 2 * HIGH, 2 * WIDE, 1)
                    .put("markdown", new CloudWatchMark("Set by Belay.", owner).written());
        }
        return JSON.writeValueAsString(body);
    }

    private static ObjectNode placed(ObjectNode widget, int x, int y, int width, int height) {
        return widget.put("x", x)
                .put("y", y)
                .put("width", width)
                .put("height", height)
                .putObject("properties");
    }

    Canonical read(String name, String written) {
        var tree = tree(written);
        var owner = tree.flatMap(DashboardBody::owner);
        var dashboard = new Dashboard(name, tree.map(DashboardBody::widgets).orElse(List.of()));
        var form = Canonical.of(dashboard, owner);
        return tree.isPresent() && tree.equals(tree(written(dashboard, owner)))
                ? form
                : form.with(
                        "layout",
                        "another (sha256 " + Fingerprint.of(List.of(written)).substring(0, 12) + ")");
    }

    private static Optional<JsonNode> tree(String written) {
        try {
            return Optional.of(JSON.readTree(written));
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    private static Optional<Owner> owner(JsonNode body) {
        return body.path("widgets")
                .valueStream()
                .filter(each -> each.path("type").asString("").equals("text"))
                .map(each -> each.path("properties").path("markdown").asString(""))
                .flatMap(each -> CloudWatchMark.read(Optional.of(each)).owner().stream())
                .findFirst();
    }

    private static List<Dashboard.Widget> widgets(JsonNode body) {
        var widgets = new ArrayList<Dashboard.Widget>();
        for (var each : body.path("widgets")) {
            if (each.path("type").asString("").equals("metric")) {
                var properties = each.path("properties");
                var rows = properties
                        .path("metrics")
                        .valueStream()
                        .<Measure>map(row -> new Measure.Query(JSON.writeValueAsString(row)))
                        .toList();
                widgets.add(new Dashboard.Widget(properties.path("title").asString(""), rows));
            }
        }
        return widgets;
    }
}
