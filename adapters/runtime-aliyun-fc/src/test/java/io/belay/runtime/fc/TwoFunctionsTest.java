package io.belay.runtime.fc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each function has paths of its own, and none runs the other. */
final class TwoFunctionsTest {
    private static final String MIGRATIONS = "\"function\":\"migration-verify\"";

    @Test
    void migrationVerifyAnswersAtItsPath() throws Exception {
        try (var harbor = new Harbor()) {
            var got = harbor.get("/migration-verify?only=main&within=5s");
            var posted =
                    harbor.send(harbor.to("/migration-verify").POST(BodyPublishers.ofString("{\"only\":[\"main\"]}")));

            assertThat(got.body()).contains(MIGRATIONS, "\"main\"").doesNotContain("\"api\"");
            assertThat(posted.body()).contains(MIGRATIONS);
            assertThat(harbor.reads.get()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/metrics"})
    void askingForHealthReadsNoDatabase(String path) throws Exception {
        try (var harbor = new Harbor()) {
            assertThat(harbor.get(path).body()).contains("health").doesNotContain("migration-verify");

            assertThat(harbor.reads.get()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"/metrics, health", "/metrics/migration-verify, migration-verify"})
    void eachFunctionIsScrapedAtAPathOfItsOwn(String path, String function) throws Exception {
        try (var harbor = new Harbor()) {
            var answer = harbor.get(path);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("text/plain; version=0.0.4");
            assertThat(answer.body()).contains("function=\"" + function + "\"");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/metrics/",
                "/metrics/health",
                "/metrics/rollback",
                "/metrics/migration-verify/",
                "/migration-verify/live",
                "/migration-verify/baseline",
                "/migration_verify"
            })
    void nothingElseIsThere(String path) throws Exception {
        try (var harbor = new Harbor()) {
            assertThat(Harbor.status(harbor.get(path))).isEqualTo("404 200");
            assertThat(harbor.reads.get()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "health, /health",
        "health, /metrics",
        "migrations, /migration-verify",
        "migrations, /metrics/migration-verify"
    })
    void aFunctionWithoutASectionIsNotThereAndSaysWhy(String section, String path) throws Exception {
        try (var harbor = Harbor.without(section, "health")) {
            var answer = harbor.get(path);

            assertThat(Harbor.status(answer)).isEqualTo("404 200");
            assertThat(answer.body()).contains("the system file has nothing under " + section);
            assertThat(Harbor.status(harbor.get("/health/ready"))).isEqualTo("200 200");
        }
    }

    @ParameterizedTest
    @CsvSource({"health, health", "migrations, migration-verify"})
    void aTimerForAFunctionWithoutASectionGetsAReportThatIsUnknown(String section, String function) throws Exception {
        try (var harbor = Harbor.without(section, function)) {
            var answer = harbor.invoke("{}");

            assertThat(Harbor.status(answer)).isEqualTo("200 200");
            assertThat(answer.body()).contains("\"verdict\":\"unknown\"", "under " + section);
        }
    }

    @Test
    void theSettingSaysWhatFcsEventsRun() throws Exception {
        try (var harbor = new Harbor("migration-verify", Optional.empty())) {
            assertThat(harbor.invoke("{\"only\":[\"main\"]}").body()).contains(MIGRATIONS);
            assertThat(harbor.invoke("{\"function\":\"health\"}").body()).contains("\"refusal/1\"");
            assertThat(harbor.get("/health").body()).contains("\"function\":\"health\"");
        }
    }

    @Test
    void aFunctionThatIsNoneIsRefusedWithAListOfThoseThatAre() throws Exception {
        try (var harbor = new Harbor("rolback", Optional.empty())) {
            var answer = harbor.invoke("{}");

            assertThat(Harbor.status(answer)).isEqualTo("404 404");
            assertThat(answer.body()).contains("BELAY_FUNCTION", "health, migration-verify");
        }
    }
}
