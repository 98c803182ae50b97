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
    DriftKind kind();

    /** The migration it is of, as its tool writes it; empty where it is of the ledger as a whole. */
    String migration();

    /** What should be. */
    String expected();

    /** What is. */
    String observed();

    /**
     * To be applied.
     *
     * @param again whether an older content of it was: a repeatable script that has changed
     */
    record Pending(Script script, boolean again) implements Drift {
        public Pending {
            requireNonNull(script, "script");
        }

        @Override
        public DriftKind kind() {
            return DriftKind.PENDING;
        }

        @Override
        public String migration() {
            return script.id();
        }

        @Override
        public String expected() {
            return "applied, " + script.file();
        }

        @Override
        public String observed() {
            return again ? "applied with an older content" : "not applied";
        }
    }

    /** Begun, and not brought to its end. */
    record Failed(LedgerEntry entry) implements Drift {
        public Failed {
            requireNonNull(entry, "entry");
        }

        @Override
        public DriftKind kind() {
            return DriftKind.FAILED;
        }

        @Override
        public String migration() {
            return Words.name(entry);
        }

        @Override
        public String expected() {
            return "applied whole";
        }

        @Override
        public String observed() {
            return "failed half-way" + Words.when(entry);
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

        @Override
        public DriftKind kind() {
            return DriftKind.CHANGED;
        }

        @Override
        public String migration() {
            return Words.name(entry);
        }

        @Override
        public String expected() {
            return is + ", " + script.file();
        }

        @Override
        public String observed() {
            return was + ", applied" + Words.when(entry);
        }
    }

    /** Applied, no newer than what is shipped, and not shipped any more. */
    record Missing(LedgerEntry entry) implements Drift {
        public Missing {
            requireNonNull(entry, "entry");
        }

        @Override
        public DriftKind kind() {
            return DriftKind.MISSING;
        }

        @Override
        public String migration() {
            return Words.name(entry);
        }

        @Override
        public String expected() {
            return "shipped";
        }

        @Override
        public String observed() {
            return "applied" + Words.when(entry) + ", and not shipped any more";
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

        @Override
        public DriftKind kind() {
            return DriftKind.OUT_OF_ORDER;
        }

        @Override
        public String migration() {
            return script.id();
        }

        @Override
        public String expected() {
            return "applied before " + newest + ", " + script.file();
        }

        @Override
        public String observed() {
            return "not applied, and " + newest + " is";
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

        @Override
        public DriftKind kind() {
            return DriftKind.AHEAD;
        }

        @Override
        public String migration() {
            return Words.name(entry);
        }

        @Override
        public String expected() {
            return "nothing newer than " + newest;
        }

        @Override
        public String observed() {
            return "applied" + Words.when(entry) + ", and newer than all that is shipped";
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

        @Override
        public DriftKind kind() {
            return DriftKind.SEVERAL_HEADS;
        }

        @Override
        public String migration() {
            return "";
        }

        @Override
        public String expected() {
            return "one head";
        }

        @Override
        public String observed() {
            return Words.some(heads) + " are " + where;
        }
    }

    /** Applied, and nothing tells where it would stand among what is shipped. */
    record UnknownEntry(LedgerEntry entry) implements Drift {
        public UnknownEntry {
            requireNonNull(entry, "entry");
        }

        @Override
        public DriftKind kind() {
            return DriftKind.UNKNOWN_ENTRY;
        }

        @Override
        public String migration() {
            return Words.name(entry);
        }

        @Override
        public String expected() {
            return "shipped";
        }

        @Override
        public String observed() {
            return "applied" + Words.when(entry) + ", and not among the scripts";
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

        @Override
        public DriftKind kind() {
            return DriftKind.OTHER_HEAD;
        }

        @Override
        public String migration() {
            return "";
        }

        @Override
        public String expected() {
            return Words.some(wanted);
        }

        @Override
        public String observed() {
            return (heads.isEmpty() ? "nothing applied" : Words.some(heads)) + (ahead ? ", which is newer" : "");
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

        @Override
        public DriftKind kind() {
            return DriftKind.STUCK_LOCK;
        }

        @Override
        public String migration() {
            return "";
        }

        @Override
        public String expected() {
            return "free, or held for " + Spans.shown(tolerated) + " at the most by a session that lives";
        }

        @Override
        public String observed() {
            return Words.held(lock, age);
        }
    }
}
