package io.belay.adapter.aliyun.testkit;

import io.belay.adapter.aliyun.testkit.AliyunCloud.Reply;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One answer, and what it is an answer to.
 *
 * @param path where the operation has one
 * @param with parameters that the question has at least
 */
record Recorded(
        String action, String version, Optional<String> path, Map<String, String> with, int status, JsonNode body) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** The question and the answer of a part of a text. */
    private static final Pattern PART = Pattern.compile(
            "(?<action>[A-Z]\\w+) (?<version>\\d{4}-\\d\\d-\\d\\d)(?<path> /\\S*)?(?<with>( \\w+=\\S*)*)"
                    + "( -> (?<status>\\d{3}))?\\s*\\n(?<body>.*)",
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
            throw new IllegalArgumentException(
                    "a question is \"Operation version [/path] [name=value ...] [-> status]\"," + " found "
                            + part.lines().findFirst().orElse("nothing"));
        }
        return new Recorded(
                match.group("action"),
                match.group("version"),
                Optional.ofNullable(match.group("path")).map(String::strip),
                with(match),
                Integer.parseInt(Optional.ofNullable(match.group("status")).orElse("200")),
                JSON.readTree(match.group("body")));
    }

    private static Map<String, String> with(MatchResult match) {
        var with = new LinkedHashMap<String, String>();
        Arrays.stream(match.group("with").strip().split(" ", -1))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> with.put(pair[0], pair[1]));
        return with;
    }

    boolean isOf(Received request) {
        return action.equals(request.action())
                && version.equals(request.header("x-acs-version").orElse(""));
    }

    boolean answers(Received request) {
        return isOf(request)
                && Percent.decoded(request.path()).equals(path.orElse("/"))
                && request.parameters().entrySet().containsAll(with.entrySet());
    }

    boolean answersTheSame(Recorded other) {
        return action.equals(other.action)
                && version.equals(other.version)
                && path.equals(other.path)
                && with.equals(other.with);
    }

    Reply reply() {
        return new Reply(status, body);
    }
}
