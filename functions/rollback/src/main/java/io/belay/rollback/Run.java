package io.belay.rollback;

import io.belay.core.Cause;
import io.belay.core.Evidence;
import io.belay.core.Finding;
import io.belay.core.release.RollbackSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** One run: reads where all stands, goes on with what is open, else decides and acts. */
final class Run {
    private final RollbackSpec spec;
    private final Guards guards;
    private final Ports ports;
    private final Asking asking;
    private final Timeline timeline;
    private final Consumer<Finding> found;
    private final Drive drive;
    private final Instant began;

    Run(RollbackSpec spec, Guards guards, Ports ports, Asking asking, Timeline timeline, Consumer<Finding> found) {
        this.spec = spec;
        this.guards = guards;
        this.ports = ports;
        this.asking = asking;
        this.timeline = timeline;
        this.found = found;
        drive = new Drive(ports.time(), ports.deadline(), spec.verify());
        began = ports.time().instant();
    }

    static Outcome.Kind kind(Answer answer) {
        return switch (answer.kind()) {
            case OVER -> Outcome.Kind.NOTHING;
            case REFUSED -> Outcome.Kind.REFUSED;
            case MET, UNKNOWN -> Outcome.Kind.UNKNOWN;
        };
    }

    Outcome run(Optional<Cause> cause) throws InterruptedException {
        if (spec.steps().isEmpty()) {
            return said(Outcome.Kind.UNKNOWN, "the system file has no rollback", "give it one", List.of());
        }
        var look = cause.flatMap(decider()::look);
        if (asking == Asking.AT_ONCE) {
            // Whatever was deployed within the last day needs no second question.
            var from = began.minus(spec.guards().maxAlarmAge()).minus(NotBefore.FAR.multipliedBy(2));
            look.ifPresent(each -> each.ahead(asking, from));
        }
        var survey = Survey.of(spec.steps(), ports.time(), ports.deadline(), asking);
        if (!survey.unread().isEmpty()) {
            return said(
                    Outcome.Kind.UNKNOWN,
                    "not rolled back: " + survey.unread().getFirst().subject() + " could not be read",
                    "look why it could not; the next delivery or sweep asks again",
                    survey.unread());
        }
        var opened = Opened.of(survey.seen());
        return opened.isPresent() ? resume(opened.get(), survey.seen(), cause) : decide(survey.seen(), cause, look);
    }

    private Outcome decide(List<Seen> seen, Optional<Cause> cause, Optional<AlarmLook> look)
            throws InterruptedException {
        var decision = decider().decide(seen, cause, look);
        return decision.against().isPresent()
                ? against(decision, decision.against().get().answer())
                : headed(decision, act().go(decision.courses(drive.now()), seen));
    }

    private Outcome resume(Opened opened, List<Seen> seen, Optional<Cause> cause) throws InterruptedException {
        var spoken = "rollback " + opened.rollback();
        if (opened.atWork(drive.now(), Drive.LEASE, spec.guards().skew())) {
            return said(
                    Outcome.Kind.ELSEWHERE,
                    spoken + " is under way, last heard of at " + opened.touched(),
                    "wait for its word; were its run cut short, the next delivery or sweep goes on with it",
                    List.of());
        }
        opened.part().stream()
                .filter(each -> each.open().isPresent())
                .forEach(each -> drive.inherit(each.step().name(), Opened.journal(each)));
        if (opened.over().isPresent()) {
            var act = act();
            act.giveUp(opened.courses());
            return said(
                    Outcome.Kind.FAILED,
                    spoken + " was cut short and is not gone on with: "
                            + opened.over().get(),
                    "look what stands where; Belay leaves it alone",
                    act.stands(opened.courses()));
        }
        if (opened.untouched()) {
            return reconsider(opened, seen, cause);
        }
        if (spec.guards().off().isPresent()) {
            return said(
                    Outcome.Kind.REFUSED,
                    spoken + " was cut short, and the kill switch is on: "
                            + spec.guards().off().get(),
                    "look what stands where: some of it has moved; without the kill switch it is gone on with",
                    act().stands(opened.courses()));
        }
        timeline.at(opened.courses().getFirst().begun(), "begun", spoken + ", by an earlier run");
        var taken = drive.takeOver(opened.courses().getFirst());
        return taken instanceof Reached.Goal
                ? said(act().goOn(opened.courses()), spoken + " was cut short, and is gone on with", List.of())
                : said(Outcome.Kind.ELSEWHERE, spoken + " is in other hands", "wait for its word", List.of());
    }

    /** Nothing has moved: whether it should, is asked again, since its cause may be over. */
    private Outcome reconsider(Opened opened, List<Seen> seen, Optional<Cause> cause) throws InterruptedException {
        var decision = decider().decide(seen, cause);
        var same = opened.courses().stream()
                .allMatch(each -> decision.courses(each.begun()).contains(each));
        var against = decision.against().map(Guards.Against::answer);
        if (against.filter(each -> each.kind() == Answer.Kind.UNKNOWN).isPresent()) {
            return against(decision, against.get());
        }
        if (against.isEmpty() && same) {
            return drive.takeOver(opened.courses().getFirst()) instanceof Reached.Goal
                    ? headed(decision, act().go(decision.courses(drive.now()), List.of()))
                    : said(
                            Outcome.Kind.ELSEWHERE,
                            "rollback " + opened.rollback() + " is in other hands",
                            "wait for its word",
                            List.of());
        }
        act().giveUp(opened.courses());
        if (against.isPresent()) {
            return against(decision, against.get());
        }
        var survey = Survey.of(spec.steps(), ports.time(), ports.deadline());
        return survey.unread().isEmpty() && Opened.of(survey.seen()).isEmpty()
                ? decide(survey.seen(), cause, cause.flatMap(decider()::look))
                : said(
                        Outcome.Kind.UNKNOWN,
                        "rollback " + opened.rollback() + " was begun for what stands no more",
                        "the next delivery or sweep decides afresh",
                        survey.unread());
    }

    private Decider decider() {
        return new Decider(spec, guards, ports, drive.now(), false);
    }

    private Act act() {
        return new Act(spec, ports, drive, timeline, found);
    }

    private Outcome against(Decision decision, Answer answer) {
        var kind = kind(answer);
        var guard = decision.against().map(Guards.Against::guard).orElse("");
        var title = kind == Outcome.Kind.NOTHING
                ? "nothing to do: " + answer.summary()
                : "not rolled back (" + guard + "): " + answer.summary();
        var next = kind == Outcome.Kind.NOTHING
                ? "nothing"
                : "look at what the guard expected; rollback-plan shows what every guard says";
        if (decision.cause().isPresent()) {
            timeline.now(kind == Outcome.Kind.NOTHING ? "nothing to do" : "refused", answer.summary(), kind.verdict());
        }
        return headed(decision, new Outcome(kind, title, next, List.of()));
    }

    private Outcome headed(Decision decision, Outcome outcome) {
        decision.tell(timeline);
        return said(outcome, "", decision.guards(), decision.evidence(), decision.raised());
    }

    private Outcome said(Outcome.Kind kind, String title, String next, List<Finding> findings) {
        return said(new Outcome(kind, title, next, findings), "", List.of(), List.of(), Optional.empty());
    }

    private Outcome said(Outcome outcome, String before, List<Finding> guards) {
        return said(outcome, before, guards, List.of(), Optional.empty());
    }

    private Outcome said(
            Outcome outcome, String before, List<Finding> guards, List<Evidence> evidence, Optional<Instant> raised) {
        var title = before.isEmpty() ? outcome.title() : before + ": " + outcome.title();
        var took = Duration.between(began, ports.time().instant());
        var head = Found.decision(outcome.kind(), title, evidence, guards, took);
        found.accept(head);
        return new Outcome(
                outcome.kind(),
                title,
                outcome.next(),
                Stream.concat(Stream.of(head), outcome.findings().stream()).toList(),
                raised);
    }
}
