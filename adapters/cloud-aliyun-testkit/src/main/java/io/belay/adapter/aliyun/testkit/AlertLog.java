package io.belay.adapter.aliyun.testkit;

import io.belay.adapter.aliyun.testkit.AliyunCloud.Reply;
import io.belay.adapter.aliyun.testkit.CloudMonitorState.No;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The log of what happened to each thing that a rule watches. */
final class AlertLog {
    private final List<Entry> entries = new ArrayList<>();
    private final InstantSource clock;

    private record Entry(String rule, Instant at, String instance, String before, String level) {}

    AlertLog(InstantSource clock) {
        this.clock = clock;
    }

    void add(String rule, Instant at, String instance, String before, String level) {
        entries.add(new Entry(rule, at, instance, before, level));
    }

    Reply list(Map<String, String> parameters) {
        var start = parameters.get("StartTime");
        var end = parameters.get("EndTime");
        // DescribeAlertLogList: both or none; none means the last 15 minutes; at most 15 days between them.
        if ((start == null) != (end == null)) {
            throw new No("400", "StartTime and EndTime are given together");
        }
        var to = end == null ? clock.instant() : Instant.ofEpochMilli(Long.parseLong(end));
        var from = start == null ? to.minus(Duration.ofMinutes(15)) : Instant.ofEpochMilli(Long.parseLong(start));
        if (Duration.between(from, to).compareTo(Duration.ofDays(15)) > 0) {
            throw new No("400", "the time range is over 15 days");
        }
        var yearAgo = clock.instant().minus(Duration.ofDays(365));
        var found = entries.stream()
                .filter(each -> each.rule().equals(parameters.getOrDefault("RuleId", each.rule())))
                .filter(each -> !each.at().isBefore(from)
                        && !each.at().isAfter(to)
                        && each.at().isAfter(yearAgo))
                .toList();
        return CloudMonitorState.ok(Map.of(
                "AlertLogList",
                CloudMonitorState.page(found, parameters, "PageNumber").stream()
                        .map(AlertLog::described)
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
}
