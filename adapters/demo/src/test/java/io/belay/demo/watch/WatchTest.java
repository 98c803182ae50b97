package io.belay.demo.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.assembly.SystemTime;
import io.belay.runtime.cli.Console;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class WatchTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @AfterEach
    void forget() {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
    }

    @Test
    void alarmsArePlannedSetFoundChangedPutBackPrunedAndDrilled() {
        var console = new Console(
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                Map.of(),
                false,
                new SystemTime());

        var exit = new WatchCommand(console, Path.of("..", "..", "templates", "examples")).call();

        var said = out.toString(UTF_8);
        assertThat(exit).as(said + err.toString(UTF_8)).isZero();
        assertThat(said)
                .contains("+ alarm serve_prod_serve_error-rate", "applied 16 of 16 changes")
                .contains("nothing to do")
                .contains("threshold: > 50 → > 1")
                .contains("- alarm serve-odd-traffic")
                .containsPattern("pass +announced")
                .contains("nothing was changed; would roll back lambda:eu-west-1:serve:live from 2 to 1");
    }
}
