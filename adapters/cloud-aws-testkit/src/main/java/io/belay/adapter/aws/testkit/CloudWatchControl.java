package io.belay.adapter.aws.testkit;

import static io.belay.adapter.aws.testkit.Xml.element;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import tools.jackson.databind.ObjectMapper;

/**
 * CloudWatch's alarms, over the query protocol, as in the CloudWatch API Reference.
 *
 * <ul>
 *   <li>DescribeAlarms: "If you omit this parameter [AlarmTypes], only metric alarms are returned"; alarms that are not there
 *       are left out without a word; pages of 100.
 *   <li>DescribeAlarmHistory: pages of 100; "CloudWatch retains the history of an alarm even if you delete the alarm."
 *   <li>StateTransitionedTimestamp is when the value changed, StateUpdatedTimestamp when anything of the state did.
 * </ul>
 */
public final class CloudWatchControl implements Control {
    private static final String NAMESPACE = "http://monitoring.amazonaws.com/doc/2010-08-01/";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 100;

    private final Map<String, Alarm> alarms = new ConcurrentSkipListMap<>();
    private final InstantSource clock;

    CloudWatchControl(InstantSource clock) {
        this.clock = clock;
    }

    private record Turn(Instant at, String from, String to, String reason) {}

    private record Alarm(String name, Optional<String> rule, Map<String, String> dimensions, List<Turn> turns) {
        private Turn last() {
            return turns.getLast();
        }
    }

    /** An alarm on one metric with these dimensions, which has no data yet. */
    public CloudWatchControl metric(String name, Map<String, String> dimensions) {
        return put(new Alarm(name, Optional.empty(), dimensions, new ArrayList<>()));
    }

    /** An alarm made of others. */
    public CloudWatchControl composite(String name, String rule) {
        return put(new Alarm(name, Optional.of(rule), Map.of(), new ArrayList<>()));
    }

    private CloudWatchControl put(Alarm alarm) {
        alarm.turns()
                .add(new Turn(
                        clock.instant(),
                        "INSUFFICIENT_DATA",
                        "INSUFFICIENT_DATA",
                        "Unchecked: Initial alarm creation"));
        alarms.put(alarm.name(), alarm);
        return this;
    }

    /** The alarm turns to {@code state}: OK, ALARM or INSUFFICIENT_DATA. */
    public CloudWatchControl turn(String name, String state, String reason) {
        var alarm = Optional.ofNullable(alarms.get(name)).orElseThrow();
        alarm.turns().add(new Turn(clock.instant(), alarm.last().to(), state, reason));
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
            default -> throw new Refusal(400, "InvalidAction", "Could not find operation " + action);
        };
    }

    @Override
    public Answer refused(Refusal refusal) {
        return Xml.refused(refusal, NAMESPACE);
    }

    private Answer describe(Map<String, String> form) {
        var names = members(form, "AlarmNames.member.");
        var types = members(form, "AlarmTypes.member.");
        var found = alarms.values().stream()
                .filter(alarm -> names.isEmpty() || names.contains(alarm.name()))
                .filter(alarm -> alarm.rule().isPresent()
                        ? types.contains("CompositeAlarm")
                        : types.isEmpty() || types.contains("MetricAlarm"))
                .toList();
        var from = Integer.parseInt(form.getOrDefault("NextToken", "0"));
        var to = Math.min(found.size(), from + PAGE);
        var page = found.subList(from, to);
        var metrics = page.stream()
                .filter(alarm -> alarm.rule().isEmpty())
                .map(this::metric)
                .collect(Collectors.joining());
        var composites = page.stream()
                .filter(alarm -> alarm.rule().isPresent())
                .map(this::composite)
                .collect(Collectors.joining());
        return result(
                "DescribeAlarms",
                "<MetricAlarms>" + metrics + "</MetricAlarms><CompositeAlarms>" + composites + "</CompositeAlarms>"
                        + next(to, found));
    }

    private Answer history(Map<String, String> form) {
        var name = form.getOrDefault("AlarmName", "");
        var since = Instant.parse(form.getOrDefault("StartDate", "1970-01-01T00:00:00Z"));
        var turns = Optional.ofNullable(alarms.get(name)).map(Alarm::turns).orElse(List.of()).reversed().stream()
                .filter(turn -> !turn.at().isBefore(since))
                .filter(turn -> !turn.from().equals(turn.to()))
                .toList();
        var newestFirst = form.getOrDefault("ScanBy", "TimestampDescending").equals("TimestampDescending");
        var ordered = newestFirst ? turns : turns.reversed();
        var from = Integer.parseInt(form.getOrDefault("NextToken", "0"));
        var to = Math.min(ordered.size(), from + PAGE);
        var items =
                ordered.subList(from, to).stream().map(turn -> item(name, turn)).collect(Collectors.joining());
        return result(
                "DescribeAlarmHistory", "<AlarmHistoryItems>" + items + "</AlarmHistoryItems>" + next(to, ordered));
    }

    private static String item(String name, Turn turn) {
        var data = JSON.writeValueAsString(Map.of(
                "version", "1.0",
                "oldState", Map.of("stateValue", turn.from(), "stateReason", "before"),
                "newState", Map.of("stateValue", turn.to(), "stateReason", turn.reason())));
        return "<member>" + element("AlarmName", name) + element("AlarmType", "MetricAlarm")
                + element("Timestamp", turn.at().toString()) + element("HistoryItemType", "StateUpdate")
                + element("HistorySummary", "Alarm updated from " + turn.from() + " to " + turn.to())
                + element("HistoryData", data) + "</member>";
    }

    private String metric(Alarm alarm) {
        var dimensions = alarm.dimensions().entrySet().stream()
                .map(each ->
                        "<member>" + element("Name", each.getKey()) + element("Value", each.getValue()) + "</member>")
                .collect(Collectors.joining());
        return "<member>" + state(alarm) + element("MetricName", "Errors") + element("Namespace", "AWS/Lambda")
                + "<Dimensions>" + dimensions + "</Dimensions></member>";
    }

    private String composite(Alarm alarm) {
        return "<member>" + state(alarm) + element("AlarmRule", alarm.rule().orElse("")) + "</member>";
    }

    private static String state(Alarm alarm) {
        var changed = alarm.turns().reversed().stream()
                .filter(turn -> !turn.from().equals(turn.to()))
                .findFirst()
                .orElse(alarm.last());
        return element("AlarmName", alarm.name())
                + element(
                        "AlarmArn",
                        "arn:aws:cloudwatch:" + AwsServer.REGION + ":" + AwsServer.ACCOUNT + ":alarm:" + alarm.name())
                + element("StateValue", alarm.last().to())
                + element("StateReason", alarm.last().reason())
                + element("StateUpdatedTimestamp", alarm.last().at().toString())
                + element("StateTransitionedTimestamp", changed.at().toString());
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
