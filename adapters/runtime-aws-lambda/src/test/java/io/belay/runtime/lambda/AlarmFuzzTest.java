package io.belay.runtime.lambda;

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
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Deliveries as a broken or an ill-meaning sender might write them, as events and over HTTP: while the alarm is green nothing moves,
 * whatever is said of it. The seed is fixed: a failure can be repeated.
 */
final class AlarmFuzzTest {
    private static final Path BODIES = Path.of("../deliveries/src/test/resources/io/belay/adapter/deliveries");
    private static final String ALARM = "Example alarm name";
    private static final String TOKEN = "adas-token-0123456789";
    private static final int ROUNDS = 5_000;

    private final InMemorySystem system = new InMemorySystem("cloudwatch", ALARM);
    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
    private final SplittableRandom random = new SplittableRandom(20261128);

    private EventDoor door() throws Exception {
        var log = new Log(new PrintStream(logged, true, UTF_8), system.time(), UnaryOperator.identity());
        var doorway = new Doorway(() -> new Door(Bundle.of(system.spec(), system.time(), Progress.NONE), log), log);
        var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(TOKEN.getBytes(UTF_8)));
        var tokens = Tokens.of(Map.of("BELAY_TOKENS", "ada:rollback:" + hash));
        return new EventDoor(Bundle.ROLLBACK, doorway, system.time(), tokens, Optional.empty(), Optional.empty());
    }

    private static String answer(EventDoor door, byte[] event) throws IOException {
        var output = new ByteArrayOutputStream();
        door.handle(new ByteArrayInputStream(event), output, new TestingContext(900_000));
        return output.toString(UTF_8);
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

    private static String check(String answer, int round) {
        assertThat(Json.read(answer.getBytes(UTF_8), 1 << 22))
                .as("round %d", round)
                .isInstanceOf(Json.Fields.class);
        assertThat(answer).as("round %d", round).doesNotContain("\tat ", "Exception", TOKEN);
        return answer;
    }

    private void nothingMovedAndTheDoorStillWorks(EventDoor door) throws Exception {
        assertThat(system.orders().writes()).isZero();
        assertThat(logged.toString(UTF_8)).doesNotContain("\"bug\"", TOKEN);
        system.alarms().turn(ALARM, Colour.RED);
        answer(door, read(BODIES.resolve("cloudwatch-by-sns.json")));
        assertThat(system.rollbacks()).isEqualTo(1);
    }

    @Test
    void anyEventIsAnsweredInJsonAndMovesNothing() throws Exception {
        system.alarms().turn(ALARM, Colour.GREEN);
        var door = door();
        var fixtures = fixtures();
        var runs = 0;
        for (var round = 0; round < ROUNDS; round++) {
            var answer = check(answer(door, Mutation.of(fixtures.get(round % fixtures.size()), random)), round);
            runs += answer.contains("\"is\":\"run\"") ? 1 : 0;
        }
        assertThat(runs).isGreaterThan(ROUNDS / 50);
        nothingMovedAndTheDoorStillWorks(door);
    }

    @Test
    void anyAlarmOverHttpIsAnsweredInJsonAndMovesNothing() throws Exception {
        system.alarms().turn(ALARM, Colour.GREEN);
        var door = door();
        var fixtures = fixtures();
        for (var round = 0; round < ROUNDS; round++) {
            var known = random.nextInt(4) > 0;
            var body = Mutation.of(fixtures.get(round % fixtures.size()), random);
            var event = "{\"version\":\"2.0\",\"rawPath\":\"/alarms\",\"headers\":{\"authorization\":\"Bearer "
                    + (known ? TOKEN : "another-token-0123456789")
                    + "\"},\"requestContext\":{\"http\":{\"method\":\"POST\"}},\"isBase64Encoded\":true,\"body\":\""
                    + Base64.getEncoder().encodeToString(body) + "\"}";

            assertThat(check(answer(door, event.getBytes(UTF_8)), round))
                    .as("round %d", round)
                    .containsPattern(known ? "\"statusCode\":(200|400)" : "\"statusCode\":401");
        }
        nothingMovedAndTheDoorStillWorks(door);
    }
}
