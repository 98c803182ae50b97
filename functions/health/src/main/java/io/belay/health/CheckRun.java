package io.belay.health;

import io.belay.core.Verdict;
import io.belay.core.check.Check;
import io.belay.core.check.Patience;
import io.belay.core.probe.Probe;
import java.time.Duration;

/** Asks one check as often as its patience allows, and keeps the attempt that counts. */
record CheckRun(Check check, Probe probe, Asker asker) {
    Asking run() throws InterruptedException {
        return switch (check.patience()) {
            case Patience.None _ -> ask();
            case Patience.Wait wait -> untilPassed(wait);
            case Patience.InARow row -> unlessFailedInARow(row);
        };
    }

    private Asking ask() throws InterruptedException {
        return asker.ask(probe, check.expectations());
    }

    private Asking untilPassed(Patience.Wait wait) throws InterruptedException {
        var until = asker.time().instant().plus(wait.atMost());
        var attempt = ask();
        while (!attempt.passed()) {
            var next = asker.time().instant().plus(wait.every());
            if (next.isAfter(until)) {
                return attempt;
            }
            if (outOfTime(wait.every())) {
                return unfinished(attempt);
            }
            asker.time().pause(wait.every());
            attempt = ask();
        }
        return attempt;
    }

    private Asking unlessFailedInARow(Patience.InARow row) throws InterruptedException {
        var attempt = ask();
        for (int asked = 1; asked < row.failures() && !attempt.passed(); asked++) {
            if (outOfTime(row.every())) {
                return unfinished(attempt);
            }
            asker.time().pause(row.every());
            attempt = ask();
        }
        return attempt;
    }

    private boolean outOfTime(Duration pause) {
        return asker.deadline().remaining().compareTo(pause) <= 0;
    }

    /** Its patience is not at an end, so it has not failed; nor has it passed. */
    private static Asking unfinished(Asking last) {
        return new Asking(
                last.target(),
                Verdict.UNKNOWN,
                "not finished by the deadline; last seen: " + last.summary(),
                last.evidence(),
                last.facts(),
                last.latency(),
                last.answered());
    }
}
