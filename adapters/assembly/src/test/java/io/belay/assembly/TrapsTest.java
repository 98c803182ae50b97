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
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.cloud.function.context.FunctionCatalog;
import org.springframework.cloud.function.context.FunctionRegistration;
import org.springframework.cloud.function.context.catalog.FunctionTypeUtils;
import org.springframework.cloud.function.context.catalog.SimpleFunctionRegistry;
import org.springframework.cloud.function.json.JsonMapper;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.messaging.converter.CompositeMessageConverter;
import org.springframework.messaging.converter.SimpleMessageConverter;

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
    void springsOwnInterfaceFindsTheSameAndNothingElse() {
        FunctionCatalog springs = catalog;

        assertThat(springs.getNames(Function.class)).containsExactly("health", "rollback");
        assertThat(springs.getNames(Supplier.class)).isEmpty();
        assertThat(springs.<Object>lookup("health")).isInstanceOf(Function.class);
        assertThat(springs.<Object>lookup(Supplier.class, "health")).isNull();
        assertThat(springs.<Object>lookup("")).isNull();
        assertThat(springs.<Object>lookup("health|rollback", "application/json"))
                .isNull();
    }

    @Test
    void theyAreFunctionsToSpringsOwnRegistryAsWell() {
        var springs = new SimpleFunctionRegistry(
                new GenericConversionService(),
                new CompositeMessageConverter(List.of(new SimpleMessageConverter())),
                new NoJson());
        springs.register(new FunctionRegistration<>(catalog.get("health"), "health")
                .type(FunctionTypeUtils.functionType(Request.class, Report.class)));

        Function<Request, Report> found = springs.lookup(Function.class, "health");

        assertThat(found.apply(request("x")).function()).isEqualTo("health");
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

    /** Whatever comes here has lost its way. */
    private static final class NoJson extends JsonMapper {
        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals") // the signature is Spring Cloud Function's
        protected <T> T doFromJson(Object json, Type type) {
            throw new IllegalStateException("requests are decoded at the door");
        }

        @Override
        public String toString(Object value) {
            throw new IllegalStateException("reports are written by a face");
        }
    }
}
