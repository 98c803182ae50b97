package io.belay.alarmsetup;

import static java.util.Objects.requireNonNull;

import io.belay.core.Report;
import io.belay.core.Request;
import io.belay.core.Time;
import io.belay.core.Verdict;
import io.belay.core.system.SystemSpec;
import java.util.function.Function;

/**
 * Says which changes make the alarms that are into the alarms that should be: a finding for each, old beside new for each field;
 * then what is left alone, what a store cannot express, what nobody would hear of, and whether the promised time to safety can be
 * kept. Its id, in the first finding, is what {@link AlarmApply} asks for. Changes nothing. A change that is due is a WARN.
 * {@link Request#only} names things; without it all. Safe for use by many threads.
 */
public final class AlarmPlan implements Function<Request, Report> {
    private final Time time;
    private final Frame frame;
    private final Planned planned;

    /** The function for {@code system}. */
    public AlarmPlan(SystemSpec system, Time time) {
        this.time = requireNonNull(time, "time");
        frame = new Frame("alarms-plan", requireNonNull(system, "system"), time);
        planned = new Planned(system, frame, _ -> Verdict.WARN);
    }

    @Override
    public Report apply(Request request) {
        return frame.report(request, () -> planned.findings(request, time));
    }
}
