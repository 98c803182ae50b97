package io.belay.adapter.jdbc.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.ledger.LedgerEntry;
import io.belay.core.ledger.LedgerEntry.State;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What rows say that no tool writes in the other tests: Flyway undoes in its paid editions alone. */
final class TellingsTest {
    private static Row flyway(String version, String type, String success) {
        return new Row(Map.of("installed_rank", "1", "version", version, "type", type, "success", success));
    }

    private static List<State> flyway(Row... rows) {
        return Tellings.flyway(List.of(rows), false).stream()
                .map(LedgerEntry::state)
                .toList();
    }

    @Test
    void anUndoTakesBackTheEntryOfItsVersionBeforeIt() {
        assertThat(flyway(
                        flyway("1", "SQL", "1"),
                        flyway("2", "SQL", "1"),
                        flyway("2", "UNDO_SQL", "1"),
                        flyway("2", "SQL", "1")))
                .containsExactly(State.APPLIED, State.UNDONE, State.UNDONE, State.APPLIED);
    }

    @Test
    void anUndoThatFailedTakesNothingBack() {
        assertThat(flyway(flyway("1", "SQL", "true"), flyway("1", "UNDO_SQL", "false")))
                .containsExactly(State.APPLIED, State.FAILED);
    }

    @Test
    void aDeletionTakesBackAFailedEntry() {
        assertThat(flyway(flyway("1", "SQL", "0"), flyway("1", "DELETE", "1")))
                .containsExactly(State.UNDONE, State.UNDONE);
    }

    @Test
    void aFlagMayBeABitsCharacter() {
        assertThat(new Row(Map.of("locked", "\u0001")).flag("locked")).isTrue();
        assertThat(new Row(Map.of("locked", "\0")).flag("locked")).isFalse();
    }

    @Test
    void aTimeMayNameItsZoneOrNot() {
        var then = Instant.parse("2026-01-02T03:04:05.5Z");

        assertThat(new Row(Map.of("at", "2026-01-02 03:04:05.5")).time("at")).contains(then);
        assertThat(new Row(Map.of("at", "2026-01-02 03:04:05.5+00")).time("at")).contains(then);
        assertThat(new Row(Map.of("at", "2026-01-02T04:04:05.5+01:00")).time("at"))
                .contains(then);
        assertThat(new Row(Map.of("at", "2026-01-02T03:04:05.5Z")).time("at")).contains(then);
        assertThat(new Row(Map.of("at", "infinity")).time("at")).isEmpty();
    }
}
