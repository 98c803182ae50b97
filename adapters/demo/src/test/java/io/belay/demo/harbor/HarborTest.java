package io.belay.demo.harbor;

import static io.belay.demo.harbor.HarborClient.field;
import static io.belay.demo.harbor.HarborClient.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class HarborTest {

    private static Harbor harbor;
    private static HarborClient client;

    @BeforeAll
    static void start() throws InterruptedException {
        harbor = Harbor.start(HarborOptions.standard(), Progress.SILENT);
        client = HarborClient.of(harbor);
    }

    @AfterAll
    static void stop() {
        client.close();
        harbor.close();
    }

    @Test
    void aHealthyHarborSaysSo() throws Exception {
        var answer = client.get("/health");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(field(answer, "status")).isEqualTo("healthy");
    }

    @Test
    void itIsReadyWithDatabaseAndRedis() throws Exception {
        var answer = client.get("/ready");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(field(answer, "database")).isEqualTo("connected");
        assertThat(field(answer, "redis")).isEqualTo(harbor.hasRedis() ? "connected" : "absent");
    }

    @Test
    void theRightPasswordGivesAToken() throws Exception {
        var answer = client.logIn(named(harbor, "HARBOR_PASSWORD"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(field(answer, "token").split("\\.")).hasSize(3);
    }

    @Test
    void aWrongPasswordIsRefused() throws Exception {
        assertThat(client.logIn("guess").statusCode()).isEqualTo(401);
    }

    @Test
    void aLoginThatIsNoneIsABadRequest() throws Exception {
        assertThat(client.ask("POST", "/auth/login", "{\"user\":null}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void nobodyOrdersWithoutAToken() throws Exception {
        var answer = client.ask("POST", "/orders", order("no-token"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"harbor\"");
    }

    @Test
    void aTokenThatWasChangedIsRefused() throws Exception {
        var token = client.token(harbor);
        token[1] = token[1].substring(0, token[1].length() - 2) + "xx";

        assertThat(client.ask("POST", "/orders", order("changed"), token).statusCode())
                .isEqualTo(401);
    }

    @Test
    void theCommandSideAnswersNoQuestion() throws Exception {
        var answer = client.get("/orders");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("POST");
    }

    @Test
    void anOrderIsPlacedShownAndTakenBack() throws Exception {
        var token = client.token(harbor);
        var placed = client.ask("POST", "/orders", order(UUID.randomUUID().toString()), token);
        var path = "/orders/" + field(placed, "id");
        var shown = client.get(path, token);
        var deleted = client.ask("DELETE", path, "", token);
        var after = client.get(path, token);

        assertThat(placed.statusCode()).isEqualTo(201);
        assertThat(placed.headers().firstValue("Location")).contains(path);
        assertThat(field(shown, "destination")).isEqualTo("Busan");
        assertThat(deleted.statusCode()).isEqualTo(204);
        assertThat(after.statusCode()).isEqualTo(404);
    }

    @Test
    void theSecondLookIsAnsweredFromRedis() throws Exception {
        assumeTrue(harbor.hasRedis(), "no Redis runs on this machine");
        var token = client.token(harbor);
        var placed = client.ask("POST", "/orders", order(UUID.randomUUID().toString()), token);
        var path = "/orders/" + field(placed, "id");
        client.get(path, token);

        assertThat(client.get(path, token).headers().firstValue("X-Cache")).contains("hit");
    }

    @Test
    void noTwoOrdersHaveTheSameRef() throws Exception {
        var token = client.token(harbor);
        var order = order(UUID.randomUUID().toString());
        client.ask("POST", "/orders", order, token);

        assertThat(client.ask("POST", "/orders", order, token).statusCode()).isEqualTo(409);
    }

    @Test
    void anOrderThatIsNoneIsABadRequest() throws Exception {
        var token = client.token(harbor);

        assertThat(client.ask("POST", "/orders", "{\"ref\":\"x\"}", token).statusCode())
                .isEqualTo(400);
    }

    @Test
    void aBodyWithoutEndIsRefused() throws Exception {
        assertThat(client.ask("POST", "/auth/login", "x".repeat(70_000)).statusCode())
                .isEqualTo(413);
    }

    @Test
    void everyReplyBearsTheSecurityHeaders() throws Exception {
        var headers = client.get("/nowhere").headers();

        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Content-Security-Policy")).isPresent();
        assertThat(headers.firstValue("X-Request-Id")).isPresent();
    }

    @Test
    void theFrontPageIsHtml() throws Exception {
        var answer = client.get("/");

        assertThat(answer.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(answer.body()).contains("<h1>Harbor</h1>");
    }

    @Test
    void prometheusReadsHowManyCallsThereWere() throws Exception {
        client.get("/health");

        assertThat(client.get("/metrics").body())
                .contains("harbor_http_requests_total{method=\"GET\",path=\"/health\",status=\"200\"}");
    }

    @Test
    void theReaderSeesEveryMigration() throws SQLException {
        try (var connection = reader();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery("SELECT string_agg(version, ' ' ORDER BY version) FROM _migrations")) {
            rows.next();

            assertThat(rows.getString(1)).isEqualTo("001 002 003 004 005");
        }
    }

    @Test
    void theReaderMayNotWrite() throws SQLException {
        try (var connection = reader();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("DELETE FROM orders")).hasMessageContaining("permission denied");
        }
    }

    private static Connection reader() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + named(harbor, "HARBOR_DATABASE_PORT") + "/harbor",
                "belay",
                named(harbor, "HARBOR_DATABASE_PASSWORD"));
    }

    private static String order(String ref) {
        return Json.text(Map.of("ref", ref, "destination", "Busan"));
    }
}
