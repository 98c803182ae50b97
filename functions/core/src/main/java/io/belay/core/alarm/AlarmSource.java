package io.belay.core.alarm;

import io.belay.core.Deadline;
import io.belay.core.PortException;
import io.belay.core.probe.Target;
import java.time.Instant;
import java.util.List;

/** Where alarms stand: CloudWatch, CloudMonitor, Alertmanager. What a delivery says of an alarm is never enough to act on. */
public interface AlarmSource {
    /** Who is asked. */
    Target target();

    /** Its word: {@code cloudwatch}, {@code cloudmonitor}, {@code alertmanager}. */
    String kind();

    /**
     * How the alarm stands now.
     *
     * @throws PortException NOT_FOUND where there is no such alarm; DENIED, UNREACHABLE, TIMED_OUT, THROTTLED, REJECTED
     */
    AlarmState read(String alarm, Deadline deadline) throws InterruptedException;

    /**
     * How it stood, from {@code from} until now, the newest first: each turn of its colour that the source remembers. Empty
     * where the source keeps no history.
     *
     * @throws PortException as {@link #read}
     */
    List<AlarmState> history(String alarm, Instant from, Deadline deadline) throws InterruptedException;
}
