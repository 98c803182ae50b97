package io.belay.adapter.aliyun.alarms;

import io.belay.adapter.aliyun.acs.Ask;
import io.belay.adapter.aliyun.http.Json;
import io.belay.core.Severity;
import io.belay.core.alarm.AlarmSpec;
import io.belay.core.alarm.Canonical;
import io.belay.core.alarm.Composite;
import io.belay.core.alarm.Limit;
import io.belay.core.alarm.Measure;
import io.belay.core.alarm.Owner;
import io.belay.core.alarm.Receiver;
import io.belay.core.alarm.Rule;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Canonical rules as CloudMonitor is asked for them: PutResourceMetricRule makes or overwrites the rule of an id.
 *
 * @param id of the rule
 */
record RuleWriting(String id, Owner owner) {
    /** "00:00-23:59": EffectiveInterval of PutResourceMetricRule. */
    static final String ALWAYS = "00:00-23:59";

    /** One rule. */
    Ask put(Canonical form) {
        var query = new TreeMap<String, String>();
        query.put("RuleId", id);
        query.put("RuleName", form.id().name());
        query.put("NoDataPolicy", noData(form));
        query.put("EffectiveInterval", ALWAYS);
        switch (form.resource()) {
            case AlarmSpec alarm -> alarm(query, alarm);
            case Composite composite -> composite(query, composite, form);
            default -> throw new IllegalArgumentException("no rule: " + form.id());
        }
        return Ask.call("PutResourceMetricRule", query);
    }

    private static String noData(Canonical form) {
        return form.fields()
                .text("missing data")
                .map(word -> switch (word) {
                    case "green" -> "OK";
                    case "ignored" -> "KEEP_LAST_STATE";
                    default -> "INSUFFICIENT_DATA";
                })
                .orElse("KEEP_LAST_STATE");
    }

    private void alarm(SortedMap<String, String> query, AlarmSpec alarm) {
        var period = alarm.window().period().toSeconds();
        query.put("Period", Long.toString(period));
        query.put("SilenceTime", seconds(alarm));
        common(query, alarm.description(), alarm.receivers());
        var limit = (Limit.Threshold) alarm.limit();
        switch (alarm.measure()) {
            case Measure.Metric metric -> {
                on(query, metric.namespace(), metric.name(), metric.dimensions());
                var level = "Escalations." + Words.written(alarm.severity()) + ".";
                query.put(level + "Statistics", Words.written(metric.statistic()));
                query.put(level + "ComparisonOperator", Words.written(limit.comparison()));
                query.put(level + "Threshold", limit.bound().toPlainString());
                query.put(level + "Times", Integer.toString(alarm.window().evaluations()));
            }
            case Measure.Maths maths -> {
                var first = maths.metrics().firstEntry().getValue();
                on(query, first.namespace(), first.name(), first.dimensions());
                query.put(
                        "CompositeExpression",
                        Json.write(new TreeMap<>(Map.of(
                                "ExpressionRaw",
                                Expression.written(maths, limit, period).orElseThrow(),
                                "Level",
                                level(alarm.severity()),
                                "Times",
                                alarm.window().evaluations()))));
            }
            case Measure.Of _, Measure.Query _ ->
                throw new IllegalArgumentException("no form of CloudMonitor: " + alarm.id());
        }
    }

    private void composite(SortedMap<String, String> query, Composite composite, Canonical form) {
        var all = !(composite.rule() instanceof Rule.Any);
        var conditions = composite.rule().alarms().stream()
                .map(each -> Condition.read(each).orElseThrow())
                .toList();
        var first = conditions.getFirst();
        on(query, first.namespace(), first.metric(), first.dimensions());
        common(query, composite.description(), composite.receivers());
        query.put("SilenceTime", Long.toString(RuleForms.SILENCE.toSeconds()));
        var times = form.fields().text(RuleForms.EVALUATIONS).orElse("1 of 1").split(" ", 2)[0];
        query.put(
                "CompositeExpression",
                Json.write(new TreeMap<>(Map.of(
                        "ExpressionList",
                        conditions.stream().map(Condition::written).toList(),
                        "ExpressionListJoin",
                        all ? "&&" : "||",
                        "Level",
                        level(composite.severity()),
                        "Times",
                        Integer.parseInt(times)))));
    }

    private static void on(
            SortedMap<String, String> query, String namespace, String metric, SortedMap<String, String> dimensions) {
        query.put("Namespace", namespace);
        query.put("MetricName", metric);
        query.put("Resources", "[" + Json.write(dimensions) + "]");
    }

    private void common(SortedMap<String, String> query, String description, List<Receiver> receivers) {
        var told = Told.of(receivers);
        query.put("ContactGroups", String.join(",", told.groups()));
        // Said where there is none as well: a rule that is overwritten might keep the address that it had.
        query.put("Webhook", told.webhook().map(each -> each.url().reveal()).orElse(""));
        var labels = new TreeMap<String, String>();
        if (RuleName.owner(id).isEmpty()) {
            labels.put(RuleName.OWNER, owner.mark());
        }
        if (!description.isEmpty()) {
            labels.put(Seen.DESCRIPTION, description);
        }
        var at = 1;
        for (var each : labels.entrySet()) {
            query.put("Labels." + at + ".Key", each.getKey());
            query.put("Labels." + at + ".Value", each.getValue());
            at++;
        }
    }

    private static String seconds(AlarmSpec alarm) {
        return Long.toString(alarm.remind().orElse(RuleForms.SILENCE).toSeconds());
    }

    private static String level(Severity severity) {
        return Words.written(severity).toUpperCase(Locale.ROOT);
    }

    /** What the rule tells beside its groups; each by an id that says which it is. */
    Optional<Ask> targets(List<String> arns, Severity severity) {
        if (arns.isEmpty()) {
            return Optional.empty();
        }
        var query = new TreeMap<String, String>();
        query.put("RuleId", id);
        for (int at = 1; at <= arns.size(); at++) {
            query.put("Targets." + at + ".Id", Integer.toString(at));
            query.put("Targets." + at + ".Arn", arns.get(at - 1));
            query.put("Targets." + at + ".Level", level(severity));
        }
        return Optional.of(Ask.call("PutMetricRuleTargets", query));
    }
}
