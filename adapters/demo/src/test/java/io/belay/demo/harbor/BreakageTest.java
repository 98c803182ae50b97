package io.belay.demo.harbor;

import static io.belay.demo.harbor.HarborClient.field;
import static io.belay.demo.harbor.HarborClient.named;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;

/** Each breakage breaks what it says, and leaves the rest alone. */
final class BreakageTest {

    @Test
    void aMigrationTooEarlyBreaksOrdersAlone() throws Exception {
        try (var harbor = broken(Breakage.ORDERS);
                var client = HarborClient.of(harbor)) {
            var order = Json.text(Map.of("ref", "x", "destination", "Busan"));
            var answer = client.ask("POST", "/orders", order, client.token(harbor));

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).contains("column \\\"destination\\\" of relation \\\"orders\\\" does not exist");
            assertThat(client.get("/ready").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aForgottenMigrationBreaksNothingThatACustomerWouldSee() throws Exception {
        try (var harbor = broken(Breakage.MIGRATION);
                var client = HarborClient.of(harbor)) {
            var order = Json.text(Map.of("ref", "x", "destination", "Busan"));

            assertThat(client.ask("POST", "/orders", order, client.token(harbor))
                            .statusCode())
                    .isEqualTo(201);
            assertThat(Path.of(named(harbor, "HARBOR_MIGRATIONS")))
                    .isDirectoryContaining(file -> file.endsWith("005_orders_by_user.sql"));
        }
    }

    @Test
    void aChangedPasswordRefusesTheLogin() throws Exception {
        try (var harbor = broken(Breakage.LOGIN);
                var client = HarborClient.of(harbor)) {
            assertThat(client.logIn(named(harbor, "HARBOR_PASSWORD")).statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void aSlowHarborStillAnswers() throws Exception {
        try (var harbor = broken(Breakage.SLOW);
                var client = HarborClient.of(harbor)) {
            var began = System.nanoTime();
            var answer = client.get("/health");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(240));
        }
    }

    @Test
    void withoutRedisHarborWorksOn() throws Exception {
        try (var harbor = broken(Breakage.REDIS);
                var client = HarborClient.of(harbor)) {
            var answer = client.get("/ready");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(field(answer, "redis")).isEqualTo("disconnected");
        }
    }

    @Test
    void withoutDatabaseHarborLivesAndIsNotReady() throws Exception {
        try (var harbor = broken(Breakage.DATABASE);
                var client = HarborClient.of(harbor)) {
            var answer = client.get("/ready");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(field(answer, "database")).isEqualTo("disconnected");
            assertThat(client.get("/health").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aStoppedHarborRefusesTheConnection() throws Exception {
        try (var harbor = broken(Breakage.API);
                var client = HarborClient.of(harbor)) {
            assertThatThrownBy(() -> client.get("/health")).isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void aCertificateThatEndsTomorrowIsStillTrusted() throws Exception {
        try (var harbor = broken(Breakage.CERTIFICATE);
                var client = trusting(named(harbor, "HARBOR_CA"))) {
            var request = HttpRequest.newBuilder(URI.create(named(harbor, "HARBOR_SECURE_URL") + "/health"));
            var answer = client.send(request.build(), BodyHandlers.ofString());
            var leaf = (X509Certificate) answer.sslSession().orElseThrow().getPeerCertificates()[0];

            assertThat(leaf.getNotAfter().toInstant())
                    .isBetween(
                            Instant.now().plus(Duration.ofHours(23)),
                            Instant.now().plus(Duration.ofHours(25)));
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
        }
    }

    @Test
    void everyBreakageHasANameForTheCommandLine() {
        assertThat(Breakage.labels()).isEqualTo("orders, migration, login, slow, redis, database, certificate, api");
        assertThat(Breakage.of("redis")).contains(Breakage.REDIS);
        assertThat(Breakage.of("rudder")).isEmpty();
    }

    private static Harbor broken(Breakage part) throws InterruptedException {
        var harbor = Harbor.start(HarborOptions.standard().with(part), Progress.SILENT);
        if (part == Breakage.REDIS && !harbor.hasRedis()) {
            harbor.close();
            assumeTrue(false, "no Redis runs on this machine");
        }
        return harbor;
    }

    private static HttpClient trusting(String authority) throws Exception {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry(
                "authority",
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(authority.getBytes(US_ASCII))));
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }
}
