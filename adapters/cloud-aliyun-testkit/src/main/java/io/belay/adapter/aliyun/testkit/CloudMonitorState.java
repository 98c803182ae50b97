package io.belay.adapter.aliyun.testkit;

import io.belay.adapter.aliyun.testkit.AliyunCloud.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules of CloudMonitor 1.0 and the log of their alerts. Thread-safe. */
public final class CloudMonitorState {
    static final String VERSION = "2019-01-01";

    private final Map<String, Rule> rules = new LinkedHashMap<>();
    private final List<Entry> log = new ArrayList<>();
    private final InstantSource clock;

    private record Rule(String id, String name, String state, String resources, boolean enabled) {}

    private record Entry(String rule, Instant at, String instance, String before, String level) {}

    CloudMonitorState(InstantSource clock) {
        this.clock = clock;
    }

    /** Puts a rule there, or puts another state on it: OK, ALARM, INSUFFICIENT_DATA. {@code resources} is JSON. */
    public synchronized void rule(String id, String name, String state, String resources) {
        rules.put(id, new Rule(id, name, state, resources, true));
    }

    /** Switches a rule off; the state that it had last stays. */
    public synchronized void disable(String id) {
        var rule = Optional.ofNullable(rules.get(id)).orElseThrow();
        rules.put(id, new Rule(id, rule.name(), rule.state(), rule.resources(), false));
    }

    /** Writes that one instance that the rule watches went from a level to another: P4, OK. */
    public synchronized void log(String rule, Instant at, String instance, String before, String level) {
        log.add(new Entry(rule, at, instance, before, level));
    }

    synchronized Reply answer(Received request) {
        // The parameters of these calls stand in the query. (API metadata, "in": "query".)
        return switch (request.action()) {
            case "DescribeMetricRuleList" -> rules(request.parameters());
            case "DescribeAlertLogList" -> entries(request.parameters());
            default -> throw new Refusal(404, "InvalidAction.NotFound", request.action());
        };
    }

    private Reply rules(Map<String, String> parameters) {
        var ids = Arrays.stream(parameters.getOrDefault("RuleIds", "").split(",", -1))
                .filter(each -> !each.isBlank())
                .toList();
        // DescribeMetricRuleList: "You can query at most 20 IDs at a time."
        if (ids.size() > 20) {
            return failed("400", "too many rule ids");
        }
        var name = parameters.getOrDefault("RuleName", "");
        var found = rules.values().stream()
                .filter(each -> ids.isEmpty() || ids.contains(each.id()))
                // "Fuzzy match is supported."
                .filter(each -> each.name().contains(name))
                .toList();
        var page = page(found, parameters, "Page").stream()
                .map(CloudMonitorState::described)
                .toList();
        return Reply.ok(Map.of(
                "Success",
                true,
                "Code",
                200,
                "RequestId",
                "1-c",
                "Total",
                Integer.toString(found.size()),
                "Alarms",
                Map.of("Alarm", page)));
    }

    private static Map<String, Object> described(Rule rule) {
        return Map.of(
                "RuleId", rule.id(),
                "RuleName", rule.name(),
                "AlertState", rule.state(),
                "EnableState", rule.enabled(),
                "Namespace", "acs_fc",
                "MetricName", "FunctionFunctionErrors",
                "Resources", rule.resources());
    }

    private Reply entries(Map<String, String> parameters) {
        var start = parameters.get("StartTime");
        var end = parameters.get("EndTime");
        // DescribeAlertLogList: both or none; none means the last 15 minutes; at most 15 days between them.
        if ((start == null) != (end == null)) {
            return failed("400", "StartTime and EndTime are given together");
        }
        var to = end == null ? clock.instant() : Instant.ofEpochMilli(Long.parseLong(end));
        var from = start == null ? to.minus(Duration.ofMinutes(15)) : Instant.ofEpochMilli(Long.parseLong(start));
        if (Duration.between(from, to).compareTo(Duration.ofDays(15)) > 0) {
            return failed("400", "the time range is over 15 days");
        }
        var yearAgo = clock.instant().minus(Duration.ofDays(365));
        var found = log.stream()
                .filter(each -> each.rule().equals(parameters.getOrDefault("RuleId", each.rule())))
                .filter(each -> !each.at().isBefore(from)
                        && !each.at().isAfter(to)
                        && each.at().isAfter(yearAgo))
                .toList();
        return Reply.ok(Map.of(
                "Success",
                true,
                "Code",
                "200",
                "RequestId",
                "1-e",
                "AlertLogList",
                page(found, parameters, "PageNumber").stream()
                        .map(CloudMonitorState::described)
                        .toList()));
    }

    private static Map<String, Object> described(Entry entry) {
        return Map.of(
                "RuleId", entry.rule(),
                "AlertTime", Long.toString(entry.at().toEpochMilli()),
                "InstanceId", entry.instance(),
                "Level", entry.level(),
                "LevelChange", entry.before() + "->" + entry.level(),
                "SendStatus", "0");
    }

    private static <T> List<T> page(List<T> all, Map<String, String> parameters, String number) {
        var size = Integer.parseInt(parameters.getOrDefault("PageSize", "10"));
        var page = Integer.parseInt(parameters.getOrDefault(number, "1"));
        return all.stream().skip((page - 1L) * size).limit(size).toList();
    }

    /** This API says no in the body of a 200. */
    private static Reply failed(String code, String message) {
        return Reply.ok(Map.of("Success", false, "Code", code, "Message", message, "RequestId", "1-f"));
    }
}
