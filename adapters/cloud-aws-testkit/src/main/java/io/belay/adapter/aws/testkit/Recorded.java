package io.belay.adapter.aws.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * One answer, and what it is an answer to.
 *
 * @param service the name that signatures are made for
 * @param path with its query, where the service is asked by paths
 * @param with parameters that the question has at least
 */
record Recorded(String service, String action, Optional<String> path, Map<String, String> with, String body) {
    /** The question and the answer of a part of a text. */
    private static final Pattern PART = Pattern.compile(
            "(?<service>[a-z0-9-]+) (?<action>[A-Z]\\w+)(?<path> /\\S*)?(?<with>( [\\w.]+=\\S*)*)\\s*\\n(?<body>.*)",
            Pattern.DOTALL);

    Recorded {
        with = Map.copyOf(with);
    }

    static List<Recorded> all(String text) {
        var parts = text.split("(?m)^### .*\\R");
        if (parts.length < 2 || !parts[0].isBlank()) {
            throw new IllegalArgumentException("an answer begins with a line \"### URL\"");
        }
        return Arrays.stream(parts).skip(1).map(Recorded::of).toList();
    }

    private static Recorded of(String part) {
        var match = PART.matcher(part);
        if (!match.matches()) {
            throw new IllegalArgumentException("a question is \"service Action [/path] [name=value ...]\", found "
                    + part.lines().findFirst().orElse("nothing"));
        }
        return new Recorded(
                match.group("service"),
                match.group("action"),
                Optional.ofNullable(match.group("path")).map(String::strip),
                with(match),
                match.group("body").strip());
    }

    private static Map<String, String> with(MatchResult match) {
        var with = new LinkedHashMap<String, String>();
        Arrays.stream(match.group("with").strip().split(" ", -1))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> with.put(pair[0], pair[1]));
        return with;
    }

    /** Whether this is what {@code asked} is after, be it with other parameters. */
    boolean isOf(String called, Asked asked) {
        if (!service.equals(called)) {
            return false;
        }
        return path.map(own -> own.equals(path(asked))).orElseGet(() -> action.equals(action(asked)));
    }

    boolean answers(Asked asked) {
        return with.isEmpty() || parameters(asked).entrySet().containsAll(with.entrySet());
    }

    boolean answersTheSame(Recorded other) {
        return service.equals(other.service)
                && action.equals(other.action)
                && path.equals(other.path)
                && with.equals(other.with);
    }

    boolean isXml() {
        return body.startsWith("<");
    }

    /** A parameter without a value may be sent with its equals sign and without; who asks by an action asks it of the root. */
    private static String path(Asked asked) {
        var uri = URLDecoder.decode(asked.uri().toString().replace("+", "%2B"), UTF_8);
        return asked.method().equals("GET") || !uri.equals("/") ? uri.replaceAll("=$", "") : "";
    }

    private static String action(Asked asked) {
        return asked.header("X-Amz-Target").isPresent()
                ? asked.operation()
                : asked.form().getOrDefault("Action", "");
    }

    private static Map<String, String> parameters(Asked asked) {
        if (asked.header("X-Amz-Target").isEmpty()) {
            return asked.form();
        }
        var texts = new LinkedHashMap<String, String>();
        asked.json()
                .properties()
                .forEach(each -> texts.put(each.getKey(), each.getValue().asString("")));
        return texts;
    }
}
