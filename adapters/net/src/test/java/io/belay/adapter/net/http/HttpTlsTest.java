package io.belay.adapter.net.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.core.fact.Value;
import io.belay.core.probe.Observation;
import io.belay.core.settings.SettingException;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Text;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HttpTlsTest {
    @TempDir
    private Path folder;

    private static Observation asked(Certificates shown, UnaryOperator<Settings.Builder> more)
            throws InterruptedException {
        try (var server = Loopback.secure(shown.context()).json("/", 200, "{}")) {
            return Asking.observe(Asking.http(
                    server.url("/"), more, Asking.facts("status").iterator().next()));
        }
    }

    private static UnaryOperator<Settings.Builder> believing(Certificates anchor) {
        return block -> block.set(Access.CA, Text.of(anchor.pem()));
    }

    @Test
    void aStrangersCertificateIsNotTrusted() throws Exception {
        assertThat(Asking.refusal(asked(Certificates.valid(folder), UnaryOperator.identity())))
                .startsWith("the certificate is not signed by anybody trusted")
                .contains("unable to find valid certification path");
    }

    @Test
    void aCertificateInTheFileIsTrusted() throws Exception {
        var shown = Certificates.valid(folder);

        assertThat(Asking.value(asked(shown, believing(shown)), "status")).isEqualTo(Value.of(200));
    }

    @Test
    void anExpiredCertificateSaysSo() throws Exception {
        var shown = Certificates.expired(folder);

        assertThat(Asking.refusal(asked(shown, believing(shown)))).startsWith("the certificate has expired (NotAfter");
    }

    @Test
    void anEarlyCertificateSaysSo() throws Exception {
        var shown = Certificates.early(folder);

        assertThat(Asking.refusal(asked(shown, believing(shown)))).startsWith("the certificate is not valid yet");
    }

    @Test
    void aCertificateForAnotherHostSaysSo() throws Exception {
        var shown = Certificates.elsewhere(folder);

        assertThat(Asking.refusal(asked(shown, believing(shown)))).startsWith("the certificate is for another host");
    }

    @Test
    void anUnverifiedCertificateIsNoted() throws Exception {
        var seen = asked(Certificates.elsewhere(folder), block -> block.set(Access.VERIFY, false));

        assertThat(Asking.value(seen, "status")).isEqualTo(Value.of(200));
        assertThat(Asking.value(seen, "note").shown()).contains("verify: false");
    }

    @Test
    void oneCheckThatDoesNotVerifyLeavesTheOthersStrict() throws Exception {
        var shown = Certificates.valid(folder);
        asked(shown, block -> block.set(Access.VERIFY, false));

        assertThat(asked(shown, UnaryOperator.identity())).isInstanceOf(Observation.Refused.class);
    }

    @Test
    void aServerWithoutTlsFailsTheHandshake() throws Exception {
        try (var server = RawServer.talking(
                socket -> socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII)))) {
            assertThat(Asking.refusal(Asking.get("https://127.0.0.1:" + server.port() + "/")))
                    .startsWith("TLS handshake failed");
        }
    }

    @Test
    void whatIsNoCertificateIsRefusedBeforehand() {
        assertThatThrownBy(() ->
                        asked(Certificates.valid(folder), block -> block.set(Access.CA, Text.of("/etc/ssl/ca.pem"))))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("${file:");
    }
}
