package io.belay.adapter.aliyun.fc;

import io.belay.adapter.aliyun.http.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Points in time as Function Compute writes them. */
final class Times {
    private Times() {}

    /** The time of {@code name} in whole seconds; empty where it is none. */
    static Optional<Instant> of(Json json, String name) {
        try {
            return json.text(name)
                    .map(text -> OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.SECONDS));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
