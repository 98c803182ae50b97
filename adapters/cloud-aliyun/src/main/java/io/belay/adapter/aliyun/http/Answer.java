package io.belay.adapter.aliyun.http;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What came back.
 *
 * @param status HTTP's
 * @param body read as UTF-8
 */
public record Answer(int status, String body) {
    public Answer {
        requireNonNull(body, "body");
    }

    /** The object in the body; empty where it is no JSON. */
    public Optional<Json> json() {
        return Json.read(body);
    }

    /** Whether it is one of HTTP's successes. */
    public boolean successful() {
        return status >= 200 && status < 300;
    }

    @Override
    public String toString() {
        return "HTTP " + status + ", " + body.length() + " characters";
    }
}
