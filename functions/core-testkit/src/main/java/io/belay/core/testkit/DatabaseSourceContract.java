package io.belay.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.fact.Value;
import io.belay.core.ledger.LedgerReading;
import io.belay.core.migration.Asked;
import io.belay.core.migration.DatabaseReading;
import io.belay.core.migration.DatabaseReading.Part;
import io.belay.core.migration.DatabaseSource;
import io.belay.core.migration.LedgerChoice;
import io.belay.core.migration.RowQuery;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every database keeps that can be looked at. A subclass gives real ones on loopback. */
@Timeout(120)
public abstract class DatabaseSourceContract {
    /** One with a ledger in it that has an entry at least. */
    protected abstract DatabaseSource migrated();

    /** One without any ledger. */
    protected abstract DatabaseSource empty();

    /** A port where nobody listens. */
    protected abstract DatabaseSource refusing();

    /** One that accepts and then says nothing, with a long time-out of its own. */
    protected abstract DatabaseSource silent();

    /** A query that finds the number 1. */
    protected abstract RowQuery one();

    /** A query that finds no row. */
    protected abstract RowQuery nothing();

    /** A query of a table that is not there. */
    protected abstract RowQuery broken();

    private static Deadline later() {
        return Deadline.in(Duration.ofSeconds(30), InstantSource.system());
    }

    private static Asked onlyOf(LedgerChoice ledgers) {
        return new Asked(ledgers, false, List.of(), Optional.empty());
    }

    private static Asked rows(RowQuery... queries) {
        return new Asked(new LedgerChoice.None(), false, List.of(queries), Optional.empty());
    }

    private static <T> T seen(Part<T> part) {
        return switch (part) {
            case Part.Seen<T>(var seen) -> seen;
            case Part.Unread<T>(var fault) -> throw new AssertionError(fault.toString());
        };
    }

    private static void isNumberOne(Part<Value> part) {
        assertThat(seen(part).shown()).isEqualTo("1");
    }

    @Test
    void allThatIsAskedForIsAnswered() throws Exception {
        var asked = new Asked(new LedgerChoice.Auto(), true, List.of(one()), Optional.of(new Asked.Sampled(one(), 3)));

        var reading = migrated().read(asked, later());

        assertThat(seen(reading.ledgers()))
                .singleElement()
                .isInstanceOfSatisfying(
                        LedgerReading.Seen.class,
                        found -> assertThat(found.ledger().entries()).isNotEmpty());
        assertThat(reading.schema()).hasValueSatisfying(part -> assertThat(part).isInstanceOf(Part.Seen.class));
        isNumberOne(reading.rows().getFirst());
        assertThat(seen(reading.latencies()))
                .hasSize(3)
                .allSatisfy(each -> assertThat(each).isPositive());
        assertThat(reading.server().product()).isNotBlank();
        assertThat(reading.server().version()).containsPattern("\\d");
    }

    @Test
    void whatIsNotAskedForIsNotRead() throws Exception {
        DatabaseReading reading = migrated().read(onlyOf(new LedgerChoice.None()), later());

        assertThat(seen(reading.ledgers())).isEmpty();
        assertThat(reading.schema()).isEmpty();
        assertThat(reading.rows()).isEmpty();
        assertThat(seen(reading.latencies())).isEmpty();
    }

    @Test
    void aDatabaseWithoutLedgerSaysSo() throws Exception {
        var ledgers = empty().read(onlyOf(new LedgerChoice.Auto()), later()).ledgers();

        assertThat(ledgers)
                .isInstanceOfSatisfying(
                        Part.Unread.class,
                        unread -> assertThat(unread.fault().kind()).isEqualTo(Fault.Kind.NOT_FOUND));
    }

    @Test
    void rowsAreAnsweredInTheirOrderAndOneThatCannotBeCostsNoOther() throws Exception {
        var answers = migrated()
                .read(rows(one(), broken(), nothing(), one()), later())
                .rows();

        assertThat(answers).hasSize(4);
        isNumberOne(answers.get(0));
        assertThat(answers.get(1)).isInstanceOf(Part.Unread.class);
        assertThat(seen(answers.get(2))).isEqualTo(Value.absent());
        isNumberOne(answers.get(3));
    }

    @Test
    void oneThatCannotBeReachedIsAFault() {
        assertThatThrownBy(() -> refusing().read(onlyOf(new LedgerChoice.Auto()), later()))
                .isInstanceOfSatisfying(
                        PortException.class,
                        failed -> assertThat(failed.fault().kind()).isEqualTo(Fault.Kind.UNREACHABLE));
    }

    @Test
    void aSilentOneIsAFaultByTheDeadline() {
        var soon = Deadline.in(Duration.ofMillis(400), InstantSource.system());

        assertThatThrownBy(() -> silent().read(onlyOf(new LedgerChoice.Auto()), soon))
                .isInstanceOfSatisfying(
                        PortException.class,
                        failed -> assertThat(failed.fault().kind()).isEqualTo(Fault.Kind.TIMED_OUT));
    }

    @Test
    void oneThatIsCalledOffStops() throws Exception {
        var source = silent();
        var outcome = new AtomicReference<Object>();
        var reading = Thread.ofVirtual().start(() -> {
            try {
                outcome.set(source.read(onlyOf(new LedgerChoice.Auto()), later()));
            } catch (InterruptedException | PortException stopped) {
                outcome.set(stopped);
            }
        });
        reading.join(Duration.ofMillis(300));

        reading.interrupt();

        assertThat(reading.join(Duration.ofSeconds(5))).isTrue();
        assertThat(outcome.get()).isInstanceOf(InterruptedException.class);
    }

    @Test
    void itsAddressIsFitToShow() {
        assertThat(migrated().target().address()).isNotBlank();
        assertThat(migrated().engine()).isNotBlank();
    }
}
