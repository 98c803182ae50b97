package io.belay.five.loopback;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a client asks.
 *
 * @param headers by their names in lower case
 */
public record Call(String method, URI uri, Map<String, String> headers, String body) {
    private static final String BEARER = "Bearer ";

    public Call {
        headers = Map.copyOf(headers);
    }

    /** Method and path, to be told apart by. */
    public String asked() {
        return method + " " + uri.getPath();
    }

    /** A header, by its name in lower case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** What stands behind "Bearer" in the header Authorization; nothing where nothing does. */
    public String token() {
        return header("authorization")
                .filter(each -> each.startsWith(BEARER))
                .map(each -> each.substring(BEARER.length()))
                .orElse("");
    }

    /** A part of the path, counted from 0. */
    public String part(int at) {
        var parts = uri.getPath().substring(1).split("/", -1);
        return at < parts.length ? parts[at] : "";
    }

    /** A parameter of the query; nothing where it is not there. */
    public String parameter(String name) {
        return Arrays.stream(Optional.ofNullable(uri.getRawQuery()).orElse("").split("&", -1))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), UTF_8))
                .findFirst()
                .orElse("");
    }

    /** The body as JSON. */
    public JsonNode json() {
        return JsonMapper.shared().readTree(body.isEmpty() ? "{}" : body);
    }
}
