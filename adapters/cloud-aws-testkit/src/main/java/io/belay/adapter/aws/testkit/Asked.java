package io.belay.adapter.aws.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import java.net.URI;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** One request as it came. */
record Asked(String method, URI uri, Headers headers, String text) {
    private static final ObjectMapper JSON = new ObjectMapper();

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.getFirst(name));
    }

    /** What is asked for, in AWS's JSON protocols. */
    String operation() {
        var target = header("X-Amz-Target").orElse("");
        return target.substring(target.lastIndexOf('.') + 1);
    }

    /** The path's parts, decoded. */
    List<String> path() {
        return List.of(uri.getRawPath().substring(1).split("/", -1)).stream()
                .map(part -> URLDecoder.decode(part.replace("+", "%2B"), UTF_8))
                .toList();
    }

    /** The query's parameters; the last of each name. */
    Map<String, String> query() {
        return pairs(Optional.ofNullable(uri.getRawQuery()).orElse(""));
    }

    /** All values of one parameter of the query. */
    List<String> all(String name) {
        return List.of(Optional.ofNullable(uri.getRawQuery()).orElse("").split("&", -1)).stream()
                .map(pair -> pair.split("=", 2))
                .filter(pair ->
                        pair.length == 2 && URLDecoder.decode(pair[0], UTF_8).equals(name))
                .map(pair -> URLDecoder.decode(pair[1], UTF_8))
                .toList();
    }

    /** The form of AWS's query protocol. */
    Map<String, String> form() {
        return pairs(text);
    }

    JsonNode json() {
        return JSON.readTree(text.isEmpty() ? "{}" : text);
    }

    private static Map<String, String> pairs(String encoded) {
        var pairs = new LinkedHashMap<String, String>();
        for (var pair : encoded.split("&", -1)) {
            var parts = pair.split("=", 2);
            if (!parts[0].isEmpty()) {
                pairs.put(
                        URLDecoder.decode(parts[0], UTF_8),
                        parts.length == 1 ? "" : URLDecoder.decode(parts[1], UTF_8));
            }
        }
        return pairs;
    }
}
