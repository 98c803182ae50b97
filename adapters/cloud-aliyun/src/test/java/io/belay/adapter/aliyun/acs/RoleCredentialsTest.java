package io.belay.adapter.aliyun.acs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class RoleCredentialsTest {
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "ALIBABA_CLOUD_ACCESS_KEY_ID", "STS.env",
            "ALIBABA_CLOUD_ACCESS_KEY_SECRET", "env-secret",
            "ALIBABA_CLOUD_SECURITY_TOKEN", "env-token");

    private final RoleCredentials credentials = new RoleCredentials(ENVIRONMENT);

    @Test
    void theEnvironmentGivesThem() {
        assertThat(credentials.current()).isEqualTo(new Credentials("STS.env", "env-secret", Optional.of("env-token")));
    }

    @Test
    void aKeyThatLastsHasNoToken() {
        var lasting = new RoleCredentials(
                Map.of("ALIBABA_CLOUD_ACCESS_KEY_ID", "LTAI", "ALIBABA_CLOUD_ACCESS_KEY_SECRET", "secret"));

        assertThat(lasting.current().token()).isEmpty();
    }

    @Test
    void aLinesEndIsNoPartOfASecret() {
        var copied = new RoleCredentials(
                Map.of("ALIBABA_CLOUD_ACCESS_KEY_ID", "LTAI\n", "ALIBABA_CLOUD_ACCESS_KEY_SECRET", " secret\n"));

        assertThat(copied.current()).isEqualTo(new Credentials("LTAI", "secret", Optional.empty()));
    }

    @Test
    void theNewestHeadersGoBeforeTheEnvironmentWhichAnInstanceOutlives() {
        credentials.take(headers(Map.of(
                "x-fc-access-key-id", "STS.header",
                "x-fc-access-key-secret", "header-secret",
                "x-fc-security-token", "header-token")));

        assertThat(credentials.current().keyId()).isEqualTo("STS.header");
    }

    @Test
    void headersWithoutATokenArePassedOver() {
        credentials.take(
                headers(Map.of("x-fc-access-key-id", "STS.header", "x-fc-access-key-secret", "header-secret")));

        assertThat(credentials.current().keyId()).isEqualTo("STS.env");
    }

    @Test
    void whereThereAreNoneItIsSaidWhatToSet() {
        var none = new RoleCredentials(Map.of("ALIBABA_CLOUD_ACCESS_KEY_ID", " "));

        assertThatThrownBy(none::current).hasMessageContaining("ALIBABA_CLOUD_ACCESS_KEY_SECRET");
    }

    private static Function<String, Optional<String>> headers(Map<String, String> headers) {
        return name -> Optional.ofNullable(headers.get(name));
    }
}
