package io.belay.five.bailian;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.adapter.aliyun.testkit.FunctionComputeState;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What CloudMonitor posts to a callback where a rule turns red: a form. (Help, 60714.) */
final class Callback {
    private Callback() {}

    static String of(Map<String, Map<String, String>> rules, String alarm, Instant at) {
        var rule = rules.values().stream()
                .filter(each -> each.getOrDefault("RuleName", "").contains(alarm))
                .findFirst()
                .orElseThrow();
        var form = new LinkedHashMap<String, String>();
        form.put("expression", "$Maximum>0");
        form.put("metricName", rule.getOrDefault("MetricName", ""));
        form.put("namespace", rule.getOrDefault("Namespace", ""));
        form.put("alertName", rule.getOrDefault("RuleName", ""));
        form.put("ruleId", rule.getOrDefault("RuleId", ""));
        form.put("alertState", "ALERT");
        form.put("preTriggerLevel", "null");
        form.put("triggerLevel", "CRITICAL");
        form.put(
                "dimensions",
                rule.getOrDefault("Resources", "").replace("\"", "").replace(':', '='));
        form.put("timestamp", Long.toString(at.toEpochMilli()));
        form.put("userId", FunctionComputeState.ACCOUNT);
        return form.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
