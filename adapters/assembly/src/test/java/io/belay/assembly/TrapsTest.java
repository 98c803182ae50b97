package io.belay.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.core.Cause;
import io.belay.core.Correlation;
import io.belay.core.Progress;
import io.belay.core.Report;
import io.belay.core.Request;
import io.belay.core.testkit.InMemorySystem;
import io.belay.core.testkit.TestingTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spring Cloud Function's known ways to run another function than the one meant, each shown to be closed. */
final class TrapsTest {
    private final TestingTime time = new TestingTime();
    private final Catalog catalog = new Catalog(Map.of("health", named("health"), "rollback", named("rollback")));

    private Function<Request, Report> named(String name) {
        return request ->
                new Report(name, "harbor", "test", request.correlation(), time.instant(), Duration.ZERO, List.of());
    }

    private Request request(String only) {
        return new Request(Set.of(only), time.in(Duration.ofSeconds(1)), new Correlation("abcdefgh"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "helth",
                "HEALTH",
                "health|rollback",
                "health,rollback",
                "functionRouter",
                "health ",
                "healthRegistration",
                "T(java.lang.Runtime).getRuntime()"
            })
    void aNameThatIsNotExactlyAFunctionsRunsNothing(String name) {
        assertThatThrownBy(() -> catalog.get(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDefinitionInTheSystemPropertiesChoosesNothing() {
        System.setProperty("spring.cloud.function.definition", "rollback");
        try {
            var fresh = new Catalog(Map.of("health", named("health"), "rollback", named("rollback")));

            assertThat(fresh.get("health").apply(request("x")).function()).isEqualTo("health");
        } finally {
            System.clearProperty("spring.cloud.function.definition");
        }
    }

    @Test
    void aNameInTheRequestChoosesNothing() {
        assertThat(catalog.get("health").apply(request("rollback")).function()).isEqualTo("health");
    }

    @Test
    void askingForOneNeverRunsTheOther() {
        var ran = new ConcurrentLinkedQueue<String>();
        var both = new Catalog(
                Map.of("health", counted("health", ran), "migration-verify", counted("migration-verify", ran)));
        System.setProperty("spring.cloud.function.definition", "health|migration-verify");
        try {
            for (var name : both.names()) {
                ran.clear();

                var report = both.get(name).apply(request(name.equals("health") ? "migration-verify" : "health"));

                assertThat(report.function()).isEqualTo(name);
                assertThat(ran).containsExactly(name);
            }
        } finally {
            System.clearProperty("spring.cloud.function.definition");
        }
    }

    private Function<Request, Report> counted(String name, Queue<String> ran) {
        return request -> {
            ran.add(name);
            return named(name).apply(request);
        };
    }

    @Test
    void noRequestMakesAReadingFunctionChangeAnything() {
        var system = new InMemorySystem("cloudwatch", "errors");
        var bundle = Bundle.of(system.spec(), system.time(), Progress.NONE);
        var before = system.orders().now();
        List<Optional<Cause>> causes = List.of(
                Optional.empty(),
                Optional.of(new Cause.Person("Ada", Optional.empty())),
                Optional.of(new Cause.Alarmed("cloudwatch", "errors", "ALARM", Optional.empty())));
        System.setProperty("spring.cloud.function.definition", "rollback");
        try {
            for (var name : Bundle.READING) {
                for (var cause : causes) {
                    var report = bundle.function(name)
                            .apply(new Request(
                                    Set.of(),
                                    system.time().in(Duration.ofMinutes(30)),
                                    new Correlation("abcdefgh"),
                                    cause));

                    assertThat(report.function()).isEqualTo(name);
                }
            }
        } finally {
            System.clearProperty("spring.cloud.function.definition");
        }

        assertThat(system.orders().now()).isEqualTo(before);
        assertThat(system.orders().writes()).isZero();
        assertThat(system.chat().told()).isEmpty();
    }

    @Test
    void thereIsNoRouter() {
        assertThat(catalog.names()).containsExactlyInAnyOrder("health", "rollback");
    }

    @Test
    void aRequestIsNeverLogged() {
        var said = new ConcurrentLinkedQueue<String>();
        var listening = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                said.add(String.valueOf(entry.getMessage()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        var root = Logger.getLogger("org.springframework");
        listening.setLevel(Level.ALL);
        root.addHandler(listening);
        root.setLevel(Level.ALL);
        try {
            var catalogAllEars = new Catalog(Map.of("health", named("health")));
            assertThat(catalogAllEars.get("health").apply(request("canary-in-the-request")))
                    .isNotNull();
        } finally {
            root.removeHandler(listening);
            root.setLevel(Level.INFO);
        }

        assertThat(said).isNotEmpty().noneMatch(line -> line.contains("canary"));
    }

    @Test
    void manyThreadsGetTheirOwnAnswers() {
        var health = catalog.get("health");

        var wrong = IntStream.range(0, 10_000)
                .parallel()
                .mapToObj(i -> new Request(Set.of(), time.in(Duration.ofSeconds(1)), new Correlation("request-" + i)))
                .filter(request -> !health.apply(request).correlation().equals(request.correlation()))
                .count();

        assertThat(wrong).isZero();
    }
}
