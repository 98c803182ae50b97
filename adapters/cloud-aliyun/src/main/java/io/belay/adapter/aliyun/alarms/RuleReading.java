package io.belay.adapter.aliyun.alarms;

import io.belay.adapter.aliyun.http.Json;
import io.belay.core.Severity;
import io.belay.core.alarm.AlarmSpec;
import io.belay.core.alarm.Canonical;
import io.belay.core.alarm.Channel;
import io.belay.core.alarm.Composite;
import io.belay.core.alarm.Limit;
import io.belay.core.alarm.Measure;
import io.belay.core.alarm.Rule;
import io.belay.core.alarm.Window;
import io.belay.core.settings.Text;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A rule that is there, in the normal form of what it is: an alarm on a measure, or on several conditions. */
record RuleReading(Seen seen) {
    private static final List<String> LEVELS = List.of("Critical", "Warn", "Info");

    Canonical form() {
        var composite = seen.json().object("CompositeExpression");
        var conditions = composite.object("ExpressionList").objects("ExpressionList");
        if (!conditions.isEmpty()) {
            return several(composite, conditions);
        }
        var raw = composite.text("ExpressionRaw").filter(each -> !each.isBlank());
        return raw.map(line -> computed(composite, line)).orElseGet(this::single);
    }

    private Canonical single() {
        var escalations = seen.json().object("Escalations");
        var levels = LEVELS.stream()
                .filter(each -> escalations
                        .object(each)
                        .text("Threshold")
                        .filter(bound -> !bound.isBlank())
                        .isPresent())
                .toList();
        var level = levels.isEmpty() ? "Critical" : levels.getFirst();
        var escalation = escalations.object(level);
        var metric = new Measure.Metric(
                seen.text("Namespace"),
                seen.text("MetricName"),
                dimensions(),
                Words.statistic(escalation.text("Statistics").orElse("")));
        var operator = escalation.text("ComparisonOperator").orElse("");
        var comparison = Words.comparison(operator);
        var bound = escalation.number("Threshold").orElse(BigDecimal.ZERO);
        var limit = comparison
                .<Limit>map(each -> new Limit.Threshold(each, bound))
                .orElseGet(() -> Limit.Threshold.above(bound.toPlainString()));
        var form = alarm(metric, limit, period(seen.text("Period")), times(escalation), level);
        if (comparison.isEmpty()) {
            form = form.with("threshold", operator + " " + bound.toPlainString());
        }
        return levels.size() > 1
                ? form.with("other levels", String.join(", ", levels.subList(1, levels.size())))
                : form;
    }

    private Canonical computed(Json composite, String line) {
        var read = Expression.read(line, seen.text("Namespace"), dimensions());
        var level = composite.text("Level").orElse("Critical");
        return read.map(each ->
                        alarm(each.measure(), each.limit(), Duration.ofSeconds(each.period()), times(composite), level))
                .orElseGet(() -> alarm(
                                new Measure.Query(line),
                                Limit.Threshold.above("0"),
                                period(seen.text("Period")),
                                times(composite),
                                level)
                        .with("threshold", "as it says"));
    }

    private Canonical several(Json composite, List<Json> conditions) {
        var level = composite.text("Level").orElse("Critical");
        var read = new ArrayList<Condition>();
        var other = new ArrayList<String>();
        for (var each : conditions) {
            var comparison = Words.comparison(each.text("ComparisonOperator").orElse(""));
            if (comparison.isEmpty()) {
                other.add(each.members().toString());
            } else {
                read.add(new Condition(
                        seen.text("Namespace"),
                        dimensions(),
                        each.text("MetricName").orElse(""),
                        each.text("Statistics").orElse(""),
                        each.number("Period").orElse(BigDecimal.valueOf(60)).longValue(),
                        comparison.get(),
                        each.number("Threshold").orElse(BigDecimal.ZERO)));
            }
        }
        var all = !composite.text("ExpressionListJoin").orElse("&&").strip().equals("||");
        var rule = read.isEmpty() ? new Rule.Red(other.toString()) : CompositeForms.joined(all, read);
        var spec = new Composite(
                seen.name(), description(), rule, severity(level), told().receivers(), true, Optional.empty());
        var form = RuleForms.form(
                spec, seen.owner(), times(composite), remind(), Words.missing(seen.text("NoDataPolicy")));
        if (!other.isEmpty()) {
            form = form.with("other conditions", other.toString());
        }
        return levelled(seen.beyond(form, level), level);
    }

    private Canonical alarm(Measure measure, Limit limit, Duration period, int times, String level) {
        var spec = new AlarmSpec(
                seen.name(),
                description(),
                measure,
                limit,
                Window.of(period, times),
                Words.missing(seen.text("NoDataPolicy")),
                severity(level),
                told().receivers(),
                true,
                Optional.of(remind()));
        return levelled(seen.beyond(RuleForms.form(spec, seen.owner()), level), level);
    }

    /** We know two severities, and CloudMonitor three. */
    private static Canonical levelled(Canonical form, String level) {
        return level.equalsIgnoreCase("Info") ? form.with("severity", "info") : form;
    }

    private static Severity severity(String level) {
        return level.equalsIgnoreCase("Critical") ? Severity.CRITICAL : Severity.WARNING;
    }

    private Told told() {
        var groups = Arrays.stream(seen.text("ContactGroups").split(",", -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
        var webhook = Optional.of(seen.text("Webhook"))
                .filter(each -> !each.isBlank())
                .map(each -> new Channel.Webhook(Text.of(each)));
        return new Told(
                groups, webhook, seen.targets().values().stream().distinct().toList());
    }

    private String description() {
        return seen.labels().getOrDefault(Seen.DESCRIPTION, "");
    }

    private TreeMap<String, String> dimensions() {
        var resources = seen.resources();
        return resources.isEmpty() ? new TreeMap<>() : resources.getFirst();
    }

    private Duration remind() {
        return seen.json()
                .number("SilenceTime")
                .map(each -> Duration.ofSeconds(each.longValue()))
                .orElse(RuleForms.SILENCE);
    }

    private static int times(Json json) {
        return Math.max(1, json.number("Times").map(BigDecimal::intValue).orElse(1));
    }

    private static Duration period(String written) {
        var seconds = written.matches("[1-9]\\d{0,8}") ? Long.parseLong(written) : 60;
        return Duration.ofSeconds(seconds);
    }
}
