package io.belay.adapter.net.http;

import io.belay.adapter.net.json.Json;
import io.belay.adapter.net.json.NotJson;
import io.belay.core.fact.Condition;
import io.belay.core.fact.Fact;
import io.belay.core.fact.FactName;
import io.belay.core.fact.Regex;
import io.belay.core.fact.Value;
import io.belay.core.probe.Observable;
import io.belay.core.settings.SettingException;
import java.net.http.HttpClient.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What can be expected of an answer over HTTP, and how it is read from one. */
final class HttpFacts {
    /** What is worth knowing though nobody asked: where a redirect points, that a body was cut. Never expected of. */
    static final String NOTE = "note";

    static final List<Observable> OBSERVABLES = List.of(
            Observable.of(
                            "status",
                            Observable.Type.NUMBER,
                            Observable.Bare.EQUAL,
                            "The status code; 200..299 by default.")
                    .orElse(new Condition.Between(Value.of(200), Value.of(299))),
            Observable.keyed(
                    "json",
                    Observable.Type.ANY,
                    Observable.Bare.EQUAL,
                    "A value of the JSON body, by JSONPath: \"$.status\"."),
            Observable.keyed(
                    "header",
                    Observable.Type.TEXT,
                    Observable.Bare.CONTAINS,
                    "A header, by name; several of a name joined by commas."),
            Observable.of("body", Observable.Type.TEXT, Observable.Bare.CONTAINS, "The body as text."),
            Observable.keyed(
                    "match",
                    Observable.Type.ANY,
                    Observable.Bare.EQUAL,
                    "The first group of a regular expression's first match in the body."),
            Observable.of("size", Observable.Type.SIZE, Observable.Bare.AT_MOST, "The body's size, decompressed."),
            Observable.keyed(
                    "cookie",
                    Observable.Type.TEXT,
                    Observable.Bare.EQUAL,
                    "The value of a cookie that is set, by its name."),
            Observable.of(
                    "location",
                    Observable.Type.TEXT,
                    Observable.Bare.CONTAINS,
                    "Where a redirect that is not followed points."),
            Observable.of(
                    "redirects", Observable.Type.NUMBER, Observable.Bare.EQUAL, "How many redirects were followed."),
            Observable.of("url", Observable.Type.TEXT, Observable.Bare.EQUAL, "The URL that answered in the end."),
            Observable.of(
                    "protocol", Observable.Type.TEXT, Observable.Bare.EQUAL, "What was spoken: HTTP/1.1 or HTTP/2."));

    private HttpFacts() {}

    /**
     * Looks at the paths and patterns among {@code asked} once, before anything is asked.
     *
     * @throws SettingException where one is malformed
     */
    static void check(Set<FactName> asked) {
        for (var fact : asked) {
            try {
                switch (fact.fact()) {
                    case "json" -> Json.check(fact.argument());
                    case "match" -> Pattern.compile(fact.argument());
                    default -> {}
                }
            } catch (PatternSyntaxException exception) {
                throw new SettingException(
                        "expect.match", fact.argument() + " is no regular expression: " + exception.getDescription());
            } catch (IllegalArgumentException exception) {
                throw new SettingException(
                        "expect.json", fact.argument() + " is no JSONPath: " + exception.getMessage());
            }
        }
    }

    /** The facts {@code asked} for, and what is worth noting. */
    static List<Fact> of(Set<FactName> asked, Redirects.End end, Ask ask, String shownUrl) {
        var answer = end.answer();
        var notes = new ArrayList<String>();
        answer.body().note().ifPresent(note -> notes.add("body " + note));
        var json = asked.stream().anyMatch(fact -> fact.fact().equals("json"))
                ? json(answer, notes)
                : Optional.<Json>empty();
        var facts = new ArrayList<Fact>();
        for (var name : asked) {
            value(name, end, json, shownUrl).ifPresent(value -> facts.add(new Fact(name, value)));
        }
        if (answer.redirects() && !asked.contains(FactName.of("location"))) {
            answer.headers().firstValue("Location").ifPresent(to -> notes.add("it points to " + Reasons.cut(to)));
        }
        if (!ask.trust().verified()) {
            notes.add("verify: false, so the certificate may be anybody's");
        }
        if (!notes.isEmpty()) {
            facts.add(Fact.of(NOTE, Value.of(String.join("; ", notes))));
        }
        return facts;
    }

    private static Optional<Value> value(FactName name, Redirects.End end, Optional<Json> json, String shownUrl) {
        var answer = end.answer();
        return switch (name.fact()) {
            case "status" -> Optional.of(Value.of(answer.status()));
            case "json" ->
                Optional.of(json.map(tree -> tree.at(name.argument())).orElseGet(Value::absent));
            case "header" -> Optional.of(text(answer.header(name.argument())));
            case "body" -> Optional.of(Value.of(answer.body().text()));
            case "match" ->
                Optional.of(text(Regex.group(
                        Pattern.compile(name.argument()), answer.body().text())));
            case "size" -> Optional.of(Value.of(answer.body().size()));
            case "cookie" -> Optional.of(text(cookie(answer, name.argument())));
            case "location" -> Optional.of(text(answer.headers().firstValue("Location")));
            case "redirects" -> Optional.of(Value.of(end.hops()));
            case "url" ->
                Optional.of(Value.of(end.hops() == 0 ? shownUrl : answer.uri().toString()));
            case "protocol" -> Optional.of(Value.of(answer.version() == Version.HTTP_2 ? "HTTP/2" : "HTTP/1.1"));
            default -> Optional.empty();
        };
    }

    private static Optional<Json> json(Answer answer, List<String> notes) {
        try {
            return Optional.of(Json.of(answer.body().text()));
        } catch (NotJson exception) {
            notes.add("the body is " + exception.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<String> cookie(Answer answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .map(set -> set.split(";", 2)[0].strip())
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .findFirst();
    }

    private static Value text(Optional<String> text) {
        return text.map(Value::of).orElseGet(Value::absent);
    }
}
