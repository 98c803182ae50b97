package io.belay.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.assembly.Opening;
import io.belay.assembly.SystemTime;
import io.belay.assembly.Systems;
import io.belay.core.Progress;
import io.belay.core.Verdict;
import io.belay.demo.LambdaCall;
import io.belay.runtime.lambda.HealthHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What Lambda's door costs a warm call, over the bare function: the handler is called as Lambda's Runtime Interface Client does,
 * with the event as a stream, and writes the report to another. What the client does besides is Lambda's.
 */
final class LambdaCost {
    private LambdaCost() {}

    /** With ten checks of a port on this machine that is open: nothing of the system file's kinds is quicker. */
    static List<Row> rows() throws IOException, InterruptedException {
        var file = Files.createTempFile("bench-", ".yaml");
        var cost = new PerCall();
        try (var ports = new Ports();
                var unread = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8)) {
            Files.writeString(file, yaml(ports.silent()));
            var time = new SystemTime();
            var bundle = switch (new Systems(Map.of(), time, Progress.NONE).open(file)) {
                case Opening.Opened opened -> opened.bundle();
                case Opening.Refused refused -> throw new IllegalStateException(refused.why());
            };
            var handler = new HealthHandler(Map.of("BELAY_SYSTEM_FILE", file.toString()), unread);
            var event = "{}".getBytes(UTF_8);
            var context = new LambdaCall("8f5c1f2e-6d3b-4f0a-9b1e-0c11aa22bb33", 60_000);
            var first = new ByteArrayOutputStream();
            handler.handleRequest(new ByteArrayInputStream(event), first, context);
            if (OpenDoor.bare(bundle, time).verdict() != Verdict.PASS
                    || !first.toString(UTF_8).contains("\"verdict\":\"pass\"")) {
                throw new IllegalStateException(first.toString(UTF_8));
            }
            cost.measure(
                    () -> OpenDoor.bare(bundle, time),
                    () -> handler.handleRequest(new ByteArrayInputStream(event), new ByteArrayOutputStream(), context));
        } finally {
            Files.deleteIfExists(file);
        }
        return cost.rows("the Lambda door", "ten ports", true);
    }

    private static String yaml(int port) {
        return IntStream.range(0, OpenDoor.CHECKS)
                .mapToObj("    - { name: c%%d, tcp: { host: 127.0.0.1, port: %d } }\n".formatted(port)::formatted)
                .collect(Collectors.joining("", "system: bench\nenvironment: here\nhealth:\n  checks:\n", ""));
    }
}
