package io.belay.adapter.systemfile;

import static io.belay.core.probe.Observable.Type.FLAG;
import static io.belay.core.probe.Observable.Type.NUMBER;

import io.belay.core.fact.Comparison;
import io.belay.core.fact.Condition;
import io.belay.core.fact.Value;
import io.belay.core.probe.Observable;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a condition written as one scalar: {@code 200}, {@code 200..299}, {@code 2xx}, {@code < 200ms}, {@code != 5}.
 *
 * <p>Where a fact is free text, a sign counts only in front of what can be ordered, a number or a version: {@code <html>}
 * is a text.
 */
record BareReader(Faults faults, TextReader texts) {
    private static final Pattern HUNDRED = Pattern.compile("([1-9])xx");
    private static final Pattern RANGE = Pattern.compile("(.{1,100}?)\\.\\.(.{1,100})");
    private static final Pattern SIGNED = Pattern.compile("(<=|>=|==|!=|<|>)\\s*(.+)");
    private static final Pattern ORDERED = Pattern.compile("-?v?\\d+(\\.\\d+)*([-+].*)?");

    Optional<Condition> read(Observable observable, Node.Scalar scalar) {
        if (Scalars.isNothing(scalar)) {
            faults.mistaken(scalar, meant(observable) + "; { present: false } where it must not be there");
            return Optional.empty();
        }
        var text = texts.expected(scalar);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!text.get().variables().isEmpty()) {
            return new OpenReader(faults).bare(observable, scalar, text.get());
        }
        var written = text.get().shown();
        var condition = condition(observable, scalar, written);
        if (condition.isEmpty()) {
            faults.mistaken(
                    scalar, LiteralReader.near(observable.type(), written).orElse(meant(observable)));
        }
        return condition;
    }

    private static String meant(Observable observable) {
        var type = observable.type();
        return LiteralReader.meant(type) + (type == FLAG ? "" : ", or one with <, <=, >, >= or a range a..b");
    }

    private static Optional<Condition> condition(Observable observable, Node.Scalar scalar, String text) {
        var type = observable.type();
        var hundred = HUNDRED.matcher(text);
        if (type == NUMBER && hundred.matches()) {
            var first = Long.parseLong(hundred.group(1)) * 100;
            return Optional.of(new Condition.Between(Value.of(first), Value.of(first + 99)));
        }
        var range = RANGE.matcher(text);
        if (type != FLAG && range.matches() && isOrdered(type, range.group(1)) && isOrdered(type, range.group(2))) {
            return LiteralReader.value(type, range.group(1))
                    .flatMap(low -> LiteralReader.value(type, range.group(2)).flatMap(high -> between(low, high)));
        }
        var signed = SIGNED.matcher(text);
        if (type != FLAG && signed.matches() && isOrdered(type, signed.group(2))) {
            return LiteralReader.value(type, signed.group(2)).map(bound -> compared(signed.group(1), bound));
        }
        return LiteralReader.value(type, scalar, text).map(value -> plain(observable.bare(), value));
    }

    private static boolean isOrdered(Observable.Type type, String text) {
        return switch (type) {
            case TEXT, ANY -> ORDERED.matcher(text).matches();
            case NUMBER, SIZE, SPAN, FLAG -> true;
        };
    }

    private static Optional<Condition> between(Value low, Value high) {
        return new Condition.Compared(Comparison.AT_LEAST, low).holds(high)
                ? Optional.of(new Condition.Between(low, high))
                : Optional.empty();
    }

    static Condition compared(String sign, Value bound) {
        return switch (sign) {
            case "<" -> new Condition.Compared(Comparison.BELOW, bound);
            case "<=" -> new Condition.Compared(Comparison.AT_MOST, bound);
            case ">=" -> new Condition.Compared(Comparison.AT_LEAST, bound);
            case ">" -> new Condition.Compared(Comparison.ABOVE, bound);
            case "!=" -> new Condition.Not(new Condition.Is(bound));
            default -> new Condition.Is(bound);
        };
    }

    static Condition plain(Observable.Bare bare, Value value) {
        return switch (bare) {
            case EQUAL -> new Condition.Is(value);
            case AT_MOST -> new Condition.Compared(Comparison.AT_MOST, value);
            case AT_LEAST -> new Condition.Compared(Comparison.AT_LEAST, value);
            case CONTAINS -> new Condition.Contains(value.shown());
        };
    }
}
