package io.belay.bench.cost;

import io.belay.demo.harbor.Harbor;
import io.belay.demo.harbor.HarborOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The system that is verified: harbor, on this machine, by a system file that lays no bound on time. */
record Asked(Harbor harbor, Path file) implements AutoCloseable {
    static Asked start() throws IOException, InterruptedException {
        var harbor = Harbor.start(HarborOptions.standard(), (_, _, _) -> {});
        try (InputStream text = Objects.requireNonNull(Asked.class.getResourceAsStream("verified.yaml"))) {
            var file = harbor.folder().resolve("verified.yaml");
            Files.copy(text, file);
            return new Asked(harbor, file);
        } catch (IOException | RuntimeException failed) {
            harbor.close();
            throw failed;
        }
    }

    /** What an instance has to know to verify it. */
    Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        harbor.environment().forEach((key, value) -> {
            if (key.startsWith("HARBOR_")) {
                environment.put(key, value);
            }
        });
        environment.put("BELAY_SYSTEM_FILE", file.toString());
        environment.put("BELAY_FUNCTION", "verify");
        return environment;
    }

    @Override
    public void close() {
        harbor.close();
    }
}
