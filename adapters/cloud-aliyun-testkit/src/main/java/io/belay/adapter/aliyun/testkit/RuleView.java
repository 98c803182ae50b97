package io.belay.adapter.aliyun.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A rule as DescribeMetricRuleList tells it: other nesting than in the parameters, and the defaults filled in. */
final class RuleView {
    private static final List<String> SAME = List.of(
            "RuleId",
            "RuleName",
            "Namespace",
            "MetricName",
            "Resources",
            "ContactGroups",
            "NoEffectiveInterval",
            "Webhook");

    private RuleView() {}

    static Map<String, Object> of(Map<String, String> parameters, String state, boolean enabled) {
        var view = new LinkedHashMap<String, Object>();
        for (var each : SAME) {
            view.put(each, parameters.getOrDefault(each, ""));
        }
        view.put("AlertState", state);
        view.put("EnableState", enabled);
        view.put("Period", parameters.getOrDefault("Period", "60"));
        view.put("SilenceTime", Integer.parseInt(parameters.getOrDefault("SilenceTime", "86400")));
        view.put("NoDataPolicy", parameters.getOrDefault("NoDataPolicy", "KEEP_LAST_STATE"));
        view.put("EffectiveInterval", parameters.getOrDefault("EffectiveInterval", "00:00-23:59"));
        view.put("Escalations", escalations(parameters));
        view.put("Labels", Map.of("Labels", labels(parameters)));
        var composite = parameters.getOrDefault("CompositeExpression", "");
        if (!composite.isEmpty()) {
            view.put("CompositeExpression", composite(composite));
        }
        return view;
    }

    private static Map<String, Object> escalations(Map<String, String> parameters) {
        var all = new LinkedHashMap<String, Object>();
        for (var level : List.of("Critical", "Warn", "Info")) {
            var one = new LinkedHashMap<String, String>();
            for (var each : List.of("Statistics", "ComparisonOperator", "Threshold", "Times")) {
                var value = parameters.getOrDefault("Escalations." + level + "." + each, "");
                if (!value.isEmpty()) {
                    one.put(each, value);
                }
            }
            all.put(level, one);
        }
        return all;
    }

    private static List<Map<String, String>> labels(Map<String, String> parameters) {
        var labels = new ArrayList<Map<String, String>>();
        for (int at = 1; parameters.containsKey("Labels." + at + ".Key"); at++) {
            labels.add(Map.of(
                    "Key", parameters.getOrDefault("Labels." + at + ".Key", ""),
                    "Value", parameters.getOrDefault("Labels." + at + ".Value", "")));
        }
        return labels;
    }

    private static Map<String, Object> composite(String written) {
        var json = RuleChecks.json(written);
        var view = new LinkedHashMap<String, Object>();
        for (var each : List.of("ExpressionRaw", "ExpressionListJoin", "Level", "Times")) {
            if (json.has(each)) {
                view.put(each, json.get(each));
            }
        }
        if (json.has("ExpressionList")) {
            view.put("ExpressionList", Map.of("ExpressionList", json.get("ExpressionList")));
        }
        return view;
    }
}
