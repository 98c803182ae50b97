package io.belay.five;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.belay.assembly.Bundle;
import io.belay.assembly.Opening;
import io.belay.assembly.Systems;
import io.belay.core.Progress;
import io.belay.core.Time;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A system file of {@code templates/examples} with the places of a small system in it.
 *
 * @param name the file's, without its ending
 * @param places what stands in the file for a place out there, to what stands for it here; each is in the file
 * @param variables over those that the example's own list gives
 */
public record Example(String name, Map<String, String> places, Map<String, String> variables) {
    private static final Path EXAMPLES = Path.of("../../templates/examples");

    public Example {
        places = Map.copyOf(places);
        variables = Map.copyOf(variables);
    }

    /** The functions of the file, which is written into {@code folder}. */
    public Bundle open(Path folder, Time time) throws IOException {
        var file = Files.writeString(folder.resolve(name + ".yaml"), text());
        return switch (new Systems(environment(), time, Progress.NONE).open(file)) {
            case Opening.Opened(var bundle) -> bundle;
            case Opening.Refused(var why) -> throw new IllegalStateException(why);
        };
    }

    /** Replaced in one pass, the longest first, so that nothing is replaced twice. */
    private String text() throws IOException {
        var text = Files.readString(EXAMPLES.resolve(name + ".yaml"));
        for (var place : places.keySet()) {
            if (!text.contains(place)) {
                throw new IllegalStateException(name + ".yaml does not say " + place);
            }
        }
        if (places.isEmpty()) {
            return text;
        }
        var any = places.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        return Pattern.compile(any)
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(requireNonNull(places.get(found.group()))));
    }

    /** What the example's own list gives, and the variables over it. */
    public Map<String, String> environment() throws IOException {
        var environment = new HashMap<String, String>();
        for (var line : Files.readAllLines(EXAMPLES.resolve(name + ".env"), UTF_8)) {
            if (line.matches("[A-Z].*")) {
                var pair = line.split("=", 2);
                environment.put(pair[0], pair[1]);
            }
        }
        environment.putAll(variables);
        return environment;
    }
}
