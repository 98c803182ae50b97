package io.belay.core.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.belay.core.fact.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DocumentPathTest {
    private static final Document SERVICES = Document.of(Map.of(
            "services",
            List.of(service("backend", 2, 2, "COMPLETED"), service("frontend", 1, 2, "IN_PROGRESS")),
            "failures",
            List.of(),
            "tags",
            Map.of("app.kubernetes.io/name", "harbor")));

    private static Map<String, Object> service(String name, int running, int desired, String state) {
        return Map.of(
                "name",
                name,
                "running",
                BigDecimal.valueOf(running),
                "desired",
                BigDecimal.valueOf(desired),
                "deployments",
                List.of(Map.of("state", state)));
    }

    private static Value at(String path) {
        return DocumentPath.of(path).in(SERVICES);
    }

    @Test
    void aPlaceIsFoundByNamesAndNumbers() {
        assertThat(at("$.services[1].deployments[0].state")).isEqualTo(Value.of("IN_PROGRESS"));
        assertThat(at("$.tags['app.kubernetes.io/name']")).isEqualTo(Value.of("harbor"));
    }

    @Test
    void whatIsNotThereIsAbsent() {
        assertThat(at("$.services[2].name")).isEqualTo(Value.absent());
        assertThat(at("$.nobody.name")).isEqualTo(Value.absent());
        assertThat(at("$.services[0].name.first")).isEqualTo(Value.absent());
    }

    @Test
    void manyMatchesAreAListAndOneIsItself() {
        assertThat(at("$.services[*].name")).isEqualTo(Value.of(List.of(Value.of("backend"), Value.of("frontend"))));
        assertThat(at("$.services[?(@.name == 'backend')].running")).isEqualTo(Value.of(2));
    }

    @Test
    void twoFactsOfOneItemAreCompared() {
        assertThat(at("$.services[?(@.running == @.desired)].name")).isEqualTo(Value.of("backend"));
        assertThat(at("$.services[?(@.running < @.desired)].name")).isEqualTo(Value.of("frontend"));
        assertThat(at("$.services[?(@.deployments[0].state != 'COMPLETED')].name"))
                .isEqualTo(Value.of("frontend"));
        assertThat(at("$.services[?(@.running >= 2)].length()")).isEqualTo(Value.of(1));
        assertThat(at("$.services[*].name[?(@ == 'backend')].length()")).isEqualTo(Value.of(1));
        assertThat(at("$.services[?(@.stopped)].length()")).isEqualTo(Value.of(0));
    }

    @Test
    void whatIsCountedHasToBeThere() {
        assertThat(at("$.services.length()")).isEqualTo(Value.of(2));
        assertThat(at("$.failures.length()")).isEqualTo(Value.of(0));
        assertThat(at("$.failure.length()")).isEqualTo(Value.absent());
        assertThat(at("$.sevices[?(@.running < 2)].length()")).isEqualTo(Value.absent());
    }

    @Test
    void oneThingIsAListOfOneAndAnEmptyListHasEmptyOnesBelowIt() {
        assertThat(at("$.tags[0]['app.kubernetes.io/name']")).isEqualTo(Value.of("harbor"));
        assertThat(at("$.tags.length()")).isEqualTo(Value.of(1));
        assertThat(at("$.failures.item[?(@.code == 'x')].length()")).isEqualTo(Value.of(0));
    }

    @Test
    void whatIsNoPathSaysWhere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DocumentPath.of("services"))
                .withMessageContaining("$");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DocumentPath.of("$.a..b"))
                .withMessageContaining("\"..b\"");
        assertThatIllegalArgumentException().isThrownBy(() -> DocumentPath.of("$.a[?(@.b = 1)]"));
        assertThatIllegalArgumentException().isThrownBy(() -> DocumentPath.of("$.a.length().b"));
    }

    @Test
    void ofWhatIsHiddenIsToldThatItIsThere() {
        var document = Document.of(Map.of(
                        "Variables",
                        Map.of("PASSWORD", "s3cret", "EMPTY", ""),
                        "environment",
                        List.of(Map.of("name", "KEY", "value", "s3cret")),
                        "memory",
                        BigDecimal.TEN))
                .hiding(Set.of("Variables", "environment"));

        assertThat(document.value().shown()).doesNotContain("s3cret").contains("memory: 10");
        assertThat(DocumentPath.of("$.Variables.PASSWORD").in(document)).isEqualTo(Value.of("set"));
        assertThat(DocumentPath.of("$.Variables.EMPTY").in(document)).isEqualTo(Value.of("empty"));
        assertThat(DocumentPath.of("$.environment[?(@.name == 'KEY')].value").in(document))
                .isEqualTo(Value.of("set"));
    }
}
