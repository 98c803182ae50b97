package io.belay.migrationverify.ledger;

import static java.util.Objects.requireNonNull;

import io.belay.core.ledger.LedgerLock;
import java.time.Duration;
import java.time.Instant;

/** What a tool's lock says. */
public sealed interface LockState {
    /**
     * Nobody is known to be at it.
     *
     * @param why what can be said of it, in one sentence
     */
    record Idle(String why) implements LockState {
        public Idle {
            requireNonNull(why, "why");
        }
    }

    /**
     * A migration is being applied.
     *
     * @param who by whom, and for how long
     */
    record AtWork(LedgerLock.Held lock, String who) implements LockState {
        public AtWork {
            requireNonNull(lock, "lock");
            requireNonNull(who, "who");
        }
    }

    /** It was left behind, or is held for too long. */
    record Stuck(Drift.StuckLock drift) implements LockState {
        public Stuck {
            requireNonNull(drift, "drift");
        }
    }

    /**
     * What {@code lock} says. Who holds it without anybody knowing since when, and may live, counts as being at work.
     *
     * @param now by the clock that the database keeps
     * @param tolerated how long one may hold it
     */
    static LockState of(LedgerLock lock, Instant now, Duration tolerated) {
        return switch (lock) {
            case LedgerLock.Free _ -> new Idle("free");
            case LedgerLock.Unseen unseen -> new Idle("not known: " + unseen.reason());
            case LedgerLock.Held held -> held(held, now, tolerated);
        };
    }

    private static LockState held(LedgerLock.Held held, Instant now, Duration tolerated) {
        // A tool may write another clock's time, or one of another zone.
        var age = held.since().map(since -> Duration.between(since, now)).filter(span -> !span.isNegative());
        var old = age.filter(span -> span.compareTo(tolerated) > 0).isPresent();
        if (old || held.session() == LedgerLock.Session.GONE) {
            return new Stuck(new Drift.StuckLock(held, age, tolerated));
        }
        return new AtWork(held, Words.held(held, age));
    }
}
