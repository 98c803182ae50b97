package io.belay.adapter.aliyun.alarms;

import static java.util.Objects.requireNonNull;

import io.belay.adapter.aliyun.acs.AcsClient;
import io.belay.adapter.aliyun.cloudmonitor.CloudMonitorAlarms;
import io.belay.adapter.aliyun.http.Json;
import io.belay.adapter.aliyun.sls.LogClient;
import io.belay.core.Deadline;
import io.belay.core.alarm.AlarmState.Colour;
import io.belay.core.alarm.DrillMark;
import io.belay.core.alarm.DrillTrail;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;

/**
 * A drill's traces on Alibaba Cloud: of the red alarm in the log of alerts, of all else in the log store of the function that answers
 * it, where a line of JSON says {@code "drill":"<the mark>"} and {@code "leg":"called"} and the like, and {@code "at"} when it was.
 *
 * <p>CloudMonitor keeps no reason: of what turned red since the alarm was rung it cannot be told that it did so for the drill, and
 * whoever answers may not know the mark; a line without one counts, since it is of the test alarm. Logs are to be searched some
 * seconds after they were written, where the log store has a full-text index.
 */
public final class AliyunDrillTrail implements DrillTrail {
    private final CloudMonitorAlarms alarms;
    private final LogClient logs;
    private final String store;

    /**
     * The traces in one region.
     *
     * @param client of CloudMonitor
     * @param logs of the project that has the function's log
     * @param store the log store into which the function writes
     */
    public AliyunDrillTrail(AcsClient client, LogClient logs, String store) {
        this.alarms = new CloudMonitorAlarms(client);
        this.logs = requireNonNull(logs, "logs");
        this.store = requireNonNull(store, "store");
    }

    @Override
    public Optional<Instant> seen(Leg leg, String alarm, DrillMark mark, Instant from, Deadline deadline)
            throws InterruptedException {
        return switch (leg) {
            case RED -> red(alarm, from, deadline);
            case CALLED, PLANNED, ANNOUNCED -> logged(leg, mark, from, deadline);
        };
    }

    /** The log of alerts tells whole seconds. */
    private Optional<Instant> red(String alarm, Instant from, Deadline deadline) throws InterruptedException {
        return alarms.history(alarm, from.truncatedTo(ChronoUnit.SECONDS), deadline).stream()
                .filter(each -> each.colour() == Colour.RED)
                .flatMap(each -> each.since().stream())
                .min(Comparator.naturalOrder());
    }

    private Optional<Instant> logged(Leg leg, DrillMark mark, Instant from, Deadline deadline)
            throws InterruptedException {
        var to = deadline.time().instant().plusSeconds(1);
        return logs.lines(store, "drill and leg and " + leg.word(), from, to, deadline).stream()
                .flatMap(line -> at(line, leg, mark).stream())
                .min(Comparator.naturalOrder());
    }

    private static Optional<Instant> at(Json line, Leg leg, DrillMark mark) {
        var message = line.text("message").orElse("");
        var said =
                Json.read(message.substring(Math.max(0, message.indexOf('{')))).orElse(Json.EMPTY);
        var drill = said.text("drill").orElse("of none");
        if (!said.text("leg").equals(Optional.of(leg.word())) || !(drill.isEmpty() || drill.equals(mark.id()))) {
            return Optional.empty();
        }
        return said.text("at")
                .flatMap(AliyunDrillTrail::instant)
                .or(() -> line.number("__time__").map(each -> Instant.ofEpochSecond(each.longValue())));
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
