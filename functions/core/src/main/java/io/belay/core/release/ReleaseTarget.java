package io.belay.core.release;

import io.belay.core.Deadline;
import io.belay.core.PortException;
import io.belay.core.probe.Target;
import java.util.Map;

/**
 * A thing whose release can be put back. It decides nothing: which revision, when and why is its caller's.
 *
 * <p>Laws:
 *
 * <ul>
 *   <li>{@link #read} writes nothing.
 *   <li>{@link #shift} and {@link #remember} write only where the target still stands as {@code seen} says, else CONFLICT:
 *       by the platform's own compare-and-set where it has one ({@link Standing#compared}), else by reading once more
 *       directly before the write and once after it.
 *   <li>Shifting to what serves alone already is no write. Doing again what was done is no harm: both say where the target
 *       shall stand, not by how much it moves.
 *   <li>After a fault that {@link io.belay.core.Fault.Kind#retryable() may be over by itself} it is not known whether the
 *       write was done: the caller reads again. Nothing here repeats a write.
 *   <li>What {@link #remember} wrote, {@link #read} gives back to any other instance.
 * </ul>
 */
public interface ReleaseTarget {
    /** The thing itself; its address is its identity, the same for every instance and every run. */
    Target target();

    /** Its kind, as a system file writes it: {@code lambda}, {@code ecs}. */
    String kind();

    /**
     * What an alarm's dimensions say where the alarm is about this thing: {@code FunctionName=serve}. Empty where no alarm has
     * dimensions of its kind.
     */
    default Map<String, String> dimensions() {
        return Map.of();
    }

    /** How much can be remembered on it. */
    Room room();

    /**
     * Where it stands now.
     *
     * @throws PortException NOT_FOUND, DENIED, UNREACHABLE, TIMED_OUT, THROTTLED, REJECTED
     */
    Standing read(Deadline deadline) throws InterruptedException;

    /**
     * Makes {@code to} able to serve all: enabled, sized, awake. Before anything is taken from the other. Nothing to do for
     * many targets.
     *
     * @throws PortException as {@link #read}, and CONFLICT
     */
    void prepare(Standing seen, Revision to, Deadline deadline) throws InterruptedException;

    /**
     * Begins to give all traffic to {@code to}, and remembers {@code memory}: in the same write where the platform can,
     * before it where not. Whether it has arrived, {@link #read} says.
     *
     * @throws PortException as {@link #read}, and CONFLICT
     */
    void shift(Standing seen, Revision to, Memory memory, Deadline deadline) throws InterruptedException;

    /**
     * Remembers {@code memory} in place of what it remembered. Where the platform does not say since when what serves does, to
     * remember what is remembered already notes that it serves now: it is the earliest that is known from then on.
     *
     * @throws PortException as {@link #read}, and CONFLICT
     */
    void remember(Standing seen, Memory memory, Deadline deadline) throws InterruptedException;
}
