package io.belay.adapter.aws;

import static java.util.Objects.requireNonNull;

import io.belay.core.Deadline;
import io.belay.core.alarm.AlarmState.Colour;
import io.belay.core.alarm.DrillMark;
import io.belay.core.alarm.DrillTrail;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;

/**
 * A drill's traces on AWS: of the red alarm in its history, of all else in the log of the function that answers it, where a line of
 * JSON says {@code "drill":"<the mark>"} and {@code "leg":"called"} and the like. A line says when under
 * {@code at}, else it counts from when Lambda had it. Logs are to be searched some seconds after they were written.
 */
public final class AwsDrillTrail implements DrillTrail {
    /** Of one drill and leg there is one line; of a log that is torn into many streams a page may be empty all the same. */
    private static final int LINES = 100;

    private static final Pattern AT =
            Pattern.compile("\"at\":\"(\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?Z)\"");

    private final AwsClients aws;
    private final CloudWatchAlarms alarms;
    private final String log;

    /**
     * The traces in one region.
     *
     * @param log the log group of the function: {@code /aws/lambda/rollback}
     */
    public AwsDrillTrail(AwsClients aws, String log) {
        this.aws = requireNonNull(aws, "aws");
        this.alarms = new CloudWatchAlarms(aws);
        this.log = requireNonNull(log, "log");
    }

    @Override
    public Optional<Instant> seen(Leg leg, String alarm, DrillMark mark, Instant from, Deadline deadline)
            throws InterruptedException {
        return switch (leg) {
            case RED -> red(alarm, mark, from, deadline);
            case CALLED, PLANNED, ANNOUNCED -> logged(leg, mark, from, deadline);
        };
    }

    private Optional<Instant> red(String alarm, DrillMark mark, Instant from, Deadline deadline)
            throws InterruptedException {
        return alarms.history(alarm, from, deadline).stream()
                .filter(each -> each.colour() == Colour.RED)
                .filter(each -> DrillMark.read(each.reason()).equals(Optional.of(mark)))
                .flatMap(each -> each.since().stream())
                .min(Comparator.naturalOrder());
    }

    private Optional<Instant> logged(Leg leg, DrillMark mark, Instant from, Deadline deadline)
            throws InterruptedException {
        var pattern = "{ $.drill = \"" + mark.id() + "\" && $.leg = \"" + leg.word() + "\" }";
        return Pages.all(
                        "FilterLogEvents",
                        token -> AwsCall.ask(
                                deadline,
                                limits -> aws.logs()
                                        .filterLogEvents(request -> request.logGroupName(log)
                                                .startTime(from.toEpochMilli())
                                                .filterPattern(pattern)
                                                .limit(LINES)
                                                .nextToken(token.orElse(null))
                                                .overrideConfiguration(limits))),
                        answer -> Optional.ofNullable(answer.nextToken()),
                        answer -> answer.events())
                .stream()
                .map(AwsDrillTrail::at)
                .min(Comparator.naturalOrder());
    }

    /** A function that logs at its end says there when a leg was gone. */
    private static Instant at(FilteredLogEvent line) {
        var at = AT.matcher(line.message());
        return at.find() ? Instant.parse(at.group(1)) : Instant.ofEpochMilli(line.timestamp());
    }
}
