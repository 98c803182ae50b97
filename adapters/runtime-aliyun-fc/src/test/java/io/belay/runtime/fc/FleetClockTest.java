package io.belay.runtime.fc;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.assembly.Fleet;
import io.belay.assembly.SystemTime;
import io.belay.assembly.Systems;
import io.belay.assembly.door.Door;
import io.belay.assembly.door.Log;
import io.belay.core.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A timer of a bundle that looks after several systems: it means each, since it can be asked by nobody which. */
final class FleetClockTest {
    private static final String TIMER =
            "{\"triggerTime\":\"2026-11-28T20:00:00Z\",\"triggerName\":\"often\",\"payload\":\"%s\"}";

    @TempDir
    Path folder;

    @BeforeEach
    void systems() throws IOException {
        for (var name : new String[] {"mill", "shop"}) {
            Files.writeString(folder.resolve(name + ".yaml"), """
                    system: %s
                    environment: test
                    health:
                      checks: [{ name: %s answers, tcp: { host: 127.0.0.1, port: 1, expect: { open: true } } }]
                    """.formatted(name, name));
        }
    }

    private String invoked(String event) throws IOException, InterruptedException {
        var time = new SystemTime();
        var out = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        var systems = new Systems(Map.of(Systems.FILE, folder.toString()), time, Progress.NONE);
        try (var harbor =
                new Harbor("health", Optional.of(() -> door(systems, new Log(out, time, UnaryOperator.identity()))))) {
            return harbor.invoke(event).body();
        }
    }

    private static Door door(Systems systems, Log log) {
        return switch (systems.fleet()) {
            case Fleet.Listing.Listed(var fleet) -> new Door(fleet, log);
            case Fleet.Listing.Refused(var why) -> throw new IllegalStateException(why.toString());
        };
    }

    @Test
    void eachSystemIsAskedAndAnswersForItself() throws Exception {
        assertThat(invoked(TIMER.formatted("{\\\"within\\\": \\\"5s\\\"}")))
                .startsWith("{\"belay\":\"each/1\"")
                .containsSubsequence("\"system\":\"mill\"", "mill answers", "\"system\":\"shop\"", "shop answers");
    }

    @Test
    void aFileThatIsWrongKeepsNobodyFromTheOthers() throws Exception {
        Files.writeString(folder.resolve("mill.yaml"), "system: [");

        assertThat(invoked(TIMER.formatted("")))
                .containsSubsequence(
                        "\"system\":\"mill\",\"faults\":[", "\"system\":\"shop\",\"answer\":{", "shop answers");
    }

    @Test
    void aTimerThatNamesOneMeansThatOne() throws Exception {
        assertThat(invoked(TIMER.formatted("{\\\"system\\\": \\\"shop\\\"}")))
                .contains("\"report/1\"", "shop answers")
                .doesNotContain("each/1", "mill");
    }

    @Test
    void whoIsNoTimerHasToSayWhichIsMeant() throws Exception {
        assertThat(invoked("{}")).contains("say which; there are mill, shop");
    }
}
