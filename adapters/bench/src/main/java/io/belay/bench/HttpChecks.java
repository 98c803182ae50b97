package io.belay.bench;

import io.belay.assembly.Bundle;
import io.belay.assembly.Opening;
import io.belay.assembly.SystemTime;
import io.belay.assembly.Systems;
import io.belay.core.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A system file of many checks over HTTP of one port of this machine, 256 at once. */
record HttpChecks(int count, int port) {
    private static final String HEAD = """
            system: bench
            environment: here
            health:
              limits: { concurrency: 256, per-host: 256, within: 60s }
              checks:
            """;

    /** Where the check {@code index} asks. */
    String url(int index) {
        return "http://127.0.0.1:" + port + "/" + index;
    }

    String yaml() {
        return IntStream.range(0, count)
                .mapToObj(index -> "    - { name: c%d, http: { url: \"%s\" } }\n".formatted(index, url(index)))
                .collect(Collectors.joining("", HEAD, ""));
    }

    Bundle bundle(SystemTime time) throws IOException {
        var file = Files.createTempFile("bench-", ".yaml");
        try {
            return open(Files.writeString(file, yaml()), time);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    static Bundle open(Path file, SystemTime time) {
        return switch (new Systems(Map.of(), time, Progress.NONE).open(file)) {
            case Opening.Opened opened -> opened.bundle();
            case Opening.Refused refused -> throw new IllegalStateException(refused.why());
        };
    }
}
