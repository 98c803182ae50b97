package io.belay.assembly.door;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what a URL's query asks, as strictly as a body: {@code only=api&only=log+in&within=20s&system=shop}. Who asks, and why, is never
 * said in a query: those are logged.
 */
final class AskedQuery {
    private AskedQuery() {}

    static Asked read(String function, String query) {
        var fields = EnumSet.copyOf(AskedField.of(function));
        fields.retainAll(Set.of(AskedField.ONLY, AskedField.WITHIN, AskedField.SYSTEM));
        var only = new LinkedHashSet<String>();
        Optional<Duration> within = Optional.empty();
        Optional<String> system = Optional.empty();
        for (var pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            var cut = pair.indexOf('=');
            var name = decoded(cut < 0 ? pair : pair.substring(0, cut));
            var value = decoded(cut < 0 ? "" : pair.substring(cut + 1));
            switch (known(name, fields)) {
                case ONLY -> only.add(value);
                case SYSTEM -> system = once("?system", system, value);
                default -> within = once("?within", within, AskedReader.span("?within", value));
            }
        }
        return new Asked(only, within, Optional.empty(), system, Optional.empty());
    }

    private static <T> Optional<T> once(String place, Optional<T> before, T value) {
        if (before.isPresent()) {
            throw BadRequest.at(place, "said twice");
        }
        return Optional.of(value);
    }

    private static AskedField known(String name, Set<AskedField> fields) {
        return AskedField.find(name)
                .filter(fields::contains)
                .orElseThrow(() -> BadRequest.quoting(
                        "?" + AskedReader.cut(name),
                        "no such parameter; there " + (fields.size() == 1 ? "is " : "are ") + AskedField.list(fields),
                        "?: a parameter other than " + AskedField.list(fields)));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw BadRequest.at("?", "the query is not percent-encoded as it should be");
        }
    }
}
