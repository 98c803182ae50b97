package io.belay.core.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.net.URLEncoder;
import java.util.Map;

/**
 * A URL of the system file. Scheme, host and port hold no variable, so that what a target answers never decides where the
 * next request goes; variables elsewhere are percent-encoded.
 */
public record Address(Text text) {
    public Address {
        requireNonNull(text, "text");
    }

    /**
     * The URL with its secrets in it.
     *
     * @throws IllegalArgumentException where it is none
     */
    public URI uri() {
        return URI.create(text.reveal());
    }

    /** The URL as it may be shown. */
    public String shown() {
        return text.shown();
    }

    Address fill(Map<String, String> values) {
        return new Address(
                text.fill(values, value -> URLEncoder.encode(value, UTF_8).replace("+", "%20")));
    }

    @Override
    public String toString() {
        return shown();
    }
}
