package io.belay.adapter.aws;

import static java.util.Objects.requireNonNull;

import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.alarm.AlarmBell;
import io.belay.core.alarm.AlarmState;
import io.belay.core.alarm.DrillMark;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/**
 * Rings alarms on a metric by SetAlarmState. An alarm returns to what it measures by itself when CloudWatch looks at it again,
 * within a minute; one made of others does so only when one of those changes, and so is not rung: SetAlarmState in the CloudWatch API
 * Reference.
 */
public final class CloudWatchBell implements AlarmBell {
    /** A drill is over sooner than that. */
    private static final Duration RECENT = Duration.ofHours(1);

    private final AwsClients aws;
    private final CloudWatchAlarms alarms;

    /** The alarms of one region. */
    public CloudWatchBell(AwsClients aws) {
        this.aws = requireNonNull(aws, "aws");
        this.alarms = new CloudWatchAlarms(aws);
    }

    @Override
    public void ring(String alarm, DrillMark mark, Deadline deadline) throws InterruptedException {
        var now = metric(alarm, deadline);
        if (!bears(now, mark) && !rung(now.name(), mark, deadline)) {
            set(now.name(), StateValue.ALARM, mark.reason(), deadline);
        }
    }

    /** It may have returned to what it measures since it was rung. */
    private boolean rung(String alarm, DrillMark mark, Deadline deadline) throws InterruptedException {
        return alarms.history(alarm, deadline.time().instant().minus(RECENT), deadline).stream()
                .anyMatch(each -> bears(each, mark));
    }

    private static boolean bears(AlarmState state, DrillMark mark) {
        return DrillMark.read(state.reason()).equals(Optional.of(mark)) && state.colour() == AlarmState.Colour.RED;
    }

    /** What has turned red by itself meanwhile stays red. */
    @Override
    public void reset(String alarm, DrillMark mark, Deadline deadline) throws InterruptedException {
        var now = metric(alarm, deadline);
        if (bears(now, mark)) {
            set(now.name(), StateValue.INSUFFICIENT_DATA, "Belay drill " + mark + " is over", deadline);
        }
    }

    private AlarmState metric(String alarm, Deadline deadline) throws InterruptedException {
        var state = alarms.read(alarm, deadline);
        var metric = AwsCall.ask(
                deadline,
                limits -> aws.cloudWatch()
                        .describeAlarms(
                                request -> request.alarmNames(state.name()).overrideConfiguration(limits)));
        if (metric.metricAlarms().isEmpty()) {
            throw new PortException(new Fault(
                    Fault.Kind.REJECTED,
                    alarm + " is made of others and would stay as it was rung: name one on a metric"));
        }
        return state;
    }

    private void set(String alarm, StateValue state, String reason, Deadline deadline) throws InterruptedException {
        AwsCall.ask(
                deadline,
                limits -> aws.cloudWatch()
                        .setAlarmState(request -> request.alarmName(alarm)
                                .stateValue(state)
                                .stateReason(reason)
                                .overrideConfiguration(limits)));
    }
}
