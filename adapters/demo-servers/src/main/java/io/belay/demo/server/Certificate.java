package io.belay.demo.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate for {@code localhost} and 127.0.0.1, signed by an authority of its own.
 *
 * @param authority the authority's certificate in PEM: what a client has to trust
 * @param file the same as a file
 * @param context what a server needs to present the certificate
 */
public record Certificate(String authority, Path file, SSLContext context) {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int AUTHORITY_DAYS = 365;

    /**
     * Makes one with the JDK's own keytool.
     *
     * @param folder an empty folder that the caller deletes; it holds the keys
     * @param days for how long it is valid
     * @throws ServerException where it cannot be made
     * @throws InterruptedException when called off
     */
    public static Certificate make(Path folder, int days) throws InterruptedException {
        var store = folder.resolve("keys.p12");
        var password = Secrets.make();
        keytool(
                folder,
                password,
                List.of(
                        "-alias",
                        "authority",
                        "-dname",
                        "CN=Harbor demo authority",
                        "-validity",
                        "" + AUTHORITY_DAYS,
                        "-ext",
                        "bc:critical=ca:true",
                        "-ext",
                        "ku:critical=keyCertSign,cRLSign"));
        keytool(
                folder,
                password,
                List.of(
                        "-alias",
                        "harbor",
                        "-dname",
                        "CN=localhost",
                        "-validity",
                        "" + days,
                        "-signer",
                        "authority",
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-ext",
                        "eku=serverAuth",
                        "-ext",
                        "ku:critical=digitalSignature"));
        try {
            return load(folder, KeyStore.getInstance(store.toFile(), password.toCharArray()), password);
        } catch (GeneralSecurityException | IOException cause) {
            throw new ServerException("the certificate cannot be read: " + cause.getMessage(), cause);
        }
    }

    private static Certificate load(Path folder, KeyStore keys, String password)
            throws GeneralSecurityException, IOException {
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        var leaf = KeyStore.getInstance("PKCS12");
        leaf.load(null, null);
        var secret = password.toCharArray();
        leaf.setKeyEntry("harbor", keys.getKey("harbor", secret), secret, keys.getCertificateChain("harbor"));
        managers.init(leaf, secret);
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        var authority = pem(keys.getCertificate("authority").getEncoded());
        var file = Files.writeString(folder.resolve("authority.pem"), authority, US_ASCII);
        return new Certificate(authority, file, context);
    }

    private static String pem(byte[] encoded) {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
        return "-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n";
    }

    private static void keytool(Path folder, String password, List<String> entry) throws InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:TieredStopAtLevel=1",
                "-J-XX:+UseSerialGC",
                "-genkeypair",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-storetype",
                "PKCS12",
                "-keystore",
                folder.resolve("keys.p12").toString(),
                // By name, so that no list of processes shows it.
                "-storepass:env",
                "HARBOR_KEYS"));
        command.addAll(entry);
        new Program(command, Map.of("HARBOR_KEYS", password), folder.resolve("keytool.log")).run(LIMIT);
    }
}
