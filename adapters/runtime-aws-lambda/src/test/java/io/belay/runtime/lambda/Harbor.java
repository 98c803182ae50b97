package io.belay.runtime.lambda;

import io.belay.assembly.Bundle;
import io.belay.assembly.SystemTime;
import io.belay.assembly.door.Door;
import io.belay.assembly.door.Doorway;
import io.belay.assembly.door.Json;
import io.belay.assembly.door.Log;
import io.belay.core.Progress;
import io.belay.core.Severity;
import io.belay.core.check.Check;
import io.belay.core.check.HealthSpec;
import io.belay.core.check.Limits;
import io.belay.core.check.Patience;
import io.belay.core.check.Question;
import io.belay.core.fact.Condition;
import io.belay.core.fact.Expectation;
import io.belay.core.fact.Fact;
import io.belay.core.fact.FactName;
import io.belay.core.fact.Value;
import io.belay.core.migration.MigrationsSpec;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Text;
import io.belay.core.system.SystemSpec;
import io.belay.core.testkit.InMemoryDatabase;
import io.belay.core.testkit.InMemoryProbeKind;
import io.belay.core.testkit.InMemoryTarget;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A small system with one check and one database, behind Lambda's door. */
final class Harbor {
    final InMemoryProbeKind targets = new InMemoryProbeKind().put("api", answering(200));
    private final InMemoryDatabase database = new InMemoryDatabase("main");
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final SystemTime time = new SystemTime();
    private final Log log =
            new Log(new PrintStream(written, true, StandardCharsets.UTF_8), time, UnaryOperator.identity());
    private final EventDoor door;

    Harbor() {
        this("health", true);
    }

    Harbor(String function, boolean migrations) {
        door = new EventDoor(function, new Doorway(() -> door(migrations), log), time);
    }

    Harbor(Supplier<Door> opener) {
        door = new EventDoor("health", new Doorway(opener, log), time);
    }

    static InMemoryTarget answering(long status) {
        return InMemoryTarget.answering(new Fact(FactName.of("status"), Value.of(status)));
    }

    private Door door(boolean migrations) {
        var settings =
                Settings.builder().set(InMemoryProbeKind.TARGET, Text.of("api")).build();
        var status = FactName.of("status");
        var check = new Check(
                "api",
                Severity.CRITICAL,
                new Question(targets, settings, Set.of(status)),
                List.of(new Expectation(status, new Condition.Is(Value.of(200)))),
                new Patience.None(),
                Optional.empty());
        var health = new HealthSpec(List.of(check), List.of(), Limits.DEFAULT);
        var system = SystemSpec.of("harbor", "test", health);
        var whole = system.with(new MigrationsSpec(List.of(database.spec()), Duration.ofSeconds(60)));
        return new Door(Bundle.of(migrations ? whole : system, time, Progress.NONE), log);
    }

    String answer(byte[] event) throws IOException {
        return answer(event, 20_000);
    }

    String answer(String event, int millis) throws IOException {
        return answer(event.getBytes(StandardCharsets.UTF_8), millis);
    }

    private String answer(byte[] event, int millis) throws IOException {
        var output = new ByteArrayOutputStream();
        door.handle(new ByteArrayInputStream(event), output, new TestingContext(millis));
        return output.toString(StandardCharsets.UTF_8);
    }

    String answer(String event) throws IOException {
        return answer(event.getBytes(StandardCharsets.UTF_8));
    }

    /** The answer to an event that came over HTTP. */
    Json.Fields reply(String event) throws IOException {
        return (Json.Fields) Json.read(answer(event).getBytes(StandardCharsets.UTF_8), 1 << 20);
    }

    String logged() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
