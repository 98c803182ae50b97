package io.belay.demo.harbor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class TokensTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T00:00:00Z"));
    private final InstantSource time = now::get;
    private final Tokens tokens = new Tokens(time);

    @Test
    void aTokenTellsItsUser() {
        assertThat(tokens.user(tokens.issue("demo"))).contains("demo");
    }

    @Test
    void aTokenGrowsOld() {
        var token = tokens.issue("demo");
        now.updateAndGet(then -> then.plus(Tokens.LIFE));

        assertThat(tokens.user(token)).isEmpty();
    }

    @Test
    void anotherKeysTokenIsNotBelieved() {
        assertThat(tokens.user(new Tokens(time).issue("demo"))).isEmpty();
    }

    @Test
    void aTokenThatSaysNothingOfAKeyIsNotBelieved() {
        var parts = tokens.issue("demo").split("\\.", -1);

        assertThat(tokens.user("eyJhbGciOiJub25lIn0." + parts[1] + ".")).isEmpty();
        assertThat(tokens.user("nonsense")).isEmpty();
        assertThat(tokens.user("")).isEmpty();
    }
}
