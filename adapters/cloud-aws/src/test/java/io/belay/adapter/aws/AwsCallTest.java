package io.belay.adapter.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.adapter.aws.testkit.AwsServer;
import io.belay.core.Fault;
import io.belay.core.PortException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

@Timeout(60)
class AwsCallTest {
    private final AwsServer server = AwsServer.start();
    private final AwsClients aws = Aws.clients(server);

    AwsCallTest() {
        server.lambda().point("serve", "live", server.lambda().publish("serve"));
    }

    @AfterEach
    void close() {
        aws.close();
        server.close();
    }

    private void update(AwsClients clients, Duration within) throws InterruptedException {
        AwsCall.ask(
                Aws.in(within),
                limits -> clients.lambda()
                        .updateAlias(request -> request.functionName("serve")
                                .name("live")
                                .description("new")
                                .overrideConfiguration(limits)));
    }

    private void update() throws InterruptedException {
        update(aws, Duration.ofSeconds(30));
    }

    private static void refused(Fault.Kind kind, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PortException.class,
                        refused -> assertThat(refused.fault().kind()).isEqualTo(kind));
    }

    @ParameterizedTest
    @CsvSource({
        "400, ThrottlingException, THROTTLED",
        "429, TooManyRequestsException, THROTTLED",
        "400, PriorRequestNotComplete, THROTTLED",
        "403, AccessDeniedException, DENIED",
        "400, AccessDeniedException, DENIED",
        "403, ExpiredTokenException, DENIED",
        "403, UnrecognizedClientException, DENIED",
        "404, ResourceNotFoundException, NOT_FOUND",
        "400, ServiceNotFoundException, NOT_FOUND",
        "400, DeploymentDoesNotExistException, NOT_FOUND",
        "404, NoSuchHostedZone, NOT_FOUND",
        "412, PreconditionFailedException, CONFLICT",
        "409, ResourceConflictException, CONFLICT",
        "400, ConflictException, CONFLICT",
        "400, InvalidChangeBatch, REJECTED",
        "400, InvalidParameterValueException, REJECTED",
        "500, ServiceException, UNREACHABLE",
        "503, ServiceUnavailable, UNREACHABLE",
        "504, GatewayTimeout, TIMED_OUT"
    })
    void eachRefusalHasItsKind(int status, String code, Fault.Kind kind) {
        server.mishaps().refuse("UpdateAlias", status, code, "in AWS's words");

        refused(kind, this::update);

        assertThat(server.writes()).hasSize(1);
    }

    @Test
    void aRefusalKeepsItsWords() {
        server.mishaps().refuse("UpdateAlias", 400, "InvalidParameterValueException", "in AWS's words");

        assertThatThrownBy(this::update).hasMessage("rejected: InvalidParameterValueException: in AWS's words");
    }

    @Test
    void aWriteWhoseAnswerIsLostIsSentOnce() {
        server.mishaps().loseAnswer("UpdateAlias");

        refused(Fault.Kind.UNREACHABLE, this::update);

        assertThat(server.writes()).hasSize(1);
        assertThat(server.lambda().alias("serve", "live").description()).isEqualTo("new");
    }

    @Test
    void aWriteOnAConnectionThatWasUsedBeforeIsSentOnceAsWell() throws Exception {
        update();
        server.mishaps().loseAnswer("UpdateAlias");

        refused(Fault.Kind.UNREACHABLE, this::update);

        assertThat(server.writes()).hasSize(2);
    }

    @Test
    void aSilentCloudIsGivenUpInTime() {
        server.mishaps().hang("UpdateAlias");
        var begun = System.nanoTime();

        refused(Fault.Kind.TIMED_OUT, () -> update(aws, Duration.ofMillis(300)));

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void whoIsInterruptedStopsWaiting() throws Exception {
        server.mishaps().hang("UpdateAlias");
        var ended = new CompletableFuture<Throwable>();
        var caller = Thread.ofVirtual().start(() -> {
            try {
                update();
                ended.complete(new AssertionError("it was answered"));
            } catch (InterruptedException | PortException thrown) {
                ended.complete(thrown);
            }
        });
        while (server.calls().isEmpty()) {
            Thread.onSpinWait();
        }

        caller.interrupt();

        assertThat(ended.get(10, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
    }

    @Test
    void nobodyThereIsUnreachable() throws Exception {
        try (var nobody = Aws.clients(closedPort())) {
            refused(Fault.Kind.UNREACHABLE, () -> update(nobody, Duration.ofSeconds(10)));
        }
    }

    @Test
    void aSessionsTokenIsSentAndNeverShown() {
        var credentials = AwsSessionCredentials.create(AwsServer.ACCESS_KEY, "another secret", "the-sessions-token");
        try (var clients = clients(StaticCredentialsProvider.create(credentials))) {
            assertThatThrownBy(() -> update(clients, Duration.ofSeconds(10)))
                    .isInstanceOfSatisfying(
                            PortException.class,
                            refused -> assertThat(refused.fault())
                                    .isEqualTo(new Fault(Fault.Kind.DENIED, "SignatureDoesNotMatch")));
        }
        assertThat(server.writes()).isEmpty();
    }

    @Test
    void anUnknownKeyIsDenied() {
        var credentials = AwsBasicCredentials.create("AKIDOTHER", AwsServer.SECRET_KEY);
        try (var clients = clients(StaticCredentialsProvider.create(credentials))) {
            refused(Fault.Kind.DENIED, () -> update(clients, Duration.ofSeconds(10)));
        }
    }

    @Test
    void whatTheDefaultChainFindsSigns() throws Exception {
        System.setProperty("aws.accessKeyId", AwsServer.ACCESS_KEY);
        System.setProperty("aws.secretAccessKey", AwsServer.SECRET_KEY);
        var environment = Map.of(AwsPlace.ENDPOINT, server.endpoint().toString());
        try (var clients = AwsClients.of(AwsServer.REGION, environment)) {
            update(clients, Duration.ofSeconds(10));
        } finally {
            System.clearProperty("aws.accessKeyId");
            System.clearProperty("aws.secretAccessKey");
        }

        assertThat(server.writes()).hasSize(1);
    }

    @Test
    void anEndpointOfOneServiceComesFirst() {
        var place = AwsPlace.of(
                "eu-west-1",
                Map.of(
                        "BELAY_AWS_ENDPOINT", "http://127.0.0.1:1",
                        "BELAY_AWS_ENDPOINT_LAMBDA", "http://127.0.0.1:2",
                        "PATH", "/bin"));

        assertThat(place.endpoint("lambda")).contains(URI.create("http://127.0.0.1:2"));
        assertThat(place.endpoint("ecs")).contains(URI.create("http://127.0.0.1:1"));
    }

    @Test
    void aRegionIsSaid() {
        assertThatThrownBy(() -> AwsPlace.of("", Map.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private AwsClients clients(StaticCredentialsProvider credentials) {
        var place = AwsPlace.of(
                AwsServer.REGION, Map.of(AwsPlace.ENDPOINT, server.endpoint().toString()));
        return new AwsClients(place, credentials);
    }

    private static URI closedPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
    }
}
