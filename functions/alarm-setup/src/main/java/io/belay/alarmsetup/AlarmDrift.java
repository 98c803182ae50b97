package io.belay.alarmsetup;

import static java.util.Objects.requireNonNull;

import io.belay.core.Report;
import io.belay.core.Request;
import io.belay.core.Time;
import io.belay.core.Verdict;
import io.belay.core.alarm.Canonical;
import io.belay.core.plan.Change;
import io.belay.core.system.SystemSpec;
import java.util.function.Function;

/**
 * The plan as something to be watched, called by the clock: a critical alarm that is not there or not as it should be is a FAIL, all
 * other drift a WARN. Changes nothing. Safe for use by many threads.
 */
public final class AlarmDrift implements Function<Request, Report> {
    private final Time time;
    private final Frame frame;
    private final Planned planned;

    /** The function for {@code system}. */
    public AlarmDrift(SystemSpec system, Time time) {
        this.time = requireNonNull(time, "time");
        frame = new Frame("alarms-drift", requireNonNull(system, "system"), time);
        planned = new Planned(system, frame, AlarmDrift::weigh);
    }

    @Override
    public Report apply(Request request) {
        return frame.report(request, () -> planned.findings(request, time));
    }

    private static Verdict weigh(Change<Canonical> change) {
        return change.after()
                .map(each -> Told.severity(each.resource()).weigh(Verdict.FAIL))
                .orElse(Verdict.WARN);
    }
}
