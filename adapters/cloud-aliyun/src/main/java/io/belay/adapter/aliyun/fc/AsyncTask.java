package io.belay.adapter.aliyun.fc;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * A task of Function Compute's, as it stands. (API 2023-03-30, AsyncTask.)
 *
 * @param status {@code Enqueued}, {@code Dequeued}, {@code Running}, {@code Retrying}, {@code Succeeded}, {@code Failed} and others
 * @param payload what the function answered; empty until then
 * @param error why it failed; empty where it did not
 */
public record AsyncTask(String status, String payload, String error) {
    private static final Set<String> OVER = Set.of("Succeeded", "Failed", "Stopped", "Expired", "Invalid");

    public AsyncTask {
        requireNonNull(status, "status");
        requireNonNull(payload, "payload");
        requireNonNull(error, "error");
    }

    /** Whether nothing more will become of it. */
    public boolean over() {
        return OVER.contains(status);
    }

    /** Whether the function has answered. */
    public boolean succeeded() {
        return status.equals("Succeeded");
    }
}
