package io.belay.runtime.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which function a handler runs is its class, and over HTTP none shows another. */
final class TwoHandlersTest {
    @ParameterizedTest
    @CsvSource({"health, api", "migration-verify, main"})
    void anEventRunsTheHandlersOwnFunction(String function, String subject) throws Exception {
        var harbor = new Harbor(function, true);

        assertThat(harbor.answer("{}")).contains("\"function\":\"" + function + "\"", "\"" + subject + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "health, /health, 200",
        "health, /metrics, 200",
        "health, /migration-verify, 404",
        "health, /metrics/migration-verify, 404",
        "migration-verify, /health, 404",
        "migration-verify, /metrics, 404",
        "migration-verify, /metrics/migration-verify, 200",
        "migration-verify, /health/ready, 200"
    })
    void overHttpAHandlerShowsItsOwnFunctionAlone(String function, String path, int status) throws Exception {
        var harbor = new Harbor(function, true);

        assertThat(harbor.answer(http(path))).contains("\"statusCode\":" + status);
    }

    @Test
    void withoutItsSectionAnEventGetsAReportThatIsUnknownAndACallerOverHttpARefusal() throws Exception {
        var harbor = new Harbor("migration-verify", false);

        assertThat(harbor.answer("{}")).contains("\"verdict\":\"unknown\"", "under migrations");
        assertThat(harbor.answer(http("/migration-verify")))
                .contains("\"statusCode\":404", "the system file has nothing under migrations");
    }

    @Test
    void aHandlerThatIsWronglySetUpSaysSoAtItsFirstCall() throws Exception {
        var log = new ByteArrayOutputStream();
        var handler = new MigrationVerifyHandler(Map.of(), new PrintStream(log, true, UTF_8));
        var out = new ByteArrayOutputStream();

        handler.handleRequest(
                new ByteArrayInputStream(http("/migration-verify").getBytes(UTF_8)), out, new TestingContext(5_000));

        assertThat(out.toString(UTF_8)).contains("\"statusCode\":503", "BELAY_SYSTEM_FILE");
        assertThat(log.toString(UTF_8)).contains("lambda-start", "not-open");
    }

    private static String http(String path) {
        return "{\"version\":\"2.0\",\"rawPath\":\"" + path + "\",\"rawQueryString\":\"\",\"headers\":{},"
                + "\"requestContext\":{\"http\":{\"method\":\"GET\"}},\"isBase64Encoded\":false}";
    }
}
