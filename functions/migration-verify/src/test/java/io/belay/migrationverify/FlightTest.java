package io.belay.migrationverify;

import static io.belay.migrationverify.Systems.entry;
import static io.belay.migrationverify.Systems.held;
import static io.belay.migrationverify.Systems.ledger;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.Evidence;
import io.belay.core.Verdict;
import io.belay.core.ledger.LedgerEntry.State;
import io.belay.core.ledger.LedgerLock;
import io.belay.core.migration.DatabaseReading.Change;
import io.belay.core.testkit.InMemoryDatabase;
import io.belay.core.testkit.TestingTime;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a report says while a migration is being applied, and once a lock was left behind. */
final class FlightTest {
    private static final Change ALTERING =
            new Change("process 12", "alter table orders", Optional.of(TestingTime.START.minusSeconds(3)));

    private final Systems systems = new Systems();
    private final InMemoryDatabase database = new InMemoryDatabase("shop");

    @Test
    void whileALockIsHeldByOneThatLivesNothingFailsAndNothingPasses() {
        var lock = held(LedgerLock.Session.LIVES, Duration.ofSeconds(12));
        systems.shipping("flyway", "1", "2")
                .with("main", database.with(ledger("flyway", lock, entry(1, "1", State.APPLIED))));

        assertThat(systems.finding().verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(systems.part("ledger").verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(systems.part("ledger").summary())
                .startsWith("being applied right now by flyway, its lock held by web-1 for 12s")
                .endsWith("ask again: 1 pending (2)");
        assertThat(systems.part("lock").verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void whileALockIsHeldWhatIsAllAppliedPassesNeither() {
        var lock = held(LedgerLock.Session.LIVES, Duration.ofSeconds(12));
        systems.shipping("flyway", "1")
                .with("main", database.with(ledger("flyway", lock, entry(1, "1", State.APPLIED))));

        assertThat(systems.finding().verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void whileTheSchemaIsBeingChangedNothingFailsAndNothingPasses() {
        systems.shipping("flyway", "1", "2")
                .with("main", database.with(ledger("flyway", "1")).with(ALTERING));

        assertThat(systems.finding().verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(systems.part("ledger").summary())
                .isEqualTo(
                        "being applied right now by process 12 (alter table orders) for 3s, ask again: 1 pending (2)");
    }

    @Test
    void whatHasBeenGoingOnForTooLongExcusesNothing() {
        var endless = new Change("process 12", "alter table", Optional.of(TestingTime.START.minusSeconds(3_600)));
        systems.shipping("flyway", "1", "2")
                .with("main", database.with(ledger("flyway", "1")).with(endless));

        assertThat(systems.finding().verdict()).isEqualTo(Verdict.FAIL);
        assertThat(systems.finding().evidence()).extracting(Evidence::fact).contains("at the schema for long");
    }

    @Test
    void aStuckLockFailsWithItsHolderAndTheStatementThatWouldReleaseIt() {
        var lock = held(LedgerLock.Session.GONE, Duration.ofDays(3));
        systems.with("main", database.with(ledger("liquibase", lock, entry(1, "1", State.APPLIED))));

        var part = systems.part("lock");

        assertThat(systems.finding().verdict()).isEqualTo(Verdict.FAIL);
        assertThat(part.summary()).isEqualTo("stuck: held by web-1 for 3d, whose session is gone");
        assertThat(part.evidence())
                .contains(
                        Evidence.compared(
                                "stuck-lock",
                                "free, or held for 15m at the most by a session that lives",
                                "held by web-1 for 3d, whose session is gone",
                                false),
                        Evidence.noted("to release it, once it is sure", "update lock set locked = false"));
    }

    @Test
    void aStuckLockExcusesNothing() {
        var lock = held(LedgerLock.Session.GONE, Duration.ofDays(3));
        systems.shipping("liquibase", "1", "2")
                .with("main", database.with(ledger("liquibase", lock, entry(1, "1", State.APPLIED))));

        assertThat(systems.part("ledger").verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void whatSomebodyWasAtWhoIsGoneHasFailed() {
        var lock = held(LedgerLock.Session.GONE, Duration.ofMinutes(1));
        systems.with("main", database.with(ledger("prisma", lock, entry(1, "1", State.RUNNING))));

        assertThat(systems.part("ledger").summary()).isEqualTo("1 failed (1)");
        assertThat(systems.finding().verdict()).isEqualTo(Verdict.FAIL);
    }
}
