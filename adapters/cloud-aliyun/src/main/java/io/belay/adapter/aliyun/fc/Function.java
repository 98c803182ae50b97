package io.belay.adapter.aliyun.fc;

import io.belay.adapter.aliyun.http.Json;
import io.belay.core.release.Standing.Condition;
import java.time.Instant;
import java.util.Optional;

/**
 * A function, or one of its versions.
 *
 * @param arn its name all over the cloud
 * @param state Active, Pending, Inactive or Failed; empty for what is not made of an image
 * @param reason why that is its state
 * @param update Successful, InProgress or Failed, of the update before; empty as the state
 * @param updateReason why it failed
 * @param modified when it was changed last
 * @param container how its image is run; empty for what is not made of one
 */
record Function(
        String arn,
        Optional<String> state,
        String reason,
        Optional<String> update,
        String updateReason,
        Optional<Instant> modified,
        Json container) {
    static Function of(Json json) {
        return new Function(
                json.text("functionArn").orElse(""),
                said(json, "state"),
                json.text("stateReason").orElse(""),
                said(json, "lastUpdateStatus"),
                json.text("lastUpdateStatusReason").orElse(""),
                Times.of(json, "lastModifiedTime"),
                json.object("customContainerConfig"));
    }

    private static Optional<String> said(Json json, String name) {
        return json.text(name).filter(text -> !text.isBlank());
    }

    /**
     * Whether it can serve. ("States of custom container functions": calls fail unless it is Active; during an update, and
     * after one that failed, the version before serves.)
     */
    Condition condition() {
        return ready() instanceof Condition.Settled ? updated() : ready();
    }

    /** The same of a published version, which no update reaches. */
    Condition ready() {
        return switch (state.orElse("Active")) {
            case "Failed" -> new Condition.Broken(words("Failed", reason));
            case "Pending", "Inactive" -> new Condition.Moving(words(state.orElse(""), reason));
            default -> new Condition.Settled();
        };
    }

    private Condition updated() {
        return switch (update.orElse("Successful")) {
            case "InProgress" -> new Condition.Moving(words("LastUpdateStatus InProgress", updateReason));
            case "Failed" -> new Condition.Broken(words("LastUpdateStatus Failed", updateReason));
            default -> new Condition.Settled();
        };
    }

    private static String words(String word, String reason) {
        return reason.isEmpty() ? word : word + ": " + reason;
    }
}
