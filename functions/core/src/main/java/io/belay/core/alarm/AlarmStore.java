package io.belay.core.alarm;

import io.belay.core.Deadline;
import io.belay.core.PortException;
import io.belay.core.plan.Change;
import io.belay.core.probe.Target;
import java.util.List;

/**
 * Where alarms, and what belongs to them, are kept: CloudWatch and its neighbours, CloudMonitor and SLS, Prometheus' rules.
 *
 * <p>Its laws: what {@link #apply} wrote, {@link #current} lists in the very form that {@link #canonical} gave; of the same, {@link
 * #canonical} gives the same, whoever asks; no call touches what lacks the owner's mark, unless a change says that it is taken
 * over. It does not wait and does not try again: whoever calls keeps to its quotas.
 */
public interface AlarmStore {
    /** Who is asked. */
    Target target();

    /** Its word: {@code cloudwatch}, {@code cloudmonitor}, {@code prometheus}. */
    String kind();

    /**
     * What is there: all that bears {@code owner}'s mark, and whatever is there of the kind and name of one
     * that is {@code wanted}, whoever's it is. Each once.
     *
     * @throws PortException DENIED, UNREACHABLE, TIMED_OUT, THROTTLED, REJECTED
     */
    List<Held> current(Owner owner, List<Resource> wanted, Deadline deadline) throws InterruptedException;

    /**
     * What becomes of {@code wanted} here, each in its place: in the store's normal form, with the owner's mark where its kind bears
     * one, and what cannot be expressed. All at once, for some name others. May ask the store what it can measure; writes nothing.
     *
     * @throws PortException as {@link #current}
     */
    List<Rendering> canonical(Owner owner, List<Resource> wanted, Deadline deadline) throws InterruptedException;

    /** What applying {@code change} costs; no call is made. */
    Toll toll(Change<Canonical> change);

    /**
     * Makes what is into what should be, for changes of one toll, no more of them than it says; what became of each, in its place.
     *
     * <p>Each can be repeated. What is so already is not written. Where what is there is neither what the change was planned from nor
     * what it leads to, nothing is written, and it is a CONFLICT: by the platform's own comparison, or read just before. An update from
     * what bears no mark, or another's, takes it over.
     *
     * @throws PortException where nothing of the whole call was done, or it cannot be told: as {@link #current}
     */
    List<Applied> apply(Owner owner, List<Change<Canonical>> changes, Deadline deadline) throws InterruptedException;
}
