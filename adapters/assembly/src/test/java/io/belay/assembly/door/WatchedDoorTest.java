package io.belay.assembly.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.assembly.Bundle;
import io.belay.core.Correlation;
import io.belay.core.Progress;
import io.belay.core.system.Watch;
import io.belay.core.testkit.InMemorySystem;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A clock that calls often, and a system file that says which of its calls are due: 42 was deployed ten minutes ago. */
final class WatchedDoorTest {
    private final InMemorySystem system = new InMemorySystem("cloudwatch", "errors");
    private final Log log = new Log(
            new PrintStream(OutputStream.nullOutputStream(), false, UTF_8), system.time(), UnaryOperator.identity());
    private final Watch watch = new Watch(Duration.ofMinutes(30), Duration.ofDays(1), Duration.ofHours(6));

    private Answer verify(boolean watched, String body) {
        var spec = watched ? system.spec().with(watch) : system.spec();
        var door = new Door(Bundle.of(spec, system.time(), Progress.NONE), log);
        var asked = AskedReader.of(Bundle.VERIFY, Optional.empty()).read(body.getBytes(UTF_8));
        return door.answer(new Call(
                Bundle.VERIFY,
                asked,
                Optional.empty(),
                system.time().in(Duration.ofMinutes(30)),
                new Correlation("abcdefgh")));
    }

    @Test
    void aCallThatIsNotDueAsksNothingAndIsNoReport() {
        var answer = verify(true, "{\"tick\":\"5m\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.verdict()).isEmpty();
        assertThat(answer.body()).contains("\"not-due/1\"", "\"next\":\"").doesNotContain("report/1");
    }

    @Test
    void aCallThatIsDueVerifies() {
        system.time().advance(Duration.ofMinutes(22));

        assertThat(verify(true, "{\"tick\":\"5m\"}").body()).contains("\"report/1\"");
    }

    @Test
    void whoeverSaysNoTickIsAnsweredAlways() {
        assertThat(verify(true, "{}").body()).contains("\"report/1\"");
    }

    @Test
    void whereNoWatchIsSaidEachTickIsDue() {
        assertThat(verify(false, "{\"tick\":\"5m\"}").body()).contains("\"report/1\"");
    }

    @Test
    void aTickThatIsNoSpanIsRefused() {
        assertThatThrownBy(() -> verify(true, "{\"tick\":5}")).isInstanceOf(BadRequest.class);
    }
}
