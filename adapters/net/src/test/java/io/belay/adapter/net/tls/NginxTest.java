package io.belay.adapter.net.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.adapter.net.tcp.Ask;
import io.belay.adapter.net.tcp.Endpoint;
import io.belay.adapter.net.tcp.TestingProgram;
import io.belay.adapter.net.tcp.TestingServer;
import io.belay.core.fact.FactName;
import io.belay.core.fact.Value;
import io.belay.core.probe.Probe;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Against OpenSSL, which still speaks what Java refuses to. */
@Timeout(60)
final class NginxTest {
    private static final TestingAuthority ROOT = TestingAuthority.root();
    private static final int MODERN = TestingServer.closedPort();
    private static final int ANCIENT = TestingServer.closedPort();
    private static final Pattern READY = Pattern.compile("start worker process");

    @TempDir
    private static Path folder;

    private static TestingProgram nginx;

    @BeforeAll
    static void start() throws Exception {
        var program = TestingProgram.find("nginx")
                .orElseGet(() -> Assumptions.abort("nginx is not on the PATH: install the package nginx"));
        var issued = ROOT.intermediate(Duration.ofDays(60)).issue(Duration.ofDays(30), "127.0.0.1");
        Files.writeString(folder.resolve("chain.pem"), issued.chainPem());
        Files.writeString(folder.resolve("key.pem"), issued.keyPem());
        var settings = Files.writeString(folder.resolve("nginx.conf"), """
                daemon off; worker_processes 1; pid nginx.pid; error_log stderr notice;
                events {}
                http {
                  access_log off;
                  client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi;
                  uwsgi_temp_path uwsgi; scgi_temp_path scgi;
                  ssl_certificate chain.pem; ssl_certificate_key key.pem; ssl_ciphers ALL:@SECLEVEL=0;
                  server { listen 127.0.0.1:%d ssl; ssl_protocols TLSv1.2 TLSv1.3; return 200; }
                  server { listen 127.0.0.1:%d ssl; ssl_protocols TLSv1 TLSv1.1 TLSv1.2; return 200; }
                }
                """.formatted(MODERN, ANCIENT));
        nginx = TestingProgram.start(
                program, READY, List.of("-p", folder.toString(), "-e", "stderr", "-c", settings.toString()));
    }

    @AfterAll
    static void stop() throws IOException {
        if (nginx != null) {
            nginx.close();
        }
    }

    private static boolean offers(int port, String version) throws Exception {
        var offer = new FactName("offers", version);
        return Ask.value(probe(port, offer), offer).equals(Value.of(true));
    }

    private static Probe probe(int port, FactName... asked) throws Exception {
        var settings = Settings.builder()
                .set(Endpoint.HOST, Text.of("127.0.0.1"))
                .set(TlsProbeKind.PORT, (long) port)
                .set(Authorities.CA, Text.of(ROOT.pem()));
        return new TlsProbeKind().bind(settings.build(), Set.of(asked));
    }

    @Test
    void oldVersionsAreFoundWhereTheyAreOffered() throws Exception {
        assertThat(offers(ANCIENT, "TLSv1.0")).isTrue();
        assertThat(offers(ANCIENT, "TLSv1.1")).isTrue();
        assertThat(offers(ANCIENT, "TLSv1.2")).isTrue();
        assertThat(offers(ANCIENT, "TLSv1.3")).isFalse();
    }

    @Test
    void oldVersionsAreNotFoundWhereTheyAreNotOffered() throws Exception {
        assertThat(offers(MODERN, "SSLv3")).isFalse();
        assertThat(offers(MODERN, "TLSv1.0")).isFalse();
        assertThat(offers(MODERN, "TLSv1.1")).isFalse();
        assertThat(offers(MODERN, "TLSv1.2")).isTrue();
        assertThat(offers(MODERN, "TLSv1.3")).isTrue();
    }

    @Test
    void theChainIsReadApartFromTheLeaf() throws Exception {
        var probe = probe(MODERN);

        assertThat(Ask.value(probe, "trusted")).isEqualTo(Value.of(true));
        assertThat(((Value.Span) Ask.value(probe, "leaf-valid-for")).span()).isLessThan(Duration.ofDays(31));
        assertThat(((Value.Span) Ask.value(probe, "chain-valid-for")).span()).isGreaterThan(Duration.ofDays(59));
    }
}
