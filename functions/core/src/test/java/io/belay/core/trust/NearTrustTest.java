package io.belay.core.trust;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trust by the anchors that a chain names. */
class NearTrustTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private static Path folder;

    /** A server's chain under an authority, and under another of the same name. */
    private static X509Certificate[] ours = {};

    private static X509Certificate[] strangers = {};

    @BeforeAll
    static void certificates() throws Exception {
        ours = chain("ours.p12");
        strangers = chain("strangers.p12");
    }

    private static X509Certificate[] chain(String file) throws Exception {
        keytool(file, "authority", "-ext", "bc:critical=ca:true");
        keytool(file, "server", "-signer", "authority", "-ext", "san=dns:localhost");
        var keys = KeyStore.getInstance(folder.resolve(file).toFile(), PASSWORD);
        return Stream.of(keys.getCertificateChain("server"))
                .map(X509Certificate.class::cast)
                .toArray(X509Certificate[]::new);
    }

    private static void keytool(String file, String name, String... more) throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:TieredStopAtLevel=1",
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                name,
                "-dname",
                "CN=Our " + name,
                "-storepass",
                new String(PASSWORD),
                "-keystore",
                folder.resolve(file).toString()));
        command.addAll(List.of(more));
        var made = new ProcessBuilder(command).redirectErrorStream(true).start();
        assertThat(new String(made.getInputStream().readAllBytes(), UTF_8)).doesNotContain("error");
        assertThat(made.waitFor()).isZero();
    }

    private static Path store(String type, X509Certificate... certificates) throws Exception {
        var store = KeyStore.getInstance(type);
        store.load(null, null);
        for (var each : certificates) {
            store.setCertificateEntry("anchor " + store.size(), each);
        }
        var file = Files.createTempFile(folder, "store", "." + type);
        try (var out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD);
        }
        return file;
    }

    /** All that this Java trusts. */
    private static X509Certificate[] platform() throws Exception {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        return ((X509TrustManager) factory.getTrustManagers()[0]).getAcceptedIssuers();
    }

    @Test
    void everyAnchorIsFoundByTheSubjectThatTheJdkReads() throws Exception {
        var all = platform();
        var anchors = Anchors.of(store("JKS", all));

        assertThat(all).isNotEmpty();
        for (var each : all) {
            var subject = ByteBuffer.wrap(each.getSubjectX500Principal().getEncoded());
            assertThat(anchors.of(List.of(subject))).contains(each);
        }
        assertThat(anchors.encoded().values().stream().mapToInt(List::size).sum())
                .isEqualTo(all.length);
    }

    @Test
    void aChainOfAnAnchorIsBelieved() throws Exception {
        var trust = new NearTrust(Anchors.of(store("JKS", ours[1])));

        assertThatCode(() -> trust.checkServerTrusted(ours, "UNKNOWN")).doesNotThrowAnyException();
        assertThatCode(() -> trust.checkServerTrusted(new X509Certificate[] {ours[0]}, "UNKNOWN"))
                .doesNotThrowAnyException();
    }

    @Test
    void whoOnlyBearsAnAnchorsNameIsRefused() throws Exception {
        var trust = new NearTrust(Anchors.of(store("JKS", ours[1])));

        assertThatExceptionOfType(CertificateException.class)
                .isThrownBy(() -> trust.checkServerTrusted(strangers, "UNKNOWN"));
    }

    @Test
    void whoNamesNoAnchorIsRefused() throws Exception {
        var trust = new NearTrust(Anchors.of(store("JKS", platform())));

        assertThatExceptionOfType(CertificateException.class)
                .isThrownBy(() -> trust.checkServerTrusted(ours, "UNKNOWN"));
    }

    @Test
    void whatIsNoJksOfCertificatesHoldsNone() throws Exception {
        var cut = Files.readAllBytes(store("JKS", ours));

        assertThat(Anchors.of(store("PKCS12", ours)).isEmpty()).isTrue();
        assertThat(Anchors.of(Files.write(folder.resolve("empty"), new byte[0])).isEmpty())
                .isTrue();
        assertThat(Anchors.of(Files.write(folder.resolve("cut"), Arrays.copyOf(cut, cut.length / 2)))
                        .isEmpty())
                .isTrue();
        assertThat(Anchors.of(keys()).isEmpty()).isTrue();
    }

    private static Path keys() throws Exception {
        var from = KeyStore.getInstance(folder.resolve("ours.p12").toFile(), PASSWORD);
        var store = KeyStore.getInstance("JKS");
        store.load(null, null);
        for (var alias : Collections.list(from.aliases())) {
            store.setKeyEntry(alias, from.getKey(alias, PASSWORD), PASSWORD, from.getCertificateChain(alias));
        }
        var file = folder.resolve("keys.jks");
        try (var out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD);
        }
        return file;
    }

    @Test
    void thePlatformsContextIsOneForAll() throws Exception {
        FirstHandshake.begin();

        assertThat(PlatformTrust.context()).isSameAs(PlatformTrust.context());
        assertThat(PlatformTrust.context().getSupportedSSLParameters().getProtocols())
                .containsExactly(
                        SSLContext.getDefault().getSupportedSSLParameters().getProtocols());
    }
}
