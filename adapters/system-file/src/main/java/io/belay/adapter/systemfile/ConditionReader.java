package io.belay.adapter.systemfile;

import io.belay.core.fact.Condition;
import io.belay.core.probe.Observable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads what a fact must be: a scalar, a list of which one must hold, or words such as {@code not} and {@code matches}. */
record ConditionReader(Faults faults, TextReader texts) {
    static final String IS = "is";
    static final String NOT = "not";
    static final String MATCHES = "matches";
    static final String CONTAINS = "contains";
    static final String PRESENT = "present";
    static final String ALL = "all";
    static final String ANY = "any";
    static final List<String> WORDS = List.of(IS, NOT, MATCHES, CONTAINS, PRESENT, ALL, ANY);

    Optional<Condition> read(Observable observable, Node node) {
        return switch (node) {
            case Node.Scalar scalar -> new BareReader(faults, texts).read(observable, scalar);
            case Node.Row row -> several(observable, row, Condition.AnyOf::new);
            case Node.Block block -> words(observable, block);
            case Node.Refused _ -> Optional.empty();
        };
    }

    private Optional<Condition> several(
            Observable observable, Node node, Function<List<Condition>, Condition> together) {
        if (!(node instanceof Node.Row row) || row.items().isEmpty()) {
            faults.mistaken(node, "a list of at least one condition");
            return Optional.empty();
        }
        return whole(row.items(), item -> read(observable, item)).map(together);
    }

    private static <T> Optional<List<Condition>> whole(List<T> written, Function<T, Optional<Condition>> reader) {
        var conditions = new ArrayList<Condition>();
        written.forEach(each -> reader.apply(each).ifPresent(conditions::add));
        return conditions.size() == written.size() ? Optional.of(conditions) : Optional.empty();
    }

    private Optional<Condition> words(Observable observable, Node.Block block) {
        if (block.entries().isEmpty()) {
            faults.mistaken(block, "at least one of " + Words.oneOf(WORDS));
            return Optional.empty();
        }
        return whole(block.entries(), entry -> word(observable, entry))
                .map(all -> all.size() == 1 ? all.getFirst() : new Condition.AllOf(all));
    }

    private Optional<Condition> word(Observable observable, Node.Entry entry) {
        var node = entry.value();
        return switch (entry.key()) {
            case IS -> exactly(observable, node);
            case NOT -> read(observable, node).map(Condition.Not::new);
            case MATCHES -> isText(observable, entry) ? pattern(node) : Optional.empty();
            case CONTAINS ->
                isText(observable, entry) ? texts.expected(node).map(OpenReader::contains) : Optional.empty();
            case PRESENT -> new MeasureReader(faults).flag(node).map(Condition.Present::new);
            case ALL -> several(observable, node, Condition.AllOf::new);
            case ANY -> several(observable, node, Condition.AnyOf::new);
            default -> {
                var found = "the unknown word " + Words.quoted(entry.key());
                faults.add(entry.at(), found, Words.nearestOf(entry.key(), WORDS));
                yield Optional.empty();
            }
        };
    }

    private Optional<Condition> exactly(Observable observable, Node node) {
        var meant = LiteralReader.meant(observable.type());
        if (!(node instanceof Node.Scalar scalar) || Scalars.isNothing(scalar)) {
            faults.mistaken(node, meant);
            return Optional.empty();
        }
        var text = texts.expected(scalar);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!text.get().variables().isEmpty()) {
            return new OpenReader(faults).exactly(observable.type(), scalar, text.get());
        }
        var written = text.get().shown();
        var value = LiteralReader.value(observable.type(), scalar, written);
        if (value.isEmpty()) {
            faults.mistaken(node, LiteralReader.near(observable.type(), written).orElse(meant));
        }
        return value.map(Condition.Is::new);
    }

    private boolean isText(Observable observable, Node.Entry entry) {
        var isText = switch (observable.type()) {
            case TEXT, ANY -> true;
            case NUMBER, SIZE, SPAN, FLAG -> false;
        };
        if (!isText) {
            faults.add(
                    entry.at(),
                    Words.quoted(entry.key()) + " of a fact that is no text",
                    LiteralReader.meant(observable.type()));
        }
        return isText;
    }

    private Optional<Condition> pattern(Node node) {
        var text = texts.open(node);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Condition.Matches(Pattern.compile(text.get())));
        } catch (PatternSyntaxException wrong) {
            // Its message holds the pattern with what was put in for references.
            faults.mistaken(node, "a regular expression (" + wrong.getDescription() + ")");
            return Optional.empty();
        }
    }
}
