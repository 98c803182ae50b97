package io.belay.adapter.aliyun.cloudmonitor;

import io.belay.adapter.aliyun.http.Json;
import io.belay.core.alarm.AlarmState.Colour;
import java.util.Map;
import java.util.TreeMap;

/**
 * A rule as {@code DescribeMetricRuleList} tells of it.
 *
 * @param state OK, ALARM or INSUFFICIENT_DATA
 * @param dimensions of all that it watches; where it watches several, their values with commas between them
 */
record Rule(String id, String name, String state, boolean enabled, String metric, Map<String, String> dimensions) {
    static Rule of(Json json) {
        return new Rule(
                json.text("RuleId").orElse(""),
                json.text("RuleName").orElse(""),
                json.text("AlertState").orElse(""),
                !json.text("EnableState").orElse("true").equals("false"),
                json.text("Namespace").orElse("") + " "
                        + json.text("MetricName").orElse(""),
                dimensions(
                        json.text("Resources").or(() -> json.text("Dimensions")).orElse("[]")));
    }

    /** The resources are a list in JSON, written as a text. */
    private static Map<String, String> dimensions(String resources) {
        var list = Json.read("{\"list\":" + resources + "}").orElse(Json.EMPTY);
        var dimensions = new TreeMap<String, String>();
        for (var resource : list.objects("list")) {
            for (var name : resource.members().keySet()) {
                resource.text(name)
                        .ifPresent(value -> dimensions.merge(
                                name, value, (one, other) -> one.equals(other) ? one : one + "," + other));
            }
        }
        return dimensions;
    }

    /** A rule that is switched off keeps the state it had, which says nothing of now. */
    Colour colour() {
        if (!enabled) {
            return Colour.UNKNOWN;
        }
        // Both words for red are in use: this operation's, and the webhook's.
        return switch (state) {
            case "OK" -> Colour.GREEN;
            case "ALARM", "ALERT" -> Colour.RED;
            default -> Colour.UNKNOWN;
        };
    }

    String reason() {
        return (enabled ? state : "switched off, last " + state) + " (" + metric.strip() + ")";
    }
}
