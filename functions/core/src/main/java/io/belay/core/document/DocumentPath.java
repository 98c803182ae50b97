package io.belay.core.document;

import io.belay.core.document.Document.Items;
import io.belay.core.fact.Value;
import java.util.List;
import java.util.stream.Stream;

/**
 * A path into a document, in the words of JSONPath (RFC 9535) that a question to a cloud needs: {@code $.name}, {@code ['a name']},
 * {@code [0]}, {@code [*]}, {@code [?(@.name == 'value')]} with {@code == != < <= > >=} against a text, a number, a flag or another
 * {@code @.name}, {@code [?(@.name)]}, and {@code .length()} at the end.
 *
 * <p>One thing counts as a list of one, and an empty list has empty lists below it, since XML does not tell them apart.
 */
public final class DocumentPath {
    private final List<Step> steps;
    private final boolean counting;

    DocumentPath(List<Step> steps, boolean counting) {
        this.steps = List.copyOf(steps);
        this.counting = counting;
    }

    /**
     * The path that {@code written} is.
     *
     * @throws IllegalArgumentException with what is wrong, where it is none
     */
    public static DocumentPath of(String written) {
        return new PathReader(written).path();
    }

    /**
     * What stands there: absent where nothing does; where it can match many places, the one match or all of them as a list. At the
     * end {@code length()} counts the items of a list, or how many places match; what is counted has to be there.
     */
    public Value in(Document document) {
        var found = all(document);
        if (!counting) {
            return switch (found.size()) {
                case 0 -> Value.absent();
                case 1 -> found.getFirst().value();
                default -> Value.of(found.stream().map(Document::value).toList());
            };
        }
        return steps.stream().anyMatch(Step::many) ? matches(document, found.size()) : items(found);
    }

    /** Every place that it matches. */
    List<Document> all(Document document) {
        var found = Stream.of(document);
        for (var step : steps) {
            found = found.flatMap(step::of);
        }
        return found.toList();
    }

    /** Of a list that is not there nobody knows how much of it would match: a slip in a path is no 0. */
    private Value matches(Document document, int count) {
        var list = steps.stream().takeWhile(step -> !step.many()).toList();
        return new DocumentPath(list, false).all(document).isEmpty() ? Value.absent() : Value.of(count);
    }

    private static Value items(List<Document> found) {
        return found.isEmpty()
                ? Value.absent()
                : Value.of(found.getFirst() instanceof Items(var items) ? items.size() : 1);
    }
}
