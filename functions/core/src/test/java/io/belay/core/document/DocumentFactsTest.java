package io.belay.core.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.belay.core.fact.Fact;
import io.belay.core.fact.FactName;
import io.belay.core.fact.Value;
import io.belay.core.settings.SettingException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DocumentFactsTest {
    private static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");

    private static Value fact(String fact, String path, Optional<Document> document) {
        return DocumentFacts.of(document, Set.of(new FactName(fact, path)), NOW).stream()
                .map(Fact::value)
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Document> document(Object... times) {
        return Optional.of(Document.of(Map.of("at", List.of(times))));
    }

    @Test
    void theLatestOfSeveralTimesCounts() {
        assertThat(fact("age", "$.at[*]", document("2026-11-26T03:00:00Z", "2026-11-28T03:00:00+00:00")))
                .isEqualTo(Value.of(Duration.ofHours(5)));
    }

    @Test
    void aTimeIsWrittenInSecondsOrMillisecondsToo() {
        var seconds = BigDecimal.valueOf(NOW.getEpochSecond() - 60);

        assertThat(fact("age", "$.at[0]", document(seconds))).isEqualTo(Value.of(Duration.ofMinutes(1)));
        assertThat(fact("age", "$.at[0]", document(seconds.movePointRight(3))))
                .isEqualTo(Value.of(Duration.ofMinutes(1)));
    }

    @Test
    void whatIsNoTimeHasNoAge() {
        assertThat(fact("age", "$.at[0]", document("yesterday"))).isEqualTo(Value.absent());
        assertThat(fact("age", "$.nowhere", document("yesterday"))).isEqualTo(Value.absent());
    }

    @Test
    void whatIsNotThereIsNotFoundAndAllElseAbsent() {
        assertThat(fact("found", "", Optional.empty())).isEqualTo(Value.of(false));
        assertThat(fact("answer", "$.at", Optional.empty())).isEqualTo(Value.absent());
        assertThat(fact("found", "", document())).isEqualTo(Value.of(true));
    }

    @Test
    void aMalformedPathIsAFaultOfTheFile() {
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> DocumentFacts.check(Set.of(new FactName("answer", "status"))))
                .withMessageContaining("begins with $");
    }
}
