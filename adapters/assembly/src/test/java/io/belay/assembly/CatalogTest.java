package io.belay.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.core.Correlation;
import io.belay.core.Report;
import io.belay.core.Request;
import io.belay.core.testkit.TestingTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

final class CatalogTest {
    private final TestingTime time = new TestingTime();

    private Function<Request, Report> answering(String name) {
        return request ->
                new Report(name, "harbor", "test", request.correlation(), time.instant(), Duration.ZERO, List.of());
    }

    private Request request() {
        return new Request(Set.of(), time.in(Duration.ofSeconds(1)), new Correlation("abcdefgh"));
    }

    @Test
    void aFunctionIsFoundByItsOwnName() {
        var catalog = new Catalog(Map.of("health", answering("health"), "rollback", answering("rollback")));

        assertThat(catalog.get("health").apply(request()).function()).isEqualTo("health");
        assertThat(catalog.get("rollback").apply(request()).function()).isEqualTo("rollback");
    }

    @Test
    void theOnlyFunctionDoesNotAnswerToAnotherName() {
        var catalog = new Catalog(Map.of("rollback", answering("rollback")));

        assertThatThrownBy(() -> catalog.get("health")).isInstanceOf(IllegalArgumentException.class);
    }
}
