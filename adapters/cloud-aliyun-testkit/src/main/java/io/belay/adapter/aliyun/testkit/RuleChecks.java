package io.belay.adapter.aliyun.testkit;

import io.belay.adapter.aliyun.testkit.CloudMonitorState.No;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What PutResourceMetricRule and PutMetricRuleTargets refuse: see each in CloudMonitor's API reference. */
record RuleChecks(MetricsState metrics, ContactsState contacts) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> LEVELS = List.of("Critical", "Warn", "Info");
    private static final Set<String> NO_DATA = Set.of("KEEP_LAST_STATE", "INSUFFICIENT_DATA", "OK");
    private static final Pattern METRIC = Pattern.compile("@([^\\[\\s]+)\\[(\\d+)]\\.\\$(\\w+)");
    private static final Pattern ARN = Pattern.compile("acs:mns:[^:]+:\\d+:/(topics|queues)/[^/]+/messages");

    void check(Map<String, String> parameters) {
        for (var each : List.of("RuleId", "RuleName", "Namespace", "MetricName", "Resources", "ContactGroups")) {
            CloudMonitorState.needed(parameters, each);
        }
        if (json(parameters.getOrDefault("Resources", "")).isEmpty()) {
            throw new No("400", "Resources is a list of dimensions in JSON.");
        }
        for (var each : parameters.getOrDefault("ContactGroups", "").split(",", -1)) {
            if (!contacts.has(each)) {
                throw new No("404", "The contact group " + each + " is not found.");
            }
        }
        if (!NO_DATA.contains(parameters.getOrDefault("NoDataPolicy", "KEEP_LAST_STATE"))) {
            throw new No("400", "NoDataPolicy is one of " + NO_DATA);
        }
        var escalated = LEVELS.stream()
                .filter(each -> parameters.containsKey("Escalations." + each + ".Threshold"))
                .toList();
        var composite = parameters.getOrDefault("CompositeExpression", "");
        // "Single-metric and multi-metric alert conditions are mutually exclusive."
        if (escalated.isEmpty() == composite.isEmpty()) {
            throw new No("400", "either Escalations or CompositeExpression");
        }
        escalated.forEach(level -> escalation(parameters, "Escalations." + level + "."));
        if (!composite.isEmpty()) {
            composite(parameters.getOrDefault("Namespace", ""), json(composite));
        }
    }

    /** "Statistics, ComparisonOperator, Threshold, and Times must be set at the same time." */
    private void escalation(Map<String, String> parameters, String level) {
        for (var each : List.of("Statistics", "ComparisonOperator", "Threshold", "Times")) {
            CloudMonitorState.needed(parameters, level + each);
        }
        metrics.check(
                parameters.getOrDefault("Namespace", ""),
                parameters.getOrDefault("MetricName", ""),
                parameters.getOrDefault(level + "Statistics", ""),
                CloudMonitorState.needed(parameters, "Period"));
    }

    private void composite(String namespace, JsonNode composite) {
        for (var each : composite.path("ExpressionList")) {
            metrics.check(
                    namespace,
                    each.path("MetricName").asString(""),
                    each.path("Statistics").asString(""),
                    each.path("Period").asString(""));
        }
        var raw = composite.path("ExpressionRaw").asString("");
        METRIC.matcher(raw)
                .results()
                .forEach(each -> metrics.check(namespace, each.group(1), each.group(3), each.group(2)));
        if (raw.isEmpty() && composite.path("ExpressionList").isEmpty()) {
            throw new No("400", "an expression says nothing");
        }
        if (!LEVELS.stream()
                        .anyMatch(each ->
                                each.equalsIgnoreCase(composite.path("Level").asString("")))
                || composite.path("Times").asInt(0) < 1) {
            throw new No("400", "an expression has a level, and how often it holds");
        }
    }

    /** Whether one value turns such a rule red. */
    static boolean crossed(Map<String, String> parameters, BigDecimal value) {
        var order = value.compareTo(new BigDecimal(parameters.getOrDefault("Escalations.Critical.Threshold", "0")));
        return switch (parameters.getOrDefault("Escalations.Critical.ComparisonOperator", "")) {
            case "GreaterThanThreshold" -> order > 0;
            case "GreaterThanOrEqualToThreshold" -> order >= 0;
            case "LessThanThreshold" -> order < 0;
            case "LessThanOrEqualToThreshold" -> order <= 0;
            default -> false;
        };
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException malformed) {
            throw new No("400", "malformed JSON");
        }
    }

    static Map<String, String> target(Map<String, String> parameters, int at) {
        var target = new TreeMap<String, String>();
        for (var each : List.of("Id", "Arn", "Level")) {
            target.put(each, CloudMonitorState.needed(parameters, "Targets." + at + "." + each));
        }
        if (!ARN.matcher(target.getOrDefault("Arn", "")).matches()) {
            throw new No("400", "The ARN of target " + at + " is invalid.");
        }
        return target;
    }
}
