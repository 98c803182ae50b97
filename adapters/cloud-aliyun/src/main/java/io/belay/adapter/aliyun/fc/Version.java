package io.belay.adapter.aliyun.fc;

import io.belay.adapter.aliyun.http.Json;
import java.time.Instant;
import java.util.Optional;

/** A published version: immutable, its number never used again. ("Manage versions".) */
record Version(String id, String description, Optional<Instant> created) {
    static Version of(Json json) {
        return new Version(
                json.text("versionId").orElse(""), json.text("description").orElse(""), Times.of(json, "createdTime"));
    }
}
