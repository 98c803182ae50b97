package io.belay.bench;

import io.belay.assembly.Bundle;
import io.belay.assembly.Opening;
import io.belay.assembly.SystemTime;
import io.belay.assembly.Systems;
import io.belay.core.Correlation;
import io.belay.core.Deadline;
import io.belay.core.Progress;
import io.belay.core.Request;
import io.belay.core.Verdict;
import io.belay.core.check.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How late the report of 1,000 checks is after its deadline when 50 of them hang for good. */
final class Lateness {
    static final int CHECKS = 1_000;
    static final int HANGING = 50;

    private static final Duration DEADLINE = Duration.ofSeconds(2);
    private static final OptionalDouble PROMISE = OptionalDouble.of(250);
    private static final int ROUNDS = 5;
    private static final Limits LIMITS = new Limits(256, 256, Duration.ofSeconds(60));

    private final SystemTime time = new SystemTime();

    /** With probes that do nothing but answer or hang. */
    Row inMemory() {
        var quick = new TimedKind(Duration.ZERO).checks(CHECKS - HANGING);
        var hanging = new TimedKind(TimedKind.FOREVER).checks(HANGING);
        var system = TimedKind.system(
                LIMITS, Stream.concat(hanging.stream(), quick.stream()).toList());
        return row("in memory", Bundle.of(system, time, Progress.NONE));
    }

    /** Over HTTP on this machine, against a server of which one port accepts and never answers. */
    Row overHttp() throws IOException {
        var file = Files.createTempFile("bench-", ".yaml");
        try (var server = new Ports()) {
            Files.writeString(file, yaml(server));
            var bundle = switch (new Systems(Map.of(), time, Progress.NONE).open(file)) {
                case Opening.Opened opened -> opened.bundle();
                case Opening.Refused refused -> throw new IllegalStateException(refused.why());
            };
            return row("over HTTP", bundle);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static String yaml(Ports server) {
        var head = """
                system: bench
                environment: here
                health:
                  limits: { concurrency: 256, per-host: 256, within: 60s }
                  checks:
                """;
        return IntStream.range(0, CHECKS)
                .mapToObj(index -> "    - { name: c%d, http: { url: \"http://127.0.0.1:%d/%d\", timeout: 1m } }\n"
                        .formatted(index, index < HANGING ? server.silent() : server.answering(), index))
                .collect(Collectors.joining("", head, ""));
    }

    /** The first round is cold, as a function's often is; it counts. */
    private Row row(String how, Bundle bundle) {
        var late = new double[ROUNDS];
        var answered = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            var deadline = Deadline.in(DEADLINE, time);
            var report =
                    bundle.function("health").apply(new Request(Set.of(), deadline, new Correlation("bench-late")));
            late[round] = Duration.between(deadline.at(), time.instant()).toNanos() / 1e6;
            answered = Math.min(answered, report.count(Verdict.PASS));
        }
        var name = "report after its deadline, 50 of 1,000 hang, " + how + " (" + answered + " ok)";
        return Row.of(name, "ms", late, PROMISE);
    }
}
