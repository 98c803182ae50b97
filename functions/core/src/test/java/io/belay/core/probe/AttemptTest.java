package io.belay.core.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.core.Deadline;
import io.belay.core.fact.Fact;
import io.belay.core.fact.Value;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class AttemptTest {
    private static Deadline in(Duration span) {
        return Deadline.in(span, InstantSource.system());
    }

    private static Observation make(Attempt.Exchange exchange) throws InterruptedException {
        return Attempt.make(in(Duration.ofSeconds(20)), exchange);
    }

    private static Attempt.Exchange failing(IOException failure) {
        return _ -> {
            throw failure;
        };
    }

    @Test
    void factsAreAnAnswer() throws Exception {
        var fact = Fact.of("open", Value.of(true));

        assertThat(make(_ -> List.of(fact)))
                .isInstanceOfSatisfying(
                        Observation.Answered.class,
                        answered -> assertThat(answered.facts()).containsExactly(fact));
    }

    @Test
    void aFailureOfTheWireIsARefusalInItsOwnWords() throws Exception {
        assertThat(make(failing(new ConnectException("Connection refused"))))
                .isInstanceOfSatisfying(
                        Observation.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo("Connection refused"));
    }

    @Test
    void aFailureWithoutWordsIsNamedByItsKind() throws Exception {
        assertThat(make(failing(new ConnectException())))
                .isInstanceOfSatisfying(
                        Observation.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo("ConnectException"));
    }

    @Test
    void anUnknownHostIsSaidToBeOne() throws Exception {
        assertThat(make(failing(new UnknownHostException("nowhere.test"))))
                .isInstanceOfSatisfying(
                        Observation.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo("no such host: nowhere.test"));
    }

    @Test
    void aTimeOutOfTheWireIsSilence() throws Exception {
        assertThat(make(attempt -> {
                    attempt.waitFor("the banner");
                    throw new SocketTimeoutException("Read timed out");
                }))
                .isInstanceOfSatisfying(
                        Observation.Silent.class,
                        silent -> assertThat(silent.reason()).isEqualTo("the banner"));
    }

    @Test
    void theDeadlineEndsAnExchangeThatHangs() throws Exception {
        var interrupted = new CountDownLatch(1);

        var seen = Attempt.make(in(Duration.ofMillis(100)), _ -> {
            try {
                new CountDownLatch(1).await();
            } finally {
                interrupted.countDown();
            }
            return List.of();
        });

        assertThat(seen).isInstanceOf(Observation.Silent.class);
        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aPassedDeadlineAsksNothing() throws Exception {
        assertThat(Attempt.make(in(Duration.ZERO), _ -> {
                    throw new IllegalStateException("asked");
                }))
                .isInstanceOf(Observation.Silent.class);
    }

    @Test
    void aBugLeavesAsItself() {
        assertThatThrownBy(() -> make(_ -> {
                    throw new IllegalStateException("a bug");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a bug");
    }
}
