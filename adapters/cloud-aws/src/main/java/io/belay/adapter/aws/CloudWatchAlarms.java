package io.belay.adapter.aws;

import static java.util.Objects.requireNonNull;

import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.alarm.AlarmSource;
import io.belay.core.alarm.AlarmState;
import io.belay.core.alarm.AlarmState.Colour;
import io.belay.core.probe.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudwatch.model.AlarmHistoryItem;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.HistoryItemType;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/**
 * CloudWatch's alarms on a metric, and those made of others, by name or ARN. An alarm made of others watches no dimension of its
 * own. CloudWatch keeps 30 days of history.
 */
public final class CloudWatchAlarms implements AlarmSource {
    private static final AlarmType[] BOTH = {AlarmType.METRIC_ALARM, AlarmType.COMPOSITE_ALARM};
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A thousand turns of colour: more than anybody looks through. */
    private static final int PAGES = 10;

    private final AwsClients aws;

    /** The alarms of one region. */
    public CloudWatchAlarms(AwsClients aws) {
        this.aws = requireNonNull(aws, "aws");
    }

    @Override
    public Target target() {
        var address = "cloudwatch:" + aws.place().region();
        return new Target(address, address);
    }

    @Override
    public String kind() {
        return "cloudwatch";
    }

    @Override
    public AlarmState read(String alarm, Deadline deadline) throws InterruptedException {
        var name = name(alarm);
        var found = AwsCall.ask(
                deadline,
                limits -> aws.cloudWatch()
                        .describeAlarms(request ->
                                request.alarmNames(name).alarmTypes(BOTH).overrideConfiguration(limits)));
        return Stream.concat(
                        found.metricAlarms().stream().map(CloudWatchAlarms::state),
                        found.compositeAlarms().stream().map(CloudWatchAlarms::state))
                .findFirst()
                .orElseThrow(() -> new PortException(new Fault(Fault.Kind.NOT_FOUND, "no alarm " + name)));
    }

    @Override
    public List<AlarmState> history(String alarm, Instant from, Deadline deadline) throws InterruptedException {
        var name = name(alarm);
        var turns = new ArrayList<AlarmState>();
        Optional<String> token = Optional.empty();
        for (int page = 0; page < PAGES; page++) {
            var next = token;
            var answer = AwsCall.ask(
                    deadline,
                    limits -> aws.cloudWatch()
                            .describeAlarmHistory(request -> request.alarmName(name)
                                    .alarmTypes(BOTH)
                                    .historyItemType(HistoryItemType.STATE_UPDATE)
                                    .scanBy(ScanBy.TIMESTAMP_DESCENDING)
                                    .startDate(from)
                                    .maxRecords(100)
                                    .nextToken(next.orElse(null))
                                    .overrideConfiguration(limits)));
            answer.alarmHistoryItems().forEach(item -> turns.add(turn(item)));
            token = Optional.ofNullable(answer.nextToken()).filter(said -> !said.isEmpty());
            if (token.isEmpty()) {
                break;
            }
        }
        return turns;
    }

    /** {@code arn:aws:cloudwatch:REGION:ACCOUNT:alarm:NAME}, or the name itself. */
    private static String name(String alarm) {
        return alarm.startsWith("arn:") ? alarm.substring(alarm.indexOf(":alarm:") + ":alarm:".length()) : alarm;
    }

    private static AlarmState state(MetricAlarm alarm) {
        var dimensions = Stream.concat(
                alarm.dimensions().stream(),
                alarm.metrics().stream()
                        .flatMap(query -> Stream.ofNullable(query.metricStat()))
                        .flatMap(stat -> stat.metric().dimensions().stream()));
        return new AlarmState(
                alarm.alarmName(),
                colour(alarm.stateValue()),
                since(alarm.stateTransitionedTimestamp(), alarm.stateUpdatedTimestamp()),
                Objects.requireNonNullElse(alarm.stateReason(), ""),
                watched(dimensions));
    }

    private static AlarmState state(CompositeAlarm alarm) {
        return new AlarmState(
                alarm.alarmName(),
                colour(alarm.stateValue()),
                since(alarm.stateTransitionedTimestamp(), alarm.stateUpdatedTimestamp()),
                Objects.requireNonNullElse(alarm.stateReason(), ""),
                Map.of());
    }

    /** When the value changed; an alarm from before CloudWatch kept that tells only when any of its state did. */
    private static Optional<Instant> since(Instant transitioned, Instant updated) {
        return Optional.ofNullable(transitioned).or(() -> Optional.ofNullable(updated));
    }

    /** An expression over several metrics watches each of its dimensions; one of two values is neither's. */
    private static Map<String, String> watched(Stream<Dimension> dimensions) {
        var watched = new LinkedHashMap<String, String>();
        dimensions
                .distinct()
                .forEach(each -> watched.merge(each.name(), each.value(), (one, other) -> one + "," + other));
        return watched;
    }

    private static AlarmState turn(AlarmHistoryItem item) {
        try {
            var state = JSON.readTree(item.historyData()).path("newState");
            return new AlarmState(
                    item.alarmName(),
                    colour(StateValue.fromValue(state.path("stateValue").asString())),
                    Optional.of(item.timestamp()),
                    state.path("stateReason").asString(""),
                    Map.of());
        } catch (JacksonException unreadable) {
            var fault = new Fault(Fault.Kind.REJECTED, "the history of " + item.alarmName() + " cannot be read");
            throw new PortException(fault, unreadable);
        }
    }

    private static Colour colour(StateValue value) {
        return switch (value) {
            case OK -> Colour.GREEN;
            case ALARM -> Colour.RED;
            case INSUFFICIENT_DATA, UNKNOWN_TO_SDK_VERSION -> Colour.UNKNOWN;
        };
    }
}
