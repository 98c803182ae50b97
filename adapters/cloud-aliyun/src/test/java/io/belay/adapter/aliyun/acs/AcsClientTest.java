package io.belay.adapter.aliyun.acs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.adapter.aliyun.Cloud;
import io.belay.adapter.aliyun.http.Exchange;
import io.belay.adapter.aliyun.testkit.AliyunCloud;
import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcsClientTest {
    private static final InstantSource CLOCK = InstantSource.system();
    private static final Ask GET = Ask.resource("GET", "GetFunction", "/2023-03-30/functions/serve", Map.of());
    private static final Ask PUT = Ask.resource(
                    "PUT", "PutConcurrencyConfig", "/2023-03-30/functions/serve/concurrency", Map.of())
            .json(Map.of("reservedConcurrency", 5));

    private final AliyunCloud cloud = new AliyunCloud(CLOCK);
    private final AcsClient client = Cloud.client(cloud, () -> Cloud.CREDENTIALS);

    @BeforeEach
    void aFunction() {
        cloud.functionCompute().create("serve");
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void aSignatureOfOursIsVerifiedByTheOtherSide() throws Exception {
        assertThat(client.ask(GET, soon()).text("functionName")).contains("serve");
    }

    @Test
    void aQueryOfSignsAndSpacesIsVerifiedToo() throws Exception {
        var ask = Ask.resource(
                "GET",
                "ListFunctionVersions",
                "/2023-03-30/functions/serve/versions",
                Map.of("nextToken", "a b=/+*~é", "limit", "1"));

        assertThat(client.ask(ask, soon()).objects("versions")).isEmpty();
        assertThat(cloud.received().getFirst().query()).isEqualTo("limit=1&nextToken=a%20b%3D%2F%2B%2A~%C3%A9");
    }

    @Test
    void aFormIsSignedWithItsBodyAndStaysOutOfTheAddress() {
        var ask = Ask.form(
                "PutContact", Map.of("ContactName", "a b", "Channels.DingWebHook", "https://x?access_token=t"));

        assertThatThrownBy(() -> Cloud.monitor(cloud).ask(ask, soon())).hasMessageContaining("mandatory");

        var sent = cloud.received().getFirst();
        assertThat(sent.query()).isEmpty();
        assertThat(sent.form()).containsEntry("Channels.DingWebHook", "https://x?access_token=t");
    }

    @Test
    void aWrongSecretIsDeniedAndNothingOfWhatWasSignedIsShown() {
        var wrong = new Credentials(AliyunCloud.KEY_ID, "another secret", Optional.of(AliyunCloud.TOKEN));
        var denied = Cloud.client(cloud, () -> wrong);

        assertThatThrownBy(() -> denied.ask(GET, soon()))
                .isInstanceOfSatisfying(
                        PortException.class,
                        fault -> assertThat(fault.fault().kind()).isEqualTo(Fault.Kind.DENIED))
                .hasMessageContaining("SignatureDoesNotMatch")
                .hasMessageNotContaining(AliyunCloud.TOKEN)
                .hasMessageNotContaining("x-acs-");
    }

    @Test
    void aRolesKeyWithoutItsTokenIsDenied() {
        var half = new Credentials(AliyunCloud.KEY_ID, AliyunCloud.SECRET, Optional.empty());

        assertThat(kind(Cloud.client(cloud, () -> half), GET)).isEqualTo(Fault.Kind.DENIED);
    }

    @Test
    void anUnknownKeyIsDeniedThoughItsStatusIsNotFound() {
        var unknown = new Credentials("LTAI-unknown", AliyunCloud.SECRET, Optional.empty());

        assertThat(kind(Cloud.client(cloud, () -> unknown), GET)).isEqualTo(Fault.Kind.DENIED);
    }

    @Test
    void whatAnErrorSaysBackIsWithoutSecrets() {
        cloud.mishaps()
                .answer(
                        "GetFunction",
                        400,
                        "{\"Code\":\"InvalidArgument\",\"Message\":\"" + AliyunCloud.SECRET + " " + AliyunCloud.TOKEN
                                + " " + AliyunCloud.KEY_ID + "\"}");

        assertThatThrownBy(() -> client.ask(GET, soon()))
                .hasMessageContaining("[secret] [token] [access key]")
                .hasMessageNotContaining(AliyunCloud.SECRET);
    }

    @ParameterizedTest
    @CsvSource({
        "400, InvalidArgument, REJECTED",
        "400, Throttling.User, THROTTLED",
        "400, Throttling, THROTTLED",
        "403, AccessDenied, DENIED",
        "403, Forbidden.RAM, DENIED",
        "404, AliasNotFound, NOT_FOUND",
        "404, InvalidAccessKeyId.NotFound, DENIED",
        "409, ConcurrentUpdateError, CONFLICT",
        "412, PreconditionFailed, CONFLICT",
        "429, ResourceThrottled, THROTTLED",
        "500, InternalServerError, UNREACHABLE",
        "503, ServiceUnavailable, UNREACHABLE",
        "504, RequestTimeout, TIMED_OUT",
        "200, 404, NOT_FOUND",
        "200, 500, UNREACHABLE",
        "200, ResourceNotFound, NOT_FOUND",
    })
    void aRefusalIsAFaultOfItsKind(int status, String code, Fault.Kind kind) {
        cloud.mishaps()
                .answer("GetFunction", status, "{\"Code\":\"" + code + "\",\"Message\":\"m\",\"RequestId\":\"1-7\"}");

        assertThat(kind(client, GET)).isEqualTo(kind);
    }

    @Test
    void aSuccessThatSaysItIsNoneIsAFault() {
        cloud.mishaps().answer("GetFunction", 200, "{\"Success\":false,\"Message\":\"internal\"}");

        assertThat(kind(client, GET)).isEqualTo(Fault.Kind.REJECTED);
    }

    @Test
    void aPageOfAGatewayKeepsItsStatus() {
        cloud.mishaps().answer("GetFunction", 502, "<html><body>Bad Gateway</body></html>");

        assertThatThrownBy(() -> client.ask(GET, soon()))
                .isInstanceOfSatisfying(
                        PortException.class,
                        fault -> assertThat(fault.fault())
                                .isEqualTo(new Fault(
                                        Fault.Kind.UNREACHABLE, "FC GetFunction: HTTP 502, and no JSON in it")));
    }

    @Test
    void aPageInPlaceOfASuccessIsNoSuccess() {
        cloud.mishaps().answer("GetFunction", 200, "<html>log in, please</html>");

        assertThat(kind(client, GET)).isEqualTo(Fault.Kind.REJECTED);
    }

    @Test
    void aWriteWhoseAnswerIsLostIsNotSentAgain() {
        cloud.mishaps().loseAnswer("PutConcurrencyConfig");

        assertThat(kind(client, PUT)).isEqualTo(Fault.Kind.UNREACHABLE);
        assertThat(cloud.actions()).containsExactly("PutConcurrencyConfig");
        assertThat(cloud.functionCompute().reserved("serve")).contains(5L);
    }

    @Test
    void aWriteOverAKeptConnectionThatDiedIsNotSentAgain() throws Exception {
        client.ask(GET, soon());
        cloud.mishaps().loseRequest("PutConcurrencyConfig");

        assertThat(kind(client, PUT)).isEqualTo(Fault.Kind.UNREACHABLE);
        assertThat(cloud.actions()).containsExactly("GetFunction", "PutConcurrencyConfig");
    }

    @Test
    void anAnswerThatDoesNotComeIsTimedOut() {
        cloud.mishaps().slow("GetFunction", Duration.ofSeconds(20));
        var hasty = new AcsClient(
                Cloud.endpoints(cloud).functionCompute(),
                () -> Cloud.CREDENTIALS,
                new Exchange(Duration.ofSeconds(1), Duration.ofMillis(200)));

        assertThat(kind(hasty, GET)).isEqualTo(Fault.Kind.TIMED_OUT);
    }

    @Test
    void nobodyThereIsUnreachable() throws IOException {
        int port;
        try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        var api = new Api("FC", "2023-03-30", URI.create("http://127.0.0.1:" + port));

        assertThat(kind(new AcsClient(api, () -> Cloud.CREDENTIALS, Exchange.USUAL), GET))
                .isEqualTo(Fault.Kind.UNREACHABLE);
    }

    @Test
    void nothingIsSentOnceTheTimeIsOver() {
        var over = new Deadline(Instant.EPOCH, CLOCK);

        assertThatThrownBy(() -> client.ask(GET, over)).hasMessageContaining("no time is left");
        assertThat(cloud.actions()).isEmpty();
    }

    @Test
    void whoIsCalledOffStopsAtOnce() throws Exception {
        cloud.mishaps().slow("GetFunction", Duration.ofSeconds(20));
        var thrown = new AtomicReference<Throwable>();
        var asking = Thread.ofPlatform().start(() -> {
            try {
                client.ask(GET, soon());
            } catch (InterruptedException | RuntimeException stopped) {
                thrown.set(stopped);
            }
        });
        while (cloud.actions().isEmpty()) {
            Thread.onSpinWait();
        }

        asking.interrupt();
        asking.join(Duration.ofSeconds(5));

        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
    }

    @Test
    void credentialsAreNeverShown() {
        assertThat(Cloud.CREDENTIALS).hasToString("credentials of a role");
        assertThat(client.signed(GET, Cloud.CREDENTIALS, Instant.EPOCH).toString())
                .isEqualTo("GET " + cloud.endpoint() + "/2023-03-30/functions/serve");
    }

    private static Fault.Kind kind(AcsClient client, Ask ask) {
        try {
            client.ask(ask, soon());
            throw new AssertionError("no fault");
        } catch (PortException fault) {
            return fault.fault().kind();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private static Deadline soon() {
        return Cloud.soon(CLOCK);
    }
}
