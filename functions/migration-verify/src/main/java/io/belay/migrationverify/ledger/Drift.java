package io.belay.migrationverify.ledger;

import static java.util.Objects.requireNonNull;

import io.belay.core.fact.Spans;
import io.belay.core.ledger.LedgerEntry;
import io.belay.core.ledger.LedgerLock;
import io.belay.core.migration.DriftKind;
import io.belay.core.script.Script;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One thing in which a ledger is not where the release expects it. What comes from a ledger is data, as it stands there. */
public sealed interface Drift {
    /** What it is. */
    default DriftKind kind() {
        return switch (this) {
            case Pending _ -> DriftKind.PENDING;
            case Failed _ -> DriftKind.FAILED;
            case Changed _ -> DriftKind.CHANGED;
            case Missing _ -> DriftKind.MISSING;
            case OutOfOrder _ -> DriftKind.OUT_OF_ORDER;
            case Ahead _ -> DriftKind.AHEAD;
            case SeveralHeads _ -> DriftKind.SEVERAL_HEADS;
            case UnknownEntry _ -> DriftKind.UNKNOWN_ENTRY;
            case OtherHead _ -> DriftKind.OTHER_HEAD;
            case StuckLock _ -> DriftKind.STUCK_LOCK;
        };
    }

    /** The migration it is of, as its tool writes it; empty where it is of the ledger as a whole. */
    default String migration() {
        return switch (this) {
            case Pending pending -> pending.script().id();
            case OutOfOrder late -> late.script().id();
            case Failed failed -> Words.name(failed.entry());
            case Changed changed -> Words.name(changed.entry());
            case Missing missing -> Words.name(missing.entry());
            case Ahead ahead -> Words.name(ahead.entry());
            case UnknownEntry unknown -> Words.name(unknown.entry());
            case SeveralHeads _, OtherHead _, StuckLock _ -> "";
        };
    }

    /** What should be. */
    default String expected() {
        return switch (this) {
            case Pending pending ->
                pending.script().file().equals(pending.migration())
                        ? "applied"
                        : "applied, " + pending.script().file();
            case Failed _ -> "applied whole";
            case Changed changed -> changed.is() + ", " + changed.script().file();
            case Missing _, UnknownEntry _ -> "shipped";
            case OutOfOrder late ->
                "applied before " + late.newest() + ", " + late.script().file();
            case Ahead ahead -> "nothing newer than " + ahead.newest();
            case SeveralHeads _ -> "one head";
            case OtherHead other -> Words.some(other.wanted());
            case StuckLock stuck ->
                "free, or held for " + Spans.shown(stuck.tolerated()) + " at the most by a session that lives";
        };
    }

    /** What is. */
    default String observed() {
        return switch (this) {
            case Pending pending -> pending.again() ? "applied with an older content" : "not applied";
            case Failed failed -> "failed half-way" + Words.when(failed.entry());
            case Changed changed -> changed.was() + ", applied" + Words.when(changed.entry());
            case Missing missing -> "applied" + Words.when(missing.entry()) + ", and not shipped any more";
            case OutOfOrder late -> "not applied, and " + late.newest() + " is";
            case Ahead ahead -> "applied" + Words.when(ahead.entry()) + ", and newer than all that is shipped";
            case SeveralHeads several -> Words.some(several.heads()) + " are " + several.where();
            case UnknownEntry unknown -> "applied" + Words.when(unknown.entry()) + ", and not among the scripts";
            case OtherHead other ->
                (other.heads().isEmpty() ? "nothing applied" : Words.some(other.heads()))
                        + (other.ahead() ? ", which is newer" : "");
            case StuckLock stuck -> Words.held(stuck.lock(), stuck.age());
        };
    }

    /**
     * To be applied.
     *
     * @param again whether an older content of it was: a repeatable script that has changed
     */
    record Pending(Script script, boolean again) implements Drift {
        public Pending {
            requireNonNull(script, "script");
        }
    }

    /** Begun, and not brought to its end. */
    record Failed(LedgerEntry entry) implements Drift {
        public Failed {
            requireNonNull(entry, "entry");
        }
    }

    /**
     * Applied, and shipped with another content since.
     *
     * @param was what the ledger holds
     * @param is what is shipped
     */
    record Changed(LedgerEntry entry, Script script, String was, String is) implements Drift {
        public Changed {
            requireNonNull(entry, "entry");
            requireNonNull(script, "script");
            requireNonNull(was, "was");
            requireNonNull(is, "is");
        }
    }

    /** Applied, no newer than what is shipped, and not shipped any more. */
    record Missing(LedgerEntry entry) implements Drift {
        public Missing {
            requireNonNull(entry, "entry");
        }
    }

    /**
     * Shipped, not applied, and older than what is.
     *
     * @param newest the newest that is applied
     */
    record OutOfOrder(Script script, String newest) implements Drift {
        public OutOfOrder {
            requireNonNull(script, "script");
            requireNonNull(newest, "newest");
        }
    }

    /**
     * Applied, and newer than all that is shipped.
     *
     * @param newest the newest that is shipped
     */
    record Ahead(LedgerEntry entry, String newest) implements Drift {
        public Ahead {
            requireNonNull(entry, "entry");
            requireNonNull(newest, "newest");
        }
    }

    /**
     * More than one end in a graph.
     *
     * @param where {@code shipped} or {@code applied}
     */
    record SeveralHeads(String where, List<String> heads) implements Drift {
        public SeveralHeads {
            requireNonNull(where, "where");
            heads = List.copyOf(heads);
        }
    }

    /** Applied, and nothing tells where it would stand among what is shipped. */
    record UnknownEntry(LedgerEntry entry) implements Drift {
        public UnknownEntry {
            requireNonNull(entry, "entry");
        }
    }

    /**
     * Not at the head that the system file names.
     *
     * @param ahead whether that one is applied, and something newer as well
     */
    record OtherHead(List<String> wanted, List<String> heads, boolean ahead) implements Drift {
        public OtherHead {
            wanted = List.copyOf(wanted);
            heads = List.copyOf(heads);
        }
    }

    /**
     * A lock that its holder left behind, or holds for too long.
     *
     * @param age how long it is held; empty where nobody wrote that down
     */
    record StuckLock(LedgerLock.Held lock, Optional<Duration> age, Duration tolerated) implements Drift {
        public StuckLock {
            requireNonNull(lock, "lock");
            requireNonNull(age, "age");
            requireNonNull(tolerated, "tolerated");
        }
    }
}
