package io.belay.assembly.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.adapter.deliveries.DeliveryShape;
import io.belay.assembly.Bundle;
import io.belay.assembly.Fleet;
import io.belay.core.Correlation;
import io.belay.core.Deadline;
import io.belay.core.Progress;
import io.belay.core.testkit.InMemorySystem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A system behind a door with every path there is, and a token of each scope. */
final class Guarded {
    static final String WATCHER = "watcher-token-0123456789";
    static final String PIPELINE = "pipeline-token-0123456789";
    static final String CLOUDMONITOR = "cloudmonitor-token-0123456789";
    static final String ADA = "adas-token-0123456789";

    final InMemorySystem harbor = new InMemorySystem("alertmanager", "errors");
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final Log log = new Log(new PrintStream(written, true, UTF_8), harbor.time(), UnaryOperator.identity());
    final Doorway doorway =
            new Doorway(() -> new Door(Bundle.of(harbor.spec(), harbor.time(), Progress.NONE), log), log);

    static String sha256(String token) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    static Tokens tokens() {
        return Tokens.of(Map.of(
                "BELAY_TOKENS",
                "watcher:verify:" + sha256(WATCHER) + " pipeline:plan:" + sha256(PIPELINE) + "\ncloudmonitor:alarms:"
                        + sha256(CLOUDMONITOR) + " ada:rollback:" + sha256(ADA)));
    }

    /** With runs of {@code verify}, and alarms that ring {@code rung}. */
    HttpDoor door(Tokens tokens, String rung) {
        return door(doorway, tokens, rung);
    }

    static HttpDoor door(Doorway doorway, Tokens tokens, String rung) {
        var shown = new HashSet<>(Bundle.READING);
        shown.addAll(Bundle.CHANGING);
        shown.add(Fleet.SYSTEMS);
        return new HttpDoor(doorway, Set.copyOf(shown))
                .guarded(tokens)
                .with(Bundle.VERIFY, Optional.of(new Kept()))
                .with(new Bell(doorway, rung, Set.of(DeliveryShape.ALERTMANAGER)), Optional.empty());
    }

    HttpCall call(String method, String path, Map<String, String> headers, String body) {
        return new HttpCall(
                method,
                path,
                "",
                headers,
                new ByteArrayInputStream(body.getBytes(UTF_8)),
                Optional.empty(),
                Optional.empty(),
                Deadline.in(Duration.ofMinutes(5), harbor.time()));
    }

    static Map<String, String> bearing(String token) {
        return Map.of("authorization", "Bearer " + token);
    }

    /** The answer of a door that rings rollback. */
    HttpReply reply(String method, String path, String token, String body) throws IOException {
        return door(tokens(), Bundle.ROLLBACK).reply(call(method, path, bearing(token), body));
    }

    String logged() {
        return written.toString(UTF_8);
    }

    /** An alarm that rings, as Alertmanager says it. */
    static String alert() {
        return "{\"version\":\"4\",\"status\":\"firing\",\"groupKey\":\"g\",\"alerts\":[{\"status\":\"firing\",\"labels\":"
                + "{\"alertname\":\"errors\"},\"startsAt\":\"2026-11-21T10:00:00Z\",\"fingerprint\":\"f1\"}]}";
    }

    /** One run, which goes on. */
    private static final class Kept implements Later {
        @Override
        public void begin(String id, HttpCall call, byte[] body, Correlation correlation) {
            // It goes on.
        }

        @Override
        public Run run(String id, HttpCall call, Deadline deadline) {
            return new Run.Running();
        }
    }
}
