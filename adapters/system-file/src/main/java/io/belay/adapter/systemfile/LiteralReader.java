package io.belay.adapter.systemfile;

import io.belay.core.fact.Value;
import io.belay.core.probe.Observable;
import java.util.Optional;

/** A value that a fact is held against, read by the fact's type. */
final class LiteralReader {
    private LiteralReader() {}

    /** {@code text} as a value of {@code type}; empty where it is none. */
    static Optional<Value> value(Observable.Type type, String text) {
        return switch (type) {
            case TEXT -> Optional.of(Value.of(text));
            case NUMBER -> Scalars.decimal(text).map(Value::of);
            case SIZE -> Units.size(text).map(Value::of);
            case SPAN -> Units.span(text).map(Value::of);
            case FLAG -> Scalars.exactFlag(text).map(Value::of);
            case ANY -> Optional.of(Scalars.decimal(text).map(Value::of).orElseGet(() -> Value.of(text)));
        };
    }

    /** As {@link #value}, and a quoted value of any kind is a text. */
    static Optional<Value> value(Observable.Type type, Node.Scalar scalar, String text) {
        if (type == Observable.Type.FLAG && scalar.text().equals(text) && !scalar.plain()) {
            return Optional.empty();
        }
        if (type != Observable.Type.ANY) {
            return value(type, text);
        }
        var flag = Scalars.flag(scalar);
        return flag.isPresent()
                ? flag.map(Value::of)
                : Optional.of(Scalars.number(scalar).map(Value::of).orElseGet(() -> Value.of(text)));
    }

    /** What a value of {@code type} looks like. */
    static String meant(Observable.Type type) {
        return switch (type) {
            case TEXT -> "a text";
            case NUMBER -> "a number";
            case SIZE -> "a size such as 512KB or 10MB";
            case SPAN -> "a span such as 350ms, 5s or 30d";
            case FLAG -> "true or false";
            case ANY -> "a value";
        };
    }

    /** What {@code text} was meant to be, where that can be told. */
    static Optional<String> near(Observable.Type type, String text) {
        return switch (type) {
            case SIZE -> Units.nearSize(text);
            case SPAN -> Units.nearSpan(text);
            case TEXT, NUMBER, FLAG, ANY -> Optional.empty();
        };
    }
}
