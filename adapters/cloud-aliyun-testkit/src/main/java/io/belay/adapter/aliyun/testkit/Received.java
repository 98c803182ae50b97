package io.belay.adapter.aliyun.testkit;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it came in.
 *
 * @param path as it was sent, percent-encoded
 * @param query as it was sent
 * @param headers by their names in small letters
 */
public record Received(String method, String path, String query, Map<String, String> headers, String body) {
    /** The value of the header {@code name}. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The operation: {@code UpdateAlias}. */
    public String action() {
        return header("x-acs-action").orElse(path);
    }

    /** The parameters of the query, decoded. */
    public Map<String, String> parameters() {
        return parsed(query);
    }

    /** The parameters of a form, decoded. */
    public Map<String, String> form() {
        return header("content-type").orElse("").startsWith("application/x-www-form-urlencoded")
                ? parsed(body)
                : Map.of();
    }

    private static Map<String, String> parsed(String encoded) {
        var parameters = new LinkedHashMap<String, String>();
        for (var part : encoded.split("&", -1)) {
            if (!part.isEmpty()) {
                var pair = part.split("=", 2);
                parameters.put(Percent.decoded(pair[0]), pair.length == 2 ? Percent.decoded(pair[1]) : "");
            }
        }
        return parameters;
    }
}
