package io.belay.rollback;

import io.belay.core.Finding;
import io.belay.core.Verdict;
import io.belay.core.fact.Spans;
import io.belay.core.release.RollbackSpec;
import io.belay.core.release.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Goes the whole way: claims every target, then brings one after the other to where it belongs, then proves it. Where there is
 * but one, it is claimed by the write that moves it: nothing else would be half moved.
 *
 * <p>What a failure leaves behind: while claiming, journals and nothing moved; while moving, the targets before this one moved,
 * the later ones not; while proving, all moved. A journal stays open where another run can go on, and is closed as failed where
 * none should.
 */
final class Act {
    private final RollbackSpec spec;
    private final Ports ports;
    private final Drive drive;
    private final Timeline timeline;
    private final Consumer<Finding> found;
    private final List<Finding> findings = new ArrayList<>();

    Act(RollbackSpec spec, Ports ports, Drive drive, Timeline timeline, Consumer<Finding> found) {
        this.spec = spec;
        this.ports = ports;
        this.drive = drive;
        this.timeline = timeline;
        this.found = found;
    }

    /** @param seen targets that nobody has written to since they were read, as far as is known */
    Outcome go(List<Course> courses, List<Seen> seen) throws InterruptedException {
        var standings = new HashMap<String, Standing>();
        seen.forEach(each -> standings.put(each.step().name(), each.standing()));
        if (courses.size() == 1) {
            return goOn(courses, Course.Goal.STRAIGHT, standings);
        }
        for (var course : courses) {
            var reached = drive.to(Course.Goal.CLAIMED, course, standing(course, standings));
            if (!(reached instanceof Reached.Goal goal)) {
                return stopped(courses, course, reached);
            }
            standings.put(course.step().name(), goal.standing());
        }
        return goOn(courses, Course.Goal.ARRIVED, standings);
    }

    private static Optional<Standing> standing(Course course, Map<String, Standing> standings) {
        return Optional.ofNullable(standings.get(course.step().name()));
    }

    /** The same where all are claimed. */
    Outcome goOn(List<Course> courses) throws InterruptedException {
        return goOn(courses, Course.Goal.ARRIVED, Map.of());
    }

    private Outcome goOn(List<Course> courses, Course.Goal goal, Map<String, Standing> standings)
            throws InterruptedException {
        var began = ports.time().instant();
        timeline.now("moving", shown(courses), Verdict.PASS);
        for (var course : courses) {
            var reached = drive.to(goal, course, standing(course, standings));
            if (!(reached instanceof Reached.Goal)) {
                return stopped(courses, course, reached);
            }
            add(arrived(course, began));
            timeline.now("arrived", course.step().name() + " serves " + course.to(), Verdict.PASS);
        }
        return proved(courses, Duration.between(began, ports.time().instant()));
    }

    private Outcome proved(List<Course> courses, Duration moved) throws InterruptedException {
        var said = new Proof(drive, ports, spec.verify(), courses).ask();
        add(said.finding());
        timeline.now("health", said.finding().summary(), said.finding().verdict());
        if (said.moved().isPresent()) {
            return stopped(
                    courses, said.moved().get().course(), said.moved().get().reached());
        }
        if (!said.well()) {
            return said.over()
                    ? unproved(courses)
                    : left(courses, "health did not pass before this run's time was over");
        }
        for (var course : courses) {
            var reached = drive.to(Course.Goal.VERIFIED, course);
            if (!(reached instanceof Reached.Goal)) {
                return stopped(courses, course, reached);
            }
        }
        return new Outcome(
                Outcome.Kind.DONE,
                "rolled back " + shown(courses) + "; moved in " + Spans.shown(moved) + ", "
                        + said.finding().summary(),
                "find out what is wrong with " + names(courses)
                        + "; nothing of ours returns to it until a person clears it. " + forward(courses),
                findings);
    }

    private Outcome unproved(List<Course> courses) throws InterruptedException {
        giveUp(courses);
        return new Outcome(
                Outcome.Kind.FAILED,
                "rolled back " + shown(courses) + ", and it is not well",
                "look at it now: what was restored did not pass within "
                        + Spans.shown(spec.verify().within()) + ", so the cause may lie elsewhere. " + forward(courses),
                stands(courses));
    }

    /** A target did not get to its goal; what becomes of the others. */
    private Outcome stopped(List<Course> courses, Course at, Reached reached) throws InterruptedException {
        var name = at.step().name();
        timeline.now("stopped", name, Verdict.FAIL);
        return switch (reached) {
            case Reached.Goal _ -> left(courses, name + " was disturbed and is there again");
            case Reached.Left left -> left(courses, name + ": " + left.why());
            case Reached.Stuck stuck -> {
                giveUp(courses);
                yield new Outcome(
                        Outcome.Kind.FAILED,
                        "gave up rolling back " + shown(courses) + ": " + name + ": " + stuck.why(),
                        "look at " + name + " now, and at what stands where",
                        stands(courses));
            }
            case Reached.Lost lost
            when lost.to() == Next.To.SOMEBODY -> {
                giveUp(courses);
                yield new Outcome(
                        Outcome.Kind.FAILED,
                        "did not go on rolling back " + shown(courses) + ": " + name + ": " + lost.why(),
                        "look whether what was deployed is well: Belay leaves it alone",
                        stands(courses));
            }
            case Reached.Lost lost ->
                new Outcome(
                        Outcome.Kind.ELSEWHERE,
                        "rollback " + at.rollback() + " is in other hands: " + name + ": " + lost.why(),
                        "wait for the other run's word",
                        findings);
        };
    }

    private Outcome left(List<Course> courses, String why) throws InterruptedException {
        return new Outcome(
                Outcome.Kind.UNKNOWN,
                "began to roll back " + shown(courses) + " and could not end it: " + why,
                "the next delivery or sweep goes on with it; look whether it does",
                stands(courses));
    }

    /** Closes what can be closed; what cannot, the next run closes. */
    void giveUp(List<Course> courses) throws InterruptedException {
        for (var course : courses) {
            var _ = drive.to(Course.Goal.FAILED, course);
        }
    }

    /** What was found so far, and what stands where. */
    List<Finding> stands(List<Course> courses) throws InterruptedException {
        var survey = Survey.of(courses.stream().map(Course::step).toList(), ports.time(), ports.deadline());
        survey.seen()
                .forEach(seen -> courses.stream()
                        .filter(course -> course.step().equals(seen.step()))
                        .forEach(course -> add(Steps.stands(course, seen))));
        survey.unread().forEach(this::add);
        return findings;
    }

    private void add(Finding finding) {
        findings.add(finding);
        found.accept(finding);
    }

    private Finding arrived(Course course, Instant began) {
        return Steps.arrived(course, Duration.between(began, ports.time().instant()));
    }

    /** Who moved traffic by hand, as we do, has changed nothing of where it is written down what shall run. */
    private static String forward(List<Course> courses) {
        return "Nothing was changed where the release comes from (a pipeline, Terraform, GitOps): it still names "
                + names(courses) + " and would roll it forward again, so change it there or stop it first";
    }

    private static String shown(List<Course> courses) {
        return String.join(
                ", ",
                courses.stream()
                        .map(each -> each.step().name() + " from " + each.from() + " to " + each.to())
                        .toList());
    }

    private static String names(List<Course> courses) {
        return String.join(
                ", ",
                courses.stream()
                        .map(each -> each.step().name() + " " + each.from())
                        .toList());
    }
}
