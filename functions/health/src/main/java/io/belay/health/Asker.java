package io.belay.health;

import io.belay.core.Deadline;
import io.belay.core.Evidence;
import io.belay.core.PortException;
import io.belay.core.Time;
import io.belay.core.Verdict;
import io.belay.core.check.Limits;
import io.belay.core.fact.Expectation;
import io.belay.core.fact.Spans;
import io.belay.core.probe.Observation;
import io.belay.core.probe.Probe;
import java.time.Duration;
import java.util.List;

/** Asks one probe once, through the gates, and judges its answer. */
record Asker(Gates gates, Time time, Deadline deadline) {
    Asker until(Deadline sooner) {
        return new Asker(gates, time, sooner);
    }

    /** The same for {@code callers} at once, whom no gate holds up: it is they that are asked for. */
    Asker of(int callers) {
        return callers == 1
                ? this
                : new Asker(new Gates(new Limits(callers, callers, Limits.DEFAULT.within())), time, deadline);
    }

    Asking ask(Probe probe, List<Expectation> expectations) throws InterruptedException {
        var target = probe.target();
        try (var _ = gates.enter(target.host())) {
            return attempt(target.address(), probe.observe(deadline), expectations);
        } catch (PortException cannot) {
            return new Asking(
                    target.address(),
                    Verdict.UNKNOWN,
                    "could not be measured: " + cannot.fault(),
                    List.of(),
                    List.of(),
                    Duration.ZERO,
                    false);
        }
    }

    private Asking attempt(String target, Observation observation, List<Expectation> expectations) {
        return switch (observation) {
            case Observation.Answered answered -> Judge.judge(target, answered, expectations);
            case Observation.Refused refused ->
                unanswered(target, Verdict.FAIL, "refused", refused.reason(), refused.took());
            case Observation.Silent silent
            when deadline.passed() ->
                unanswered(target, Verdict.UNKNOWN, "not finished by the deadline", silent.reason(), silent.took());
            case Observation.Silent silent ->
                unanswered(
                        target,
                        Verdict.FAIL,
                        "silent for " + Spans.shown(silent.took()),
                        silent.reason(),
                        silent.took());
        };
    }

    private static Asking unanswered(String target, Verdict verdict, String what, String reason, Duration took) {
        var evidence = Evidence.compared("answer", "an answer", what + ": " + reason, false);
        return new Asking(target, verdict, what + ": " + reason, List.of(evidence), List.of(), took, false);
    }
}
