package io.belay.adapter.aliyun.testkit;

import io.belay.adapter.aliyun.testkit.AliyunCloud.Reply;
import io.belay.adapter.aliyun.testkit.CloudMonitorState.No;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The rules, each as the parameters that made it, and their targets. */
final class RulesState {
    private final Map<String, Rule> rules = new LinkedHashMap<>();
    private final Map<String, Map<String, Map<String, String>>> targets = new LinkedHashMap<>();
    private final RuleChecks checks;

    private record Rule(Map<String, String> parameters, String state, boolean enabled) {}

    RulesState(MetricsState metrics, ContactsState contacts) {
        checks = new RuleChecks(metrics, contacts);
    }

    void put(String id, String name, String state, String resources) {
        var parameters = new TreeMap<>(Map.of(
                "RuleId", id,
                "RuleName", name,
                "Namespace", "acs_fc",
                "MetricName", "FunctionFunctionErrors",
                "Resources", resources));
        rules.put(id, new Rule(parameters, state, true));
    }

    void put(Map<String, String> parameters) {
        var enabled = Optional.ofNullable(rules.get(parameters.get("RuleId")))
                .map(Rule::enabled)
                .orElse(true);
        rules.put(
                Optional.ofNullable(parameters.get("RuleId")).orElseThrow(),
                new Rule(Map.copyOf(parameters), "INSUFFICIENT_DATA", enabled));
    }

    void change(String id, String parameter, String value) {
        var changed =
                new TreeMap<>(Optional.ofNullable(rules.get(id)).orElseThrow().parameters());
        if (value.isEmpty()) {
            changed.remove(parameter);
        } else {
            changed.put(parameter, value);
        }
        put(changed);
    }

    void untarget(String id) {
        targets.remove(id);
    }

    Map<String, Map<String, String>> all() {
        var all = new LinkedHashMap<String, Map<String, String>>();
        rules.forEach((id, rule) -> all.put(id, rule.parameters()));
        return all;
    }

    void disable(String id) {
        var rule = Optional.ofNullable(rules.get(id)).orElseThrow();
        rules.put(id, new Rule(rule.parameters(), rule.state(), false));
    }

    /** A value of a metric of one's own; the rules that turn by it, with their new states. */
    Map<String, String> measured(String metric, BigDecimal value) {
        var turned = new LinkedHashMap<String, String>();
        rules.forEach((id, rule) -> {
            if (rule.parameters().getOrDefault("Namespace", "").startsWith("acs_customMetric")
                    && rule.parameters().getOrDefault("MetricName", "").equals(metric)) {
                var state = RuleChecks.crossed(rule.parameters(), value) ? "ALARM" : "OK";
                if (!state.equals(rule.state())) {
                    turned.put(id, state);
                }
            }
        });
        turned.forEach(this::turn);
        return turned;
    }

    void turn(String id, String state) {
        var rule = there(id);
        rules.put(id, new Rule(rule.parameters(), state, rule.enabled()));
    }

    Reply list(Map<String, String> parameters) {
        var ids = Arrays.stream(parameters.getOrDefault("RuleIds", "").split(",", -1))
                .filter(each -> !each.isBlank())
                .toList();
        // DescribeMetricRuleList: "You can query at most 20 IDs at a time."
        if (ids.size() > 20) {
            throw new No("400", "too many rule ids");
        }
        var name = parameters.getOrDefault("RuleName", "");
        var found = rules.entrySet().stream()
                .filter(each -> ids.isEmpty() || ids.contains(each.getKey()))
                // "Fuzzy match is supported."
                .filter(each -> each.getValue()
                        .parameters()
                        .getOrDefault("RuleName", "")
                        .contains(name))
                .map(Map.Entry::getValue)
                .toList();
        var page = CloudMonitorState.page(found, parameters, "Page").stream()
                .map(each -> RuleView.of(each.parameters(), each.state(), each.enabled()))
                .toList();
        return CloudMonitorState.ok(
                Map.of("Code", 200, "Total", Integer.toString(found.size()), "Alarms", Map.of("Alarm", page)));
    }

    Reply write(Map<String, String> parameters) {
        checks.check(parameters);
        put(parameters);
        return CloudMonitorState.ok(Map.of());
    }

    Reply delete(List<String> ids) {
        if (ids.isEmpty() || ids.size() > 20) {
            throw new No("400", "1 to 20 ids of rules at a time");
        }
        ids.forEach(rules::remove);
        ids.forEach(targets::remove);
        return CloudMonitorState.ok(Map.of());
    }

    Reply enable(List<String> ids) {
        for (var id : ids) {
            var rule = there(id);
            rules.put(id, new Rule(rule.parameters(), rule.state(), true));
        }
        return CloudMonitorState.ok(Map.of());
    }

    private Rule there(String id) {
        return Optional.ofNullable(rules.get(id)).orElseThrow(() -> new No("404", "The rule does not exist."));
    }

    Reply targets(Map<String, String> parameters) {
        var id = CloudMonitorState.needed(parameters, "RuleId");
        there(id);
        return CloudMonitorState.ok(Map.of(
                "Targets",
                Map.of("Target", List.copyOf(targets.getOrDefault(id, Map.of()).values()))));
    }

    Reply putTargets(Map<String, String> parameters) {
        var id = CloudMonitorState.needed(parameters, "RuleId");
        there(id);
        var more = new LinkedHashMap<>(targets.getOrDefault(id, Map.of()));
        for (int at = 1; parameters.containsKey("Targets." + at + ".Id"); at++) {
            var target = RuleChecks.target(parameters, at);
            more.put(target.getOrDefault("Id", ""), target);
        }
        // "Valid values of N: 1 to 5."
        if (more.isEmpty() || more.size() > 5) {
            throw new No("400", "1 to 5 targets of a rule");
        }
        targets.put(id, more);
        return CloudMonitorState.ok(Map.of());
    }

    Reply deleteTargets(Map<String, String> parameters) {
        var id = CloudMonitorState.needed(parameters, "RuleId");
        var less = new LinkedHashMap<>(targets.getOrDefault(id, Map.of()));
        for (var each : CloudMonitorState.numbered(parameters, "TargetIds")) {
            less.remove(each);
        }
        targets.put(id, less);
        return CloudMonitorState.ok(Map.of());
    }
}
