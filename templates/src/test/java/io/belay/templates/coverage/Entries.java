package io.belay.templates.coverage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * What a system file holds, by paths such as {@code health.checks[api]} and {@code alarms.presets[lambda]}: within brackets stands
 * the item's name, one of its keys, a text in one of its lists, or its place.
 */
record Entries(Object root) {
    private static final Pattern STEP = Pattern.compile("\\.?([A-Za-z-]+)|\\[([^\\]]+)\\]");

    static Entries of(String name) {
        try {
            return parse(Files.readString(Path.of("examples", name + ".yaml"), UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static Entries parse(String yaml) {
        return new Entries(new Load(LoadSettings.builder().build()).loadFromString(yaml));
    }

    /** Whether something stands at {@code path}, and is not empty. */
    boolean has(String path) {
        var found = Optional.of(root);
        var step = STEP.matcher(path);
        var at = 0;
        while (at < path.length()) {
            if (!step.region(at, path.length()).lookingAt()) {
                return false;
            }
            at = step.end();
            var key = Optional.ofNullable(step.group(1));
            var item = Optional.ofNullable(step.group(2));
            found = found.flatMap(here ->
                    key.flatMap(each -> member(here, each)).or(() -> item.flatMap(each -> item(here, each))));
        }
        return found.filter(each -> !each.equals(List.of()) && !each.equals(Map.of()))
                .isPresent();
    }

    private static Optional<Object> member(Object here, String key) {
        return here instanceof Map<?, ?> map ? Optional.ofNullable(map.get(key)) : Optional.empty();
    }

    private static Optional<Object> item(Object here, String called) {
        if (!(here instanceof List<?> list)) {
            return Optional.empty();
        }
        if (called.matches("\\d{1,3}")) {
            return list.stream().skip(Integer.parseInt(called)).findFirst().map(Object.class::cast);
        }
        return list.stream()
                .filter(item -> item instanceof Map<?, ?> map && names(map).anyMatch(called::equals))
                .findFirst()
                .map(Object.class::cast);
    }

    private static Stream<Object> names(Map<?, ?> item) {
        var name = Optional.<Object>ofNullable(item.get("name"));
        var keys = name.isPresent()
                ? Stream.<Object>empty()
                : item.keySet().stream().map(Object.class::cast);
        var texts = item.values().stream()
                .filter(List.class::isInstance)
                .flatMap(list -> ((List<?>) list).stream())
                .map(Object.class::cast);
        return Stream.of(name.stream(), keys, texts).flatMap(each -> each);
    }
}
