package io.belay.adapter.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.core.Fault;
import io.belay.core.PortException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a kubeconfig says, and what is refused by name. */
final class KubeConfigTest {
    private static final String SECRET = "hunter2hunter2";
    private static final String TOKEN = "token: " + SECRET;

    @TempDir
    private Path folder;

    private static String config(String cluster, String user) {
        return """
                clusters:
                - { name: one, cluster: { server: "https://one.example.com:6443", %s } }
                - { name: two, cluster: { server: "https://two.example.com" } }
                users:
                - { name: me, user: { %s } }
                contexts:
                - { name: first, context: { cluster: one, user: me } }
                - { name: second, context: { cluster: two, user: me, namespace: shop } }
                current-context: first
                """.formatted(cluster, user);
    }

    private ClusterAccess read(String text) {
        return KubeConfig.read(text, Optional.empty(), folder);
    }

    @Test
    void theCurrentContextCounts() {
        assertThat(read(config("", TOKEN)).server()).hasToString("https://one.example.com:6443");
    }

    @Test
    void anotherContextCanBeNamed() {
        var access = KubeConfig.read(config("", TOKEN), Optional.of("second"), folder);

        assertThat(access.server()).hasToString("https://two.example.com");
    }

    @Test
    void filesAreRelativeToTheConfig() throws Exception {
        Files.writeString(folder.resolve("ca.pem"), "the authority");
        Files.writeString(folder.resolve("config"), config("certificate-authority: ca.pem", "tokenFile: token"));

        var access = KubeConfig.file(folder.resolve("config"), Optional.empty()).access(Targets.soon());

        assertThat(access.authorities()).contains("the authority");
        assertThat(access.login()).isEqualTo(new Login.TokenFile(folder.resolve("token")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "insecure-skip-tls-verify: true | token: x    | insecure-skip-tls-verify",
                "proxy-url: \"http://p\"        | token: x    | proxy-url",
                "tls-server-name: other         | token: x    | tls-server-name",
                "''                             | exec: { command: aws } | no program is run here",
                "''                             | username: me, password: hunter2hunter2 | username",
                "''                             | token: x, as: root | as,",
                "''                             | client-certificate-data: eA== | neither a client certificate",
                "certificate-authority-data: \"=\" | token: x | no Base64",
            })
    void whatIsNotDoneIsRefusedByName(String cluster, String user, String words) {
        assertThatThrownBy(() -> read(config(cluster, user))).isInstanceOfSatisfying(PortException.class, refused -> {
            assertThat(refused.fault().kind()).isEqualTo(Fault.Kind.REJECTED);
            assertThat(refused.fault().message()).contains(words).doesNotContain(SECRET);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "a: [" + SECRET, "current-context: none", "clusters: {}", "\"" + SECRET})
    void whatIsNoKubeconfigIsRefusedAndNotQuoted(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(PortException.class).hasMessageNotContaining(SECRET);
    }

    @Test
    void withoutTlsNoClusterIsAsked() {
        assertThatThrownBy(() -> read(config("", TOKEN).replace("https://one", "http://one")))
                .isInstanceOf(PortException.class)
                .hasMessageContaining("https");
    }

    @Test
    void noTextOfItShowsASecret() {
        assertThat(read(config("", TOKEN)).toString()).doesNotContain(SECRET);
    }
}
