package io.belay.adapter.aws.testkit;

import static io.belay.adapter.aws.testkit.Xml.element;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * CloudWatch's alarms, over the query protocol, as in the CloudWatch API Reference; dashboards are {@link CloudWatchDashboards}'.
 *
 * <ul>
 *   <li>DescribeAlarms: "If you omit this parameter [AlarmTypes], only metric alarms are returned"; alarms that are not there
 *       are left out without a word; pages of 100.
 *   <li>DescribeAlarmHistory: pages of 100; "CloudWatch retains the history of an alarm even if you delete the alarm."
 *   <li>PutMetricAlarm, PutCompositeAlarm: what is there is overwritten as a whole, tags apart, which are taken only when an alarm
 *       is made; the name stays with its kind.
 *   <li>DeleteAlarms: "up to 100 alarms in one operation", "no more than one composite alarm"; none that a composite alarm asks.
 *   <li>StateTransitionedTimestamp is when the value changed, StateUpdatedTimestamp when anything of the state did.
 * </ul>
 */
public final class CloudWatchControl implements Control {
    private static final String NAMESPACE = "http://monitoring.amazonaws.com/doc/2010-08-01/";
    private static final int PAGE = 100;

    private final Map<String, CloudWatchAlarm> alarms = new ConcurrentSkipListMap<>();
    private final CloudWatchDashboards dashboards = new CloudWatchDashboards();
    private final CloudWatchMetrics metrics = new CloudWatchMetrics();
    private final InstantSource clock;
    private final Consumer<CloudWatchRing> topics;
    private volatile Consumer<CloudWatchRing> bell = _ -> {};

    CloudWatchControl(InstantSource clock, Consumer<CloudWatchRing> topics) {
        this.clock = clock;
        this.topics = topics;
    }

    /** An alarm on one metric with these dimensions, which has no data yet. */
    public CloudWatchControl metric(String name, Map<String, String> dimensions) {
        var form = new TreeMap<>(Map.of(
                "AlarmName", name,
                "MetricName", "Errors",
                "Namespace", "AWS/Lambda",
                "Statistic", "Sum",
                "Period", "60",
                "EvaluationPeriods", "1",
                "Threshold", "1.0",
                "ComparisonOperator", "GreaterThanThreshold"));
        var at = 1;
        for (var each : new TreeMap<>(dimensions).entrySet()) {
            form.put("Dimensions.member." + at + ".Name", each.getKey());
            form.put("Dimensions.member." + at + ".Value", each.getValue());
            at++;
        }
        return put(form);
    }

    /** An alarm made of others, whether they are there or not. */
    public CloudWatchControl composite(String name, String rule) {
        return put(new TreeMap<>(Map.of("AlarmName", name, "AlarmRule", rule)));
    }

    /** Somebody sets what {@code parameter} of PutMetricAlarm or PutCompositeAlarm sets: {@code Threshold}. */
    public CloudWatchControl change(String name, String parameter, String value) {
        alarm(name).form().put(parameter, value);
        return this;
    }

    /** The tags of an alarm. */
    public Map<String, String> tags(String name) {
        return alarm(name).tags().all();
    }

    /** A dashboard as it stands; empty where there is none. */
    public String dashboard(String name) {
        return dashboards.body(name);
    }

    /** Somebody puts a dashboard there. */
    public CloudWatchControl dashboard(String name, String body) {
        dashboards.put(name, body);
        return this;
    }

    /** Somebody measures {@code value} at {@code at}. */
    public CloudWatchControl measured(
            String namespace, String metric, Map<String, String> dimensions, Instant at, double value) {
        metrics.add(namespace, metric, dimensions, at, value);
        return this;
    }

    private CloudWatchAlarm alarm(String name) {
        return Optional.ofNullable(alarms.get(name)).orElseThrow();
    }

    private CloudWatchControl put(Map<String, String> form) {
        var before = Optional.ofNullable(alarms.get(form.getOrDefault("AlarmName", "")));
        var kept = new TreeMap<String, String>();
        var tags = new TreeMap<String, String>();
        form.forEach((key, value) -> {
            if (key.matches("Tags\\.member\\.\\d+\\.Key")) {
                tags.put(value, form.getOrDefault(key.replace(".Key", ".Value"), ""));
            } else if (!key.matches("Action|Version|Tags\\..*")) {
                kept.put(key, value);
            }
        });
        kept.putIfAbsent("ActionsEnabled", "true");
        var made = new CloudWatchAlarm(kept, new Tags("ValidationError"), new ArrayList<>());
        if (before.isPresent()) {
            CloudWatchBounds.hold(before.get().composite() == made.composite(), made.name() + " is of another kind");
            alarms.put(
                    made.name(),
                    new CloudWatchAlarm(kept, before.get().tags(), before.get().turns()));
            return this;
        }
        made.tags().put(tags);
        made.turns()
                .add(new CloudWatchTurn(
                        clock.instant(),
                        "INSUFFICIENT_DATA",
                        "INSUFFICIENT_DATA",
                        "Unchecked: Initial alarm creation"));
        alarms.put(made.name(), made);
        return this;
    }

    /** The alarm turns to {@code state}: OK, ALARM or INSUFFICIENT_DATA. */
    public CloudWatchControl turn(String name, String state, String reason) {
        var alarm = alarm(name);
        var before = alarm.last().to();
        var turn = new CloudWatchTurn(clock.instant(), before, state, reason);
        alarm.turns().add(turn);
        // "Actions are invoked only when the state changes."
        if (!before.equals(state)
                && alarm.form().getOrDefault("ActionsEnabled", "").equals("true")) {
            var key = switch (state) {
                case "ALARM" -> "AlarmActions.member.";
                case "OK" -> "OKActions.member.";
                default -> "InsufficientDataActions.member.";
            };
            for (var action : members(alarm.form(), key)) {
                var ring = CloudWatchRing.of(action, alarm, turn);
                topics.accept(ring);
                bell.accept(ring);
            }
        }
        return this;
    }

    /** Whom an alarm calls when it turns, is handed to {@code other}: but for topics, nobody is called by itself. */
    public CloudWatchControl ringing(Consumer<CloudWatchRing> other) {
        bell = other;
        return this;
    }

    @Override
    public String action(Asked asked) {
        return asked.form().getOrDefault("Action", "Unknown");
    }

    @Override
    public Answer answer(String action, Asked asked) {
        return switch (action) {
            case "DescribeAlarms" -> describe(asked.form());
            case "DescribeAlarmHistory" -> history(asked.form());
            case "PutMetricAlarm" -> {
                CloudWatchBounds.metric(asked.form());
                put(asked.form());
                yield result(action, "");
            }
            case "PutCompositeAlarm" -> {
                CloudWatchBounds.composite(asked.form(), alarms.keySet());
                put(asked.form());
                yield result(action, "");
            }
            case "DeleteAlarms" -> delete(members(asked.form(), "AlarmNames.member."));
            case "ListTagsForResource", "TagResource" ->
                result(action, CloudWatchTags.answer(action, asked.form(), alarms.values()));
            case "SetAlarmState" -> set(asked.form());
            default ->
                dashboards
                        .answer(action, asked.form())
                        .or(() -> metrics.answer(action, asked.form()))
                        .map(body -> result(action, body))
                        .orElseThrow(() -> new Refusal(400, "InvalidAction", "Could not find operation " + action));
        };
    }

    @Override
    public Answer refused(Refusal refusal) {
        return Xml.refused(refusal, NAMESPACE);
    }

    /** "If you specify any incorrect alarm names, the alarms you specify with correct names are still deleted." */
    private Answer delete(List<String> names) {
        CloudWatchBounds.hold(names.size() <= 100, "AlarmNames has more than 100 members");
        var composites = names.stream()
                .filter(name -> alarms.containsKey(name) && alarm(name).composite())
                .count();
        CloudWatchBounds.hold(composites <= 1, "More than one composite alarm cannot be deleted in one operation");
        for (var other : alarms.values()) {
            for (var asked : CloudWatchBounds.asked(other.form())) {
                CloudWatchBounds.hold(
                        names.contains(other.name()) || !names.contains(asked),
                        "Cannot delete " + asked + " as there are composite alarm(s) depending on it.");
            }
        }
        names.forEach(alarms::remove);
        return result("DeleteAlarms", "");
    }

    /** "Temporarily sets the state": what the alarm measures sets it again when it is next looked at. */
    private Answer set(Map<String, String> form) {
        var name = form.getOrDefault("AlarmName", "");
        var reason = form.getOrDefault("StateReason", "");
        if (!alarms.containsKey(name)) {
            throw new Refusal(404, "ResourceNotFound", "Unknown " + name);
        }
        CloudWatchBounds.hold(!reason.isEmpty() && reason.length() <= 1_023, "StateReason is of 1 to 1023 characters");
        CloudWatchBounds.hold(
                form.getOrDefault("StateValue", "").matches("OK|ALARM|INSUFFICIENT_DATA"), "StateValue is invalid");
        turn(name, form.getOrDefault("StateValue", ""), reason);
        return result("SetAlarmState", "");
    }

    private Answer describe(Map<String, String> form) {
        var names = members(form, "AlarmNames.member.");
        CloudWatchBounds.hold(names.size() <= 100, "AlarmNames has more than 100 members");
        var types = members(form, "AlarmTypes.member.");
        var found = alarms.values().stream()
                .filter(alarm -> names.isEmpty() || names.contains(alarm.name()))
                .filter(alarm -> alarm.name().startsWith(form.getOrDefault("AlarmNamePrefix", "")))
                .filter(alarm -> alarm.composite()
                        ? types.contains("CompositeAlarm")
                        : types.isEmpty() || types.contains("MetricAlarm"))
                .toList();
        var from = Integer.parseInt(form.getOrDefault("NextToken", "0"));
        var to = Math.min(found.size(), from + PAGE);
        var page = found.subList(from, to);
        var metrics = page.stream()
                .filter(alarm -> !alarm.composite())
                .map(CloudWatchAlarm::listed)
                .collect(Collectors.joining());
        var composites = page.stream()
                .filter(alarm -> alarm.composite())
                .map(CloudWatchAlarm::listed)
                .collect(Collectors.joining());
        return result(
                "DescribeAlarms",
                "<MetricAlarms>" + metrics + "</MetricAlarms><CompositeAlarms>" + composites + "</CompositeAlarms>"
                        + next(to, found));
    }

    private Answer history(Map<String, String> form) {
        var name = form.getOrDefault("AlarmName", "");
        var since = Instant.parse(form.getOrDefault("StartDate", "1970-01-01T00:00:00Z"));
        var turns =
                Optional.ofNullable(alarms.get(name)).map(CloudWatchAlarm::turns).orElse(List.of()).reversed().stream()
                        .filter(turn -> !turn.at().isBefore(since))
                        .filter(turn -> !turn.from().equals(turn.to()))
                        .toList();
        var newestFirst = form.getOrDefault("ScanBy", "TimestampDescending").equals("TimestampDescending");
        var ordered = newestFirst ? turns : turns.reversed();
        var from = Integer.parseInt(form.getOrDefault("NextToken", "0"));
        var to = Math.min(ordered.size(), from + PAGE);
        var items =
                ordered.subList(from, to).stream().map(turn -> turn.item(name)).collect(Collectors.joining());
        return result(
                "DescribeAlarmHistory", "<AlarmHistoryItems>" + items + "</AlarmHistoryItems>" + next(to, ordered));
    }

    private static String next(int to, Collection<?> all) {
        return to < all.size() ? element("NextToken", String.valueOf(to)) : "";
    }

    private static List<String> members(Map<String, String> form, String prefix) {
        return form.entrySet().stream()
                .filter(each -> each.getKey().startsWith(prefix))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static Answer result(String action, String body) {
        return Xml.answer(action, NAMESPACE, body);
    }
}
