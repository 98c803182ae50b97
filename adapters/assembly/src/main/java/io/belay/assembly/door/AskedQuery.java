package io.belay.assembly.door;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;

/** Reads what a URL's query asks, as strictly as a body: {@code only=api&only=log+in&within=20s}. */
final class AskedQuery {
    private AskedQuery() {}

    static Asked read(String query) {
        var only = new LinkedHashSet<String>();
        Optional<Duration> within = Optional.empty();
        for (var pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            var cut = pair.indexOf('=');
            var name = decoded(cut < 0 ? pair : pair.substring(0, cut));
            var value = decoded(cut < 0 ? "" : pair.substring(cut + 1));
            switch (name) {
                case "only" -> only.add(value);
                case "within" -> {
                    if (within.isPresent()) {
                        throw BadRequest.at("?within", "said twice");
                    }
                    within = Optional.of(AskedReader.span("?within", value));
                }
                default ->
                    throw BadRequest.quoting(
                            "?" + AskedReader.cut(name),
                            "no such parameter; there are only and within",
                            "?: a parameter other than only and within");
            }
        }
        return new Asked(only, within);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw BadRequest.at("?", "the query is not percent-encoded as it should be");
        }
    }
}
