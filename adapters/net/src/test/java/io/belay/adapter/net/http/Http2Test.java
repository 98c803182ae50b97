package io.belay.adapter.net.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.fact.FactName;
import io.belay.core.fact.Value;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against nginx, since the JDK has no server that speaks HTTP/2. */
final class Http2Test {
    private static final FactName[] ASKED =
            Asking.facts("status", "protocol", "body").toArray(FactName[]::new);

    @TempDir
    private Path folder;

    private Value protocol(String version, UnaryOperator<Settings.Builder> more) throws Exception {
        var shown = Certificates.valid(folder);
        Files.writeString(folder.resolve("cert.pem"), shown.pem());
        Files.writeString(folder.resolve("key.pem"), shown.keyPem());
        var port = Asking.freePort();
        var config = """
                daemon off; pid nginx.pid; error_log stderr; events {}
                http { access_log off; client_body_temp_path b; proxy_temp_path p; fastcgi_temp_path f;
                  uwsgi_temp_path u; scgi_temp_path s;
                  server { listen 127.0.0.1:%d ssl http2; ssl_certificate cert.pem; ssl_certificate_key key.pem;
                    location / { return 200 "hello"; } } }
                """.formatted(port);
        Files.writeString(folder.resolve("nginx.conf"), config);
        try (var _ = Program.named("nginx", "nginx")
                .start(folder, "-p", folder.toString(), "-c", "nginx.conf")
                .listening(port)) {
            var probe = Asking.http(
                    "https://127.0.0.1:" + port + "/",
                    block -> more.apply(block)
                            .set(Access.CA, Text.of(shown.pem()))
                            .set(HttpKeys.HTTP_VERSION, version),
                    ASKED);
            var seen = Asking.observe(probe);
            assertThat(Asking.value(seen, "body")).isEqualTo(Value.of("hello"));
            return Asking.value(seen, "protocol");
        }
    }

    @Test
    void theServerChoosesHttp2() throws Exception {
        assertThat(protocol("auto", UnaryOperator.identity())).isEqualTo(Value.of("HTTP/2"));
    }

    @Test
    void http2CanBeAskedFor() throws Exception {
        assertThat(protocol("2", UnaryOperator.identity())).isEqualTo(Value.of("HTTP/2"));
    }

    @Test
    void http1CanBeAskedFor() throws Exception {
        assertThat(protocol("1.1", UnaryOperator.identity())).isEqualTo(Value.of("HTTP/1.1"));
    }
}
