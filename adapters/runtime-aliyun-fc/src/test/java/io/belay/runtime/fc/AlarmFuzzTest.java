package io.belay.runtime.fc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.assembly.Bundle;
import io.belay.assembly.door.Door;
import io.belay.assembly.door.Doorway;
import io.belay.assembly.door.Json;
import io.belay.assembly.door.Log;
import io.belay.assembly.door.Tokens;
import io.belay.core.Progress;
import io.belay.core.alarm.AlarmState.Colour;
import io.belay.core.testkit.InMemorySystem;
import io.belay.core.testkit.Mutation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Deliveries as a broken or an ill-meaning sender might write them, by the two ways that lead to a rollback: while the alarm is
 * green nothing moves, whatever is said of it. The seed is fixed: a failure can be repeated.
 */
final class AlarmFuzzTest {
    private static final Path BODIES = Path.of("../deliveries/src/test/resources/io/belay/adapter/deliveries");
    private static final String TOKEN = "adas-token-0123456789";
    private static final int ROUNDS = 1_500;

    private final InMemorySystem system = new InMemorySystem("cloudmonitor", "test");
    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
    private final HttpClient client = HttpClient.newHttpClient();
    private final SplittableRandom random = new SplittableRandom(20261128);
    private Optional<FcServer> server = Optional.empty();

    @BeforeEach
    void start() throws Exception {
        system.alarms().turn("test", Colour.GREEN);
        var log = new Log(new PrintStream(logged, true, UTF_8), system.time(), UnaryOperator.identity());
        var doorway = new Doorway(() -> new Door(Bundle.of(system.spec(), system.time(), Progress.NONE), log), log);
        var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(TOKEN.getBytes(UTF_8)));
        var deployment = Deployment.of(Bundle.ROLLBACK, Optional.of(Duration.ofMinutes(30)))
                .guarded(Tokens.of(Map.of("BELAY_TOKENS", "ada:rollback:" + hash)))
                .onFc();
        var free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        server = Optional.of(FcServer.start(free, doorway, deployment, system.time()));
    }

    @AfterEach
    void close() {
        server.ifPresent(FcServer::close);
        client.close();
    }

    private static List<byte[]> fixtures() throws IOException {
        try (Stream<Path> files = Files.list(BODIES)) {
            return files.filter(file -> !file.endsWith("SOURCES.txt"))
                    .sorted()
                    .map(AlarmFuzzTest::read)
                    .toList();
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private HttpResponse<String> send(String path, String way, String authorization, byte[] body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(
                        "http://127.0.0.1:" + server.orElseThrow().address().getPort() + path))
                .timeout(Duration.ofSeconds(30))
                .header("x-fc-control-path", way)
                .header("authorization", authorization)
                .POST(BodyPublishers.ofByteArray(body));
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static void check(HttpResponse<String> answer, int round, Integer... statuses) {
        assertThat(answer.statusCode()).as("round %d", round).isIn((Object[]) statuses);
        assertThat(Json.read(answer.body().getBytes(UTF_8), 1 << 22))
                .as("round %d", round)
                .isInstanceOf(Json.Fields.class);
        assertThat(answer.body()).as("round %d", round).doesNotContain("\tat ", "Exception", TOKEN);
    }

    private void nothingMovedAndTheDoorStillWorks() throws Exception {
        // What is gone on with has ended then.
        server.orElseThrow().close();
        assertThat(system.orders().writes()).isZero();
        assertThat(logged.toString(UTF_8)).doesNotContain("\"bug\"", TOKEN);
        start();
        system.alarms().turn("test", Colour.RED);
        send("/invoke", "/invoke", "none", read(BODIES.resolve("cloudmonitor-by-mns-topic.json")));
        assertThat(system.rollbacks()).isEqualTo(1);
    }

    @Test
    void anyEventIsAnsweredInJsonAndMovesNothing() throws Exception {
        var fixtures = fixtures();
        var runs = 0;
        for (var round = 0; round < ROUNDS; round++) {
            var body = Mutation.of(fixtures.get(round % fixtures.size()), random);
            var answer = send("/invoke", "/invoke", "none", body);

            check(answer, round, 200);
            runs += answer.body().contains("\"is\":\"run\"") ? 1 : 0;
        }
        assertThat(runs).isGreaterThan(ROUNDS / 50);
        nothingMovedAndTheDoorStillWorks();
    }

    @Test
    void anyAlarmOverHttpIsAnsweredInJsonAndMovesNothing() throws Exception {
        var fixtures = fixtures();
        for (var round = 0; round < ROUNDS; round++) {
            var known = random.nextInt(4) > 0;
            var body = Mutation.of(fixtures.get(round % fixtures.size()), random);
            var answer =
                    send("/alarms", "/http-invoke", "Bearer " + (known ? TOKEN : "another-token-0123456789"), body);

            if (known) {
                check(answer, round, 200, 202, 400);
            } else {
                check(answer, round, 401);
            }
        }
        nothingMovedAndTheDoorStillWorks();
    }
}
