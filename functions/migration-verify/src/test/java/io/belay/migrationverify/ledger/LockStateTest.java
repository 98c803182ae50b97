package io.belay.migrationverify.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.ledger.LedgerLock;
import io.belay.core.ledger.LedgerLock.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LockStateTest {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final Duration TOLERATED = Duration.ofMinutes(15);

    private static LockState held(Session session, Optional<Duration> age) {
        return LockState.of(
                new LedgerLock.Held(age.map(NOW::minus), Optional.of("web-1"), session, Optional.empty()),
                NOW,
                TOLERATED);
    }

    private static LockState held(Session session, Duration age) {
        return held(session, Optional.of(age));
    }

    @Test
    void aFreeOneAndOneThatCannotBeSeenAreIdle() {
        assertThat(LockState.of(new LedgerLock.Free(), NOW, TOLERATED)).isEqualTo(new LockState.Idle("free"));
        assertThat(LockState.of(new LedgerLock.Unseen("hidden"), NOW, TOLERATED))
                .isEqualTo(new LockState.Idle("not known: hidden"));
    }

    @Test
    void aYoungOneOfASessionThatLivesIsWork() {
        assertThat(held(Session.LIVES, Duration.ofSeconds(12)))
                .isInstanceOfSatisfying(
                        LockState.AtWork.class,
                        work -> assertThat(work.who()).isEqualTo("held by web-1 for 12s, whose session lives"));
        assertThat(held(Session.LIVES, TOLERATED)).isInstanceOf(LockState.AtWork.class);
    }

    @Test
    void oneOfASessionThatIsGoneIsStuckHoweverYoung() {
        assertThat(held(Session.GONE, Duration.ofSeconds(1))).isInstanceOf(LockState.Stuck.class);
        assertThat(held(Session.GONE, Optional.empty())).isInstanceOf(LockState.Stuck.class);
    }

    @Test
    void oneHeldForTooLongIsStuckWhoeverLives() {
        for (var session : Session.values()) {
            assertThat(held(session, TOLERATED.plusSeconds(1)))
                    .isInstanceOfSatisfying(
                            LockState.Stuck.class,
                            stuck -> assertThat(stuck.drift().observed()).contains("held by web-1 for 15"));
        }
    }

    @Test
    void oneThatMayLiveAndHasNoAgeIsWork() {
        assertThat(held(Session.UNKNOWN, Optional.empty())).isInstanceOf(LockState.AtWork.class);
        assertThat(held(Session.LIVES, Optional.empty())).isInstanceOf(LockState.AtWork.class);
    }

    @Test
    void oneTakenByAClockThatIsAheadIsYoung() {
        assertThat(held(Session.UNKNOWN, Duration.ofHours(-2))).isInstanceOf(LockState.AtWork.class);
    }
}
