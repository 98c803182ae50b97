package io.belay.adapter.compose;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One container of a service.
 *
 * @param state docker's word: {@code running}, {@code exited}, {@code restarting}
 * @param health docker's word; empty where it has no health check
 * @param image as it was named when the container was made
 * @param built the image's own id on this host
 */
record Container(
        String service,
        String state,
        String health,
        String exit,
        String image,
        String built,
        Optional<Instant> created) {

    /**
     * @param listed of {@code docker compose ps}
     * @param inspected of {@code docker inspect}
     */
    static Container of(Map<?, ?> listed, Map<?, ?> inspected) {
        return new Container(
                JsonValues.text(listed, "Service"),
                JsonValues.text(listed, "State"),
                JsonValues.text(listed, "Health"),
                JsonValues.text(listed, "ExitCode"),
                JsonValues.text(JsonValues.object(inspected, "Config"), "Image"),
                JsonValues.text(inspected, "Image"),
                instant(JsonValues.text(inspected, "Created")));
    }

    boolean runs() {
        return state.equals("running");
    }

    /** Whether it did what it had to and ended, as one does that migrates a database. */
    boolean done() {
        return state.equals("exited") && exit.equals("0");
    }

    private static Optional<Instant> instant(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
