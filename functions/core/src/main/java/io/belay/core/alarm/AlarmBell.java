package io.belay.core.alarm;

import io.belay.core.Deadline;
import io.belay.core.PortException;

/** Rings alarms for a drill: CloudWatch's {@code SetAlarmState}, a value put into a metric of one's own. */
public interface AlarmBell {
    /**
     * Turns {@code alarm} red, with {@link DrillMark#reason} as its reason where the store lets a reason be given. Repeating it does
     * not ring twice for one mark.
     *
     * @throws PortException NOT_FOUND where there is no such alarm; REJECTED where this store cannot ring this one; DENIED,
     *     UNREACHABLE, TIMED_OUT, THROTTLED
     */
    void ring(String alarm, DrillMark mark, Deadline deadline) throws InterruptedException;

    /**
     * Leaves {@code alarm} to what it measures again. Can be repeated, and done where it never rang.
     *
     * @throws PortException as {@link #ring}
     */
    void reset(String alarm, DrillMark mark, Deadline deadline) throws InterruptedException;
}
