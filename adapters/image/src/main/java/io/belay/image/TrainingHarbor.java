package io.belay.image;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.belay.adapter.aliyun.testkit.AliyunCloud;
import io.belay.adapter.aws.testkit.AwsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * What the training's system file names, all of it on loopback: a server with TLS and without, both clouds, a release on each.
 * Its databases are not there: what loads until a connection is refused is most of what loads.
 */
final class TrainingHarbor implements AutoCloseable {
    private static final char[] PASSWORD = "unguessed-by-nobody".toCharArray();
    private static final String FUNCTION = "serve";

    /** Function Compute's function that the door under training is, and which goes on with alarms. */
    static final String BELAY = "belay";

    private final Path folder;
    private final AwsServer aws = AwsServer.start();
    private final AliyunCloud aliyun = new AliyunCloud(InstantSource.system());
    private final HttpServer plain;
    private final HttpsServer secure;

    /**
     * The one whose system file lies in {@code folder}.
     *
     * @param cloud whose part of it counts, {@code aws} or {@code aliyun}. A door's cache holds no client of the other cloud: AWS's
     *     SDK is a third of the larger, of which every start pays for all, and Function Compute seldom calls it.
     */
    TrainingHarbor(Path folder, String cloud) throws IOException, GeneralSecurityException, InterruptedException {
        this.folder = folder;
        var common = Files.readString(folder.resolve("system.yaml"));
        Files.writeString(system(), common + Files.readString(folder.resolve(cloud + ".yaml")));
        plain = serve(HttpServer.create(loopback(), 0));
        secure = HttpsServer.create(loopback(), 0);
        secure.setHttpsConfigurator(new HttpsConfigurator(tls()));
        serve(secure);
        release();
    }

    private Path system() {
        return folder.resolve("training.yaml");
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private static HttpServer serve(HttpServer server) {
        server.createContext("/", TrainingHarbor::answer);
        server.start();
        return server;
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            var body = "{\"status\":\"healthy\",\"token\":\"t\",\"data\":{\"result\":[]}}".getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private void release() {
        aws.lambda().point(FUNCTION, "live", aws.lambda().publish(FUNCTION));
        aws.cloudWatch().metric("serve-errors", Map.of()).turn("serve-errors", "OK", "none");
        var functions = aliyun.functionCompute();
        functions.create(BELAY);
        functions.create(FUNCTION);
        functions.alias(FUNCTION, "live", functions.publish(FUNCTION, "first"), Map.of(), "");
        aliyun.cloudMonitor().rule("serve-errors", "serve-errors", "OK", "[]");
    }

    /** A key of its own, made by the JDK's tool, and signed by an authority that the system file trusts, as everybody's is. */
    private SSLContext tls() throws IOException, GeneralSecurityException, InterruptedException {
        keytool("authority", "-ext", "bc:critical=ca:true");
        keytool("training", "-signer", "authority", "-ext", "san=dns:localhost,ip:127.0.0.1", "-ext", "eku=serverAuth");
        var keys = KeyStore.getInstance(store().toFile(), PASSWORD);
        Files.writeString(
                folder.resolve("authority.pem"),
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII))
                                .encodeToString(keys.getCertificate("authority").getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
        keys.deleteEntry("authority");
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private Path store() {
        return folder.resolve("key.p12");
    }

    private void keytool(String name, String... extensions) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=" + (name.equals("training") ? "localhost" : name),
                "-storepass",
                new String(PASSWORD),
                "-keystore",
                store().toString()));
        command.addAll(List.of(extensions));
        var made = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (made != 0) {
            throw new IllegalStateException("keytool ended with " + made);
        }
    }

    /** All that the door is to know. */
    Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        environment.put("HOME", "/tmp");
        environment.put("LANG", "C.UTF-8");
        environment.put("FC_CUSTOM_LISTEN_PORT", "0");
        environment.put("BELAY_OPEN", FcCalls.OPEN);
        environment.put("BELAY_SYSTEM_FILE", system().toString());
        environment.put("TRAINING_PORT", Integer.toString(plain.getAddress().getPort()));
        environment.put(
                "TRAINING_TLS_PORT", Integer.toString(secure.getAddress().getPort()));
        environment.put("TRAINING_PASSWORD", new String(PASSWORD));
        environment.put("BELAY_AWS_ENDPOINT", aws.endpoint().toString());
        environment.put("AWS_ACCESS_KEY_ID", AwsServer.ACCESS_KEY);
        environment.put("AWS_SECRET_ACCESS_KEY", AwsServer.SECRET_KEY);
        environment.put("AWS_REGION", AwsServer.REGION);
        environment.putAll(aliyun.environment());
        return environment;
    }

    @Override
    public void close() {
        plain.stop(0);
        secure.stop(0);
        aws.close();
        aliyun.close();
    }
}
