package io.belay.adapter.aliyun.sls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.belay.adapter.aliyun.Cloud;
import io.belay.adapter.aliyun.acs.Credentials;
import io.belay.adapter.aliyun.http.Exchange;
import io.belay.adapter.aliyun.testkit.AliyunCloud;
import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogClientTest {
    private static final Credentials KEY = new Credentials("acsddda21dsd", "zxasdasdasw2", Optional.empty());

    private final AliyunCloud cloud = new AliyunCloud(InstantSource.system());

    @AfterEach
    void close() {
        cloud.close();
    }

    private static Deadline soon() {
        return Cloud.soon(InstantSource.system());
    }

    private LogClient client(Credentials credentials) {
        return new LogClient(cloud.endpoint(), "cn-hangzhou", () -> credentials, Exchange.USUAL);
    }

    /** The vectors of the tests of Log Service's own clients for Java and Python. */
    @ParameterizedTest
    @CsvSource({
        "cn-hangzhou, POST, /logstores, 'adasd= -asd zcas', true, a98f5632e93836e63839cd836a54055f480020a9364ca944e2d34f2eb9bf1bed",
        "cn-shanghai, POST, /logstores, 'adasd= -asd zcas', false, 8a10a5e723cb2e75964816de660b2c16a58af8bc0261f7f0722d832468c76ce8",
        "cn-hangzhou, POST, /logstores, '', true, 5a66d8f8051983e0e9d08e0f960ef9252ef971eead5bb5c7acec8617a2eb2701",
        "cn-hangzhou, GET, /logstores, '', true, d92741852500791d662a8d469ff61627c0559ecd86c3f59b7bf6772b6c62666a"
    })
    void theSignatureIsThatOfTheOfficialClients(
            String region, String method, String path, String body, boolean more, String signature) {
        var headers = new TreeMap<String, String>();
        var query = new TreeMap<String, String>();
        if (more) {
            headers.putAll(Map.of("x-log-test", "het123", "x-acs-ppp", "dds"));
            query.putAll(Map.of(" abc", "efg", " agc ", "", "", "efg", "A-bc", "eFg"));
        }
        headers.put("x-log-content-sha256", LogSignature.sha256(body));
        headers.put("x-log-date", "20220808T032330Z");

        assertThat(LogSignature.authorization(KEY, region, method, path, query, headers))
                .isEqualTo("SLS4-HMAC-SHA256 Credential=acsddda21dsd/20220808/" + region
                        + "/sls/aliyun_v4_request,Signature=" + signature);
    }

    @Test
    void whatIsThereIsFoundAndWhatIsNotIsNot() throws InterruptedException {
        cloud.logs().store("function-log", 30);

        assertThat(client(Cloud.CREDENTIALS)
                        .find("/logstores/function-log", soon())
                        .orElseThrow()
                        .text("ttl"))
                .contains("30");
        assertThat(client(Cloud.CREDENTIALS).find("/logstores/other", soon())).isEmpty();
        assertThat(client(Cloud.CREDENTIALS).find("/savedsearches/other", soon()))
                .isEmpty();
    }

    @Test
    void listsAreReadToTheirEnd() throws InterruptedException {
        for (int at = 0; at < 250; at++) {
            cloud.logs().search("search-" + at, "", "function-log", "*");
        }

        assertThat(client(Cloud.CREDENTIALS).list("/savedsearches", each -> each.objects("savedsearchItems"), soon()))
                .hasSize(250);
    }

    @Test
    void anotherSecretIsDeniedAndNotTold() {
        var wrong = new Credentials(AliyunCloud.KEY_ID, "wrong-secret", Optional.of(AliyunCloud.TOKEN));
        var fault = fault(() -> client(wrong).find("/logstores/function-log", soon()));

        assertThat(fault.kind()).isEqualTo(Fault.Kind.DENIED);
        assertThat(fault.message()).doesNotContain("wrong-secret").contains("SignatureNotMatch");
    }

    @ParameterizedTest
    @CsvSource({
        "403, WriteQuotaExceed, THROTTLED",
        "503, ServerBusy, THROTTLED",
        "500, InternalServerError, UNREACHABLE",
        "400, ParameterInvalid, REJECTED",
        "400, DashboardAlreadyExist, CONFLICT",
        "403, Unauthorized, DENIED"
    })
    void eachNoHasItsKind(int status, String code, Fault.Kind kind) {
        cloud.mishaps().answer("/dashboards", status, "{\"errorCode\":\"" + code + "\",\"errorMessage\":\"m\"}");

        var fault = fault(() -> client(Cloud.CREDENTIALS).write("POST", "/dashboards", Map.of(), soon()));

        assertThat(fault).isEqualTo(new Fault(kind, "SLS POST /dashboards: " + code + ": m (HTTP " + status + ")"));
    }

    /** Of which the JDK gives the status alone. */
    @Test
    void anUnauthorizedWriteIsDenied() {
        cloud.mishaps().answer("/dashboards", 401, "{\"errorCode\":\"Unauthorized\",\"errorMessage\":\"m\"}");

        assertThat(fault(() -> client(Cloud.CREDENTIALS).write("POST", "/dashboards", Map.of(), soon()))
                        .kind())
                .isEqualTo(Fault.Kind.DENIED);
    }

    @Test
    void anOldRequestIsDenied() {
        var late = new AliyunCloud(() -> InstantSource.system().instant().plus(Duration.ofHours(1)));
        try (late) {
            var client = new LogClient(late.endpoint(), "cn-hangzhou", () -> Cloud.CREDENTIALS, Exchange.USUAL);
            assertThat(fault(() -> client.delete("/dashboards/x", soon())).kind())
                    .isEqualTo(Fault.Kind.DENIED);
        }
    }

    private interface Call {
        void run() throws InterruptedException;
    }

    private static Fault fault(Call call) {
        return Objects.requireNonNull(catchThrowableOfType(PortException.class, call::run))
                .fault();
    }
}
