package io.belay.adapter.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.Finding;
import io.belay.core.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(out, true, UTF_8);
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);

    @Test
    void aTerminalHasOneLineThatIsWrittenAnewAndWiped() {
        var progress = ProgressLine.onTerminal(stream, now::get, 60);
        progress.started(3);
        advance(Duration.ofMillis(500));

        progress.finished(finding("api", Verdict.FAIL));
        progress.over();

        assertThat(out.toString(UTF_8))
                .isEqualTo("\r\u001b[2K\u001b[2m  0 of 3 · 0ms\u001b[0m"
                        + "\r\u001b[2K\u001b[2m  1 of 3, 1 fail · 500ms · api\u001b[0m"
                        + "\r\u001b[2K");
    }

    @Test
    void aTerminalIsNotFlooded() {
        var progress = ProgressLine.onTerminal(stream, now::get, 60);
        progress.started(10_000);

        for (int i = 0; i < 10_000; i++) {
            progress.finished(finding("check", Verdict.PASS));
        }

        assertThat(out.size()).isLessThan(100);
    }

    @Test
    void aLogHasALineEveryTenSeconds() {
        var progress = ProgressLine.inLog(stream, now::get);
        progress.started(30);

        for (int i = 0; i < 30; i++) {
            advance(Duration.ofSeconds(1));
            progress.finished(finding("check " + i, i == 4 ? Verdict.UNKNOWN : Verdict.PASS));
        }
        progress.over();

        assertThat(out.toString(UTF_8)).isEqualTo("""
                        10 of 30, 1 unknown · 10s · check 9
                        20 of 30, 1 unknown · 20s · check 19
                        30 of 30, 1 unknown · 30s · check 29
                        """);
    }

    @Test
    void aLogGoesOnWhileNothingIsFound() {
        var progress = ProgressLine.inLog(stream, now::get);
        progress.tick();
        progress.started(3);

        for (int i = 0; i < 25; i++) {
            advance(Duration.ofSeconds(1));
            progress.tick();
        }
        progress.over();
        advance(Duration.ofSeconds(10));
        progress.tick();

        assertThat(out.toString(UTF_8)).isEqualTo("0 of 3 · 10s\n0 of 3 · 20s\n");
    }

    @Test
    void aHostileNameStaysOnItsLine() {
        for (var name : Reports.HOSTILE) {
            var progress = ProgressLine.inLog(stream, now::get);
            progress.started(1);
            advance(Duration.ofSeconds(10));

            progress.finished(finding(name, Verdict.PASS));
        }

        assertThat(out.toString(UTF_8).lines())
                .hasSameSizeAs(Reports.HOSTILE)
                .allSatisfy(line -> assertThat(Columns.of(line)).isLessThan(Terminal.USUAL_WIDTH))
                .allSatisfy(line -> assertThat(line.chars()).noneMatch(Character::isISOControl));
    }

    private void advance(Duration span) {
        now.updateAndGet(instant -> instant.plus(span));
    }

    private static Finding finding(String subject, Verdict verdict) {
        return new Finding(subject, "http", "", verdict, "", List.of(), Duration.ZERO);
    }
}
