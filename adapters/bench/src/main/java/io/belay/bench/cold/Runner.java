package io.belay.bench.cold;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One that is measured. */
sealed interface Runner {
    /** By what it is known in the file of figures: {@code http/spring}. */
    String key();

    Door door();

    /** What it is, in a few words. */
    String shown();

    /**
     * One that can be started.
     *
     * @param command the program and its arguments; a JVM's options may be put behind the program
     * @param environment all that it knows, beside where to listen
     * @param path where it is called over HTTP
     * @param cache its AOT cache; empty where it has none
     */
    record Ready(
            String key,
            Door door,
            String shown,
            List<String> command,
            Map<String, String> environment,
            String path,
            Optional<Cache> cache)
            implements Runner {
        public Ready {
            command = List.copyOf(command);
            environment = Map.copyOf(environment);
        }

        /** The command with {@code options} for its JVM. */
        List<String> with(String... options) {
            var whole = new ArrayList<>(command);
            whole.addAll(1, Arrays.asList(options));
            return List.copyOf(whole);
        }

        /** The command that is measured. */
        List<String> started() {
            return cache.map(each -> with("-XX:AOTCache=" + each.file())).orElse(command);
        }
    }

    /**
     * One that cannot be measured here.
     *
     * @param why in a few words
     */
    record Absent(String key, Door door, String shown, String why) implements Runner {}

    /**
     * An AOT cache.
     *
     * @param file where it is
     * @param made whether it was made with the image, by a training of its own; otherwise it is trained on one call
     */
    record Cache(Path file, boolean made) {}
}
