package io.belay.adapter.net.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate made for one test by the JDK's own keytool, signed by itself. */
public final class Certificates {
    private static final char[] PASSWORD = "changeit".toCharArray();

    private final KeyStore store;

    private Certificates(KeyStore store) {
        this.store = store;
    }

    /** For 127.0.0.1 and localhost, valid now. */
    public static Certificates valid(Path folder) {
        return made(folder, "san=ip:127.0.0.1,dns:localhost", "-1d");
    }

    /** For 127.0.0.1, run out. */
    public static Certificates expired(Path folder) {
        return made(folder, "san=ip:127.0.0.1", "-400d");
    }

    /** For 127.0.0.1, not valid before tomorrow. */
    public static Certificates early(Path folder) {
        return made(folder, "san=ip:127.0.0.1", "+2d");
    }

    /** For another host. */
    public static Certificates elsewhere(Path folder) {
        return made(folder, "san=dns:elsewhere.example", "-1d");
    }

    private static Certificates made(Path folder, String names, String start) {
        try {
            var file = Files.createTempDirectory(folder, "certificate").resolve("store.p12");
            var command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
            command.addAll(List.of("-genkeypair", "-alias", "it", "-keyalg", "EC", "-dname", "CN=belay test"));
            command.addAll(List.of("-ext", names, "-startdate", start, "-validity", "30"));
            command.addAll(List.of("-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", "changeit"));
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), US_ASCII);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
            return new Certificates(KeyStore.getInstance(file.toFile(), PASSWORD));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        } catch (GeneralSecurityException | InterruptedException exception) {
            throw new IllegalStateException(exception);
        }
    }

    /** The certificate in PEM. */
    public String pem() {
        try {
            return block("CERTIFICATE", store.getCertificate("it").getEncoded());
        } catch (GeneralSecurityException exception) {
            throw new IllegalStateException(exception);
        }
    }

    /** Its key in PEM. */
    public String keyPem() {
        try {
            return block("PRIVATE KEY", store.getKey("it", PASSWORD).getEncoded());
        } catch (GeneralSecurityException exception) {
            throw new IllegalStateException(exception);
        }
    }

    /** What a server shows it by. */
    public SSLContext context() {
        try {
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD);
            var context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException exception) {
            throw new IllegalStateException(exception);
        }
    }

    private static String block(String label, byte[] bytes) {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
    }
}
