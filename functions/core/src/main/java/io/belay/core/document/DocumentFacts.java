package io.belay.core.document;

import io.belay.core.fact.Condition;
import io.belay.core.fact.Fact;
import io.belay.core.fact.FactName;
import io.belay.core.fact.Value;
import io.belay.core.probe.Observable;
import io.belay.core.probe.Observable.Bare;
import io.belay.core.settings.SettingException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What can be expected of a document, whichever API answered it. */
public final class DocumentFacts {
    /** From here on a number counts milliseconds: as seconds it would be in the year 5138. */
    private static final BigDecimal MILLISECONDS = BigDecimal.valueOf(100_000_000_000L);

    private DocumentFacts() {}

    /** {@code found}, {@code answer} by path, {@code age} by path. */
    public static List<Observable> observables() {
        return List.of(
                Observable.of(
                                "found",
                                Observable.Type.FLAG,
                                Bare.EQUAL,
                                "Whether there is such a thing; true by default.")
                        .orElse(new Condition.Is(Value.of(true))),
                Observable.keyed(
                        "answer", Observable.Type.ANY, Bare.EQUAL, "A value of the answer, by path: \"$.status\"."),
                Observable.keyed(
                        "age",
                        Observable.Type.SPAN,
                        Bare.AT_MOST,
                        "How long ago the time at a path is, the latest where there are several."));
    }

    /**
     * Looks at the paths among {@code asked} once, before anything is asked.
     *
     * @throws SettingException where one is malformed
     */
    public static void check(Set<FactName> asked) {
        for (var name : asked) {
            if (name.fact().equals("answer") || name.fact().equals("age")) {
                try {
                    DocumentPath.of(name.argument());
                } catch (IllegalArgumentException wrong) {
                    throw new SettingException("expect." + name.fact(), name.argument() + ": " + wrong.getMessage());
                }
            }
        }
    }

    /**
     * Those of {@code asked}.
     *
     * @param document what was answered; empty where there is no such thing
     * @param now from which an age counts
     */
    public static List<Fact> of(Optional<Document> document, Set<FactName> asked, Instant now) {
        return asked.stream()
                .map(name -> new Fact(name, value(document, name, now)))
                .toList();
    }

    private static Value value(Optional<Document> document, FactName name, Instant now) {
        return switch (name.fact()) {
            case "found" -> Value.of(document.isPresent());
            case "age" -> document.map(each -> age(each, name.argument(), now)).orElseGet(Value::absent);
            case "answer" ->
                document.map(each -> DocumentPath.of(name.argument()).in(each)).orElseGet(Value::absent);
            default -> Value.absent();
        };
    }

    private static Value age(Document document, String path, Instant now) {
        var found = DocumentPath.of(path).in(document);
        var values = found instanceof Value.Several(var several) ? several : List.of(found);
        return values.stream()
                .flatMap(DocumentFacts::instant)
                .max(Instant::compareTo)
                .map(latest -> Value.of(latest.isAfter(now) ? Duration.ZERO : Duration.between(latest, now)))
                .orElseGet(Value::absent);
    }

    private static Stream<Instant> instant(Value value) {
        var number = value.asNumber();
        try {
            if (number.isPresent()) {
                var inSeconds = number.get().abs().compareTo(MILLISECONDS) < 0;
                return Stream.of(
                        Instant.ofEpochMilli((inSeconds ? number.get().movePointRight(3) : number.get()).longValue()));
            }
            return value instanceof Value.Text(var text)
                    ? Stream.of(OffsetDateTime.parse(text).toInstant())
                    : Stream.empty();
        } catch (DateTimeException noTime) {
            return Stream.empty();
        }
    }
}
