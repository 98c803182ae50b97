package io.belay.image;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Collections;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrustStoreTest {
    @TempDir
    private static Path folder;

    private static String pem = "";

    /** Two authorities that nobody else knows. */
    @BeforeAll
    static void authorities() throws Exception {
        var file = folder.resolve("keys.p12");
        for (var name : new String[] {"first", "second"}) {
            var made = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-keyalg",
                            "EC",
                            "-alias",
                            name,
                            "-dname",
                            "CN=" + name,
                            "-storepass",
                            "changeit",
                            "-keystore",
                            file.toString())
                    .redirectErrorStream(true)
                    .start();
            assertThat(new String(made.getInputStream().readAllBytes(), UTF_8)).doesNotContain("error");
            assertThat(made.waitFor()).isZero();
        }
        var keys = KeyStore.getInstance(file.toFile(), "changeit".toCharArray());
        for (var name : Collections.list(keys.aliases())) {
            pem += "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder()
                            .encodeToString(keys.getCertificate(name).getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        }
    }

    private static byte[] written(Path to) throws Exception {
        var from = Files.writeString(folder.resolve("roots.pem"), pem);
        TrustStore.main(new String[] {from.toString(), to.resolve("cacerts").toString()});
        return Files.readAllBytes(to.resolve(TrustStore.NAME));
    }

    @Test
    void holdsWhatItWasMadeOfAndNothingElse() throws Exception {
        var store = written(folder);

        assertThat(TrustStore.held(store)).hasSize(2).isEqualTo(TrustStore.fingerprints(pem.getBytes(UTF_8)));
    }

    @Test
    void isReadByTheJdkAsAnyTrustStore() throws Exception {
        written(folder);

        var keys = KeyStore.getInstance(folder.resolve(TrustStore.NAME).toFile(), "changeit".toCharArray());

        assertThat(Collections.list(keys.aliases())).hasSize(2).allMatch(alias -> {
            try {
                return keys.isCertificateEntry(alias);
            } catch (GeneralSecurityException unreadable) {
                throw new AssertionError(unreadable);
            }
        });
    }

    /** The JDK reads all of it again at the first connection over TLS. */
    @Test
    void emptiesTheJdksOwn() throws Exception {
        written(folder);

        assertThat(TrustStore.held(Files.readAllBytes(folder.resolve("cacerts"))))
                .isEmpty();
    }

    @Test
    void isTheSameBytesForTheSameCertificates() throws Exception {
        assertThat(written(Files.createDirectories(folder.resolve("one"))))
                .isEqualTo(written(Files.createDirectories(folder.resolve("other"))));
    }

    @Test
    void aBaseWithoutCertificatesIsRefused() {
        assertThatThrownBy(() -> TrustStore.fingerprints(new byte[0])).hasMessageContaining("nothing could be trusted");
    }
}
