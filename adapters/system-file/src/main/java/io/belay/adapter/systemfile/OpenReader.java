package io.belay.adapter.systemfile;

import io.belay.core.fact.Condition;
import io.belay.core.fact.Value;
import io.belay.core.probe.Observable;
import io.belay.core.settings.Text;
import io.belay.core.settings.Text.Part;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a condition in which a scenario's variables stand: {@code "belay-{{unique}}"}, or one alone with a sign before it,
 * {@code "> {{count}}"}. What it comes to is known when the step runs.
 */
record OpenReader(Faults faults) {
    private static final Pattern SIGN = Pattern.compile("(<=|>=|==|!=|<|>)\\s*");

    /** The condition of a bare {@code text}, as {@code observable} means it. */
    Optional<Condition> bare(Observable observable, Node node, Text text) {
        var type = observable.type();
        var sign = sign(text).filter(_ -> type != Observable.Type.FLAG);
        var variable = sign.isPresent() ? new Text(text.parts().subList(1, 2)) : text;
        if (!isTaken(type, node, variable)) {
            return Optional.empty();
        }
        return Optional.of(new Condition.Open(
                variable,
                sign.isPresent()
                        ? filled -> BareReader.compared(sign.get(), value(type, filled))
                        : filled -> BareReader.plain(observable.bare(), value(type, filled))));
    }

    /** That it is {@code text}. */
    Optional<Condition> exactly(Observable.Type type, Node node, Text text) {
        return isTaken(type, node, text)
                ? Optional.of(new Condition.Open(text, filled -> new Condition.Is(value(type, filled))))
                : Optional.empty();
    }

    /** That {@code text} stands in it. */
    static Condition contains(Text text) {
        return text.variables().isEmpty()
                ? new Condition.Contains(text.shown())
                : new Condition.Open(text, Condition.Contains::new);
    }

    private static Optional<String> sign(Text text) {
        if (text.parts().size() != 2
                || !(text.parts().getFirst() instanceof Part.Literal(var before))
                || !(text.parts().getLast() instanceof Part.Variable)) {
            return Optional.empty();
        }
        var sign = SIGN.matcher(before);
        return sign.matches() ? Optional.of(sign.group(1)) : Optional.empty();
    }

    private boolean isTaken(Observable.Type type, Node node, Text text) {
        var meant = switch (type) {
            case TEXT, ANY -> Optional.<String>empty();
            case NUMBER, SIZE, FLAG ->
                text.parts().size() == 1
                        ? Optional.<String>empty()
                        : Optional.of(LiteralReader.meant(type) + ", or a variable alone");
            // What is captured of a span is rounded, for people.
            case SPAN -> Optional.of(LiteralReader.meant(type) + ", without a variable");
        };
        meant.ifPresent(what -> faults.mistaken(node, what));
        return meant.isEmpty();
    }

    /** A number equals a text that reads as it, so a text stands for both; yes and no are told by their words alone. */
    private static Value value(Observable.Type type, String filled) {
        return switch (type) {
            case ANY, FLAG -> Scalars.exactFlag(filled).map(Value::of).orElseGet(() -> Value.of(filled));
            case TEXT, NUMBER, SIZE, SPAN -> Value.of(filled);
        };
    }
}
