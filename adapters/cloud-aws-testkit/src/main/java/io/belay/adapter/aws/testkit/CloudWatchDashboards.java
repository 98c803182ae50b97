package io.belay.adapter.aws.testkit;

import static io.belay.adapter.aws.testkit.Xml.element;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Dashboards, as in the CloudWatch API Reference: "the maximum of 500 widgets", 500 metrics a widget, each inside a grid 24 wide;
 * DeleteDashboards: "If any of the dashboards cannot be found, no dashboards are deleted". A body is kept as it was put.
 */
final class CloudWatchDashboards {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST = 500;
    private static final int GRID = 24;
    private static final int PAGE = 1_000;

    private final Map<String, String> bodies = new ConcurrentSkipListMap<>();

    String body(String name) {
        return bodies.getOrDefault(name, "");
    }

    void put(String name, String body) {
        bodies.put(name, body);
    }

    /** The body of the answer; empty where it is none of these actions. */
    Optional<String> answer(String action, Map<String, String> form) {
        var name = form.getOrDefault("DashboardName", "");
        return switch (action) {
            case "ListDashboards" -> Optional.of(list(form));
            case "GetDashboard" ->
                Optional.of(element("DashboardName", known(name))
                        + element("DashboardArn", "arn:aws:cloudwatch::" + AwsServer.ACCOUNT + ":dashboard/" + name)
                        + element("DashboardBody", body(name)));
            case "PutDashboard" -> {
                var body = form.getOrDefault("DashboardBody", "");
                hold(name.matches("[A-Za-z0-9_-]{1,255}"), "The dashboard name is invalid");
                valid(body);
                bodies.put(name, body);
                yield Optional.of("<DashboardValidationMessages/>");
            }
            case "DeleteDashboards" -> {
                var names = form.entrySet().stream()
                        .filter(each -> each.getKey().startsWith("DashboardNames.member."))
                        .map(Map.Entry::getValue)
                        .map(this::known)
                        .toList();
                names.forEach(bodies::remove);
                yield Optional.of("");
            }
            default -> Optional.empty();
        };
    }

    private String list(Map<String, String> form) {
        var all = List.copyOf(bodies.keySet());
        var from = Integer.parseInt(form.getOrDefault("NextToken", "0"));
        var to = Math.min(all.size(), from + PAGE);
        return "<DashboardEntries>"
                + all.subList(from, to).stream()
                        .map(each -> "<member>" + element("DashboardName", each) + "</member>")
                        .collect(Collectors.joining())
                + "</DashboardEntries>" + (to < all.size() ? element("NextToken", String.valueOf(to)) : "");
    }

    private String known(String name) {
        if (!bodies.containsKey(name)) {
            throw new Refusal(404, "ResourceNotFound", "Dashboard " + name + " does not exist");
        }
        return name;
    }

    private static void valid(String body) {
        try {
            var widgets = JSON.readTree(body).path("widgets");
            hold(widgets.isArray() && widgets.size() <= MOST, "The dashboard body must contain at most 500 widgets");
            widgets.forEach(CloudWatchDashboards::valid);
        } catch (JacksonException _) {
            throw new Refusal(400, "InvalidParameterInput", "The field DashboardBody must be a valid JSON object");
        }
    }

    private static void valid(JsonNode widget) {
        var type = widget.path("type").asString("");
        hold(
                type.matches("metric|text|log|alarm|explorer|custom"),
                "Should match exactly one schema in oneOf: " + type);
        hold(
                widget.path("x").asInt(0) + widget.path("width").asInt(6) <= GRID
                        && widget.path("height").asInt(6) >= 1,
                "A widget lies within the grid");
        var properties = widget.path("properties");
        if (type.equals("metric")) {
            var metrics = properties.path("metrics");
            hold(metrics.isArray() && !metrics.isEmpty() && metrics.size() <= MOST, "Should have metrics");
            hold(properties.has("region"), "Should have a required property region");
            metrics.forEach(row -> hold(row.isArray() && !row.isEmpty(), "Should have at least one item in metrics"));
        }
        hold(
                !type.equals("text") || properties.path("markdown").isString(),
                "Should have a required property markdown");
    }

    private static void hold(boolean holds, String message) {
        if (!holds) {
            throw new Refusal(400, "InvalidParameterInput", "The dashboard body is invalid: " + message);
        }
    }
}
