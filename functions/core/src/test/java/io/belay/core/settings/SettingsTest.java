package io.belay.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SettingsTest {
    private static final Key<Address> URL = Key.address("url", Set.of("https"), "Where.");
    private static final Key<Text> BODY = Key.text("body", "What.");
    private static final Key<Map<String, Text>> HEADERS = Key.textMap("headers", "More.");
    private static final Key<Duration> TIMEOUT =
            Key.span("timeout", Duration.ZERO, Duration.ofDays(1), "How long.").orElse(Duration.ofSeconds(10));

    private static Text secret(String value) {
        return new Text(List.of(new Text.Part.Literal("Bearer "), new Text.Part.Secret("${env:KEY}", value)));
    }

    private static Text variable(String before, String name) {
        return new Text(List.of(new Text.Part.Literal(before), new Text.Part.Variable(name)));
    }

    @Test
    void aSecretIsNeverInAnyString() {
        var settings = Settings.builder()
                .set(BODY, secret("canary"))
                .set(HEADERS, Map.of("Authorization", secret("canary")))
                .build();

        assertThat(settings.toString()).doesNotContain("canary").contains("${env:KEY}");
        assertThat(settings.get(BODY).parts().toString()).doesNotContain("canary");
        assertThat(settings.get(BODY).reveal()).isEqualTo("Bearer canary");
    }

    @Test
    void whatTheFileDoesNotSayIsTheDefault() {
        assertThat(Settings.builder().build().get(TIMEOUT)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void variablesAreFoundAndFilledAtEveryDepth() {
        var settings = Settings.builder()
                .set(URL, new Address(variable("https://example.com/orders/", "order")))
                .set(HEADERS, Map.of("Authorization", variable("Bearer ", "token")))
                .build();

        var filled = settings.fill(Map.of("order", "17", "token", "abc"));

        assertThat(settings.variables()).containsExactlyInAnyOrder("order", "token");
        assertThat(filled.variables()).isEmpty();
        assertThat(filled.get(URL).uri()).hasToString("https://example.com/orders/17");
        assertThat(filled.get(HEADERS))
                .extractingByKey("Authorization")
                .extracting(Text::reveal)
                .isEqualTo("Bearer abc");
    }

    @Test
    void aCapturedValueCannotLeaveItsPlaceInAUrl() {
        var address = new Address(variable("https://example.com/orders/", "order"));

        var filled = Settings.builder().set(URL, address).build().fill(Map.of("order", "../admin?x=1#@evil.test/"));

        assertThat(filled.get(URL).uri().getHost()).isEqualTo("example.com");
        assertThat(filled.get(URL).uri().getRawPath()).doesNotContain("/admin");
        assertThat(filled.get(URL).uri().getQuery()).isNull();
    }

    @Test
    void anOpenVariableCannotBeRevealed() {
        var text = variable("", "token");

        assertThatThrownBy(text::reveal)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("token");
    }
}
