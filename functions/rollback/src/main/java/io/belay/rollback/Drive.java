package io.belay.rollback;

import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.Time;
import io.belay.core.fact.Spans;
import io.belay.core.release.Journal;
import io.belay.core.release.Memory;
import io.belay.core.release.MemoryText;
import io.belay.core.release.RollbackProof;
import io.belay.core.release.Standing;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Brings targets on their course, one write at a time. Before each it reads where the target stands, so that a write whose
 * answer was lost, one that met another's, and one never made are all found out the same way.
 */
final class Drive {
    /** For so long after its last write a run counts as being at work. */
    static final Duration LEASE = Duration.ofSeconds(60);

    /** So many writes may meet another's, one after the other. */
    private static final int CONFLICTS = 8;

    /** So many writes follow on one another at once; a platform that does them and shows nothing of it is given time. */
    private static final int WRITES = 3;

    private final Time time;
    private final Deadline deadline;
    private final RollbackProof spans;
    private final Set<Instant> ours = new HashSet<>();
    private final Set<String> claimed = new HashSet<>();

    Drive(Time time, Deadline deadline, RollbackProof spans) {
        this.time = time;
        this.deadline = deadline;
        this.spans = spans;
    }

    /** Counts {@code journal}, which an earlier run left on a step's target, as ours. */
    void inherit(String step, Journal journal) {
        claimed.add(step);
        ours.add(journal.touched());
    }

    /** Takes a target over from an earlier run, unless another takes it first. */
    Reached takeOver(Course course) throws InterruptedException {
        try {
            var standing = course.step().target().read(deadline);
            var journal = standing.memory().journal().filter(each -> ours.contains(each.touched()));
            if (journal.isEmpty()) {
                return new Reached.Lost(Next.To.ANOTHER_RUN, "another run goes on with it");
            }
            var memory = standing.memory().with(journal.get().touched(now()));
            course.step().target().remember(standing, mine(course, standing, memory), deadline);
            return new Reached.Goal(standing);
        } catch (PortException fault) {
            return fault.fault().kind() == Fault.Kind.CONFLICT
                    ? new Reached.Lost(Next.To.ANOTHER_RUN, "another run goes on with it")
                    : new Reached.Left(fault.fault().toString());
        }
    }

    Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Brings one target to {@code goal}. */
    Reached to(Course.Goal goal, Course course) throws InterruptedException {
        return to(goal, course, Optional.empty());
    }

    /** The same where it was {@code seen} already: the first write is compared with that, so that it is not read once more. */
    Reached to(Course.Goal goal, Course course, Optional<Standing> seen) throws InterruptedException {
        var until = time.instant().plus(spans.arrive());
        var prepared = false;
        var conflicts = 0;
        var writes = 0;
        var moving = false;
        var last = "no time was left";
        var known = seen;
        while (!deadline.passed() && conflicts < CONFLICTS) {
            var target = course.step().target();
            try {
                if (writes > WRITES) {
                    last = "what is written to it does not stay";
                    time.pause(spans.every());
                }
                var standing = known.isPresent() ? known.get() : target.read(deadline);
                known = Optional.empty();
                switch (next(course, standing, goal)) {
                    case Next.Done _ -> {
                        return new Reached.Goal(standing);
                    }
                    case Next.Lost lost -> {
                        return new Reached.Lost(lost.to(), lost.why());
                    }
                    case Next.Stuck stuck -> {
                        return new Reached.Stuck(stuck.why());
                    }
                    case Next.Wait wait -> {
                        last = wait.how();
                        moving = true;
                        stayAwake(course, standing);
                        time.pause(spans.every());
                    }
                    case Next.Remember remember -> {
                        writes++;
                        target.remember(standing, mine(course, standing, remember.memory()), deadline);
                    }
                    case Next.Shift shift -> {
                        writes++;
                        if (!prepared) {
                            target.prepare(standing, course.to(), deadline);
                            prepared = true;
                        }
                        target.shift(standing, course.to(), mine(course, standing, shift.memory()), deadline);
                    }
                }
            } catch (PortException fault) {
                last = fault.fault().toString();
                moving = false;
                if (fault.fault().kind() == Fault.Kind.CONFLICT) {
                    conflicts++;
                } else if (fault.fault().kind().retryable()) {
                    time.pause(spans.every());
                } else {
                    return new Reached.Left(last);
                }
            }
            if (!time.instant().isBefore(until)) {
                var why = "not there within " + Spans.shown(spans.arrive()) + ": " + last;
                return moving ? new Reached.Stuck(why) : new Reached.Left(why);
            }
        }
        return new Reached.Left(last);
    }

    /** Whether a target is still where it was brought; says that somebody is at work. */
    Reached keep(Course course) throws InterruptedException {
        var reached = to(Course.Goal.ARRIVED, course);
        if (reached instanceof Reached.Goal goal) {
            try {
                stayAwake(course, goal.standing());
            } catch (PortException seenNextTime) {
                return reached;
            }
        }
        return reached;
    }

    private Next next(Course course, Standing standing, Course.Goal goal) {
        var journal = standing.memory().journal().filter(each -> each.rollback().equals(course.rollback()));
        var known = journal.filter(each -> ours.contains(each.touched())).isPresent();
        if (known) {
            claimed.add(course.step().name());
        }
        return course.next(standing, goal, claimed.contains(course.step().name()), known, now());
    }

    /** Says that somebody is at work, long before that would be doubted. */
    private void stayAwake(Course course, Standing standing) throws InterruptedException {
        var journal = standing.memory().journal();
        if (journal.isPresent()
                && journal.get().touched().plus(LEASE.dividedBy(2)).isBefore(now())) {
            var memory = standing.memory().with(journal.get().touched(now()));
            course.step().target().remember(standing, mine(course, standing, memory), deadline);
        }
    }

    private Memory mine(Course course, Standing standing, Memory memory) {
        memory.journal().map(Journal::touched).ifPresent(ours::add);
        var there =
                standing.revisions().stream().map(Standing.Available::revision).collect(Collectors.toSet());
        return MemoryText.fitted(memory, course.step().target().room(), there);
    }
}
