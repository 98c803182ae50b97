package io.belay.core.fact;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a fact was seen to be. */
public sealed interface Value {
    /** This value as a person reads it. */
    String shown();

    /** A text. */
    static Value of(String text) {
        return new Text(text);
    }

    /** A number. */
    static Value of(long number) {
        return new Numeral(BigDecimal.valueOf(number));
    }

    /** A number. */
    static Value of(BigDecimal number) {
        return new Numeral(number);
    }

    /** A span of time. */
    static Value of(Duration span) {
        return new Span(span);
    }

    /** Yes or no. */
    static Value of(boolean flag) {
        return new Flag(flag);
    }

    /** Several values. */
    static Value of(List<Value> values) {
        return new Several(values);
    }

    /** Nothing there. */
    static Value absent() {
        return new Absent();
    }

    /** This value as a number, where it is one or is a text that reads as one. */
    default Optional<BigDecimal> asNumber() {
        return switch (this) {
            case Numeral numeral -> Optional.of(numeral.number());
            case Text text -> parsed(text.text());
            case Span _, Flag _, Several _, Absent _ -> Optional.empty();
        };
    }

    private static Optional<BigDecimal> parsed(String text) {
        if (text.isEmpty() || text.length() > 64) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(text.strip()));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /** A text. */
    record Text(String text) implements Value {
        public Text {
            requireNonNull(text, "text");
        }

        // See FactName.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Text same && text.equals(same.text);
        }

        @Override
        public int hashCode() {
            return text.hashCode();
        }

        @Override
        public String shown() {
            return text;
        }
    }

    /** A number. */
    record Numeral(BigDecimal number) implements Value {
        public Numeral {
            requireNonNull(number, "number");
        }

        // See FactName.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Numeral same && number.equals(same.number);
        }

        @Override
        public int hashCode() {
            return number.hashCode();
        }

        @Override
        public String shown() {
            // A hostile 1e999999999 must not become a gigabyte of zeros.
            return Math.abs(number.scale()) > 64
                    ? number.toString()
                    : number.stripTrailingZeros().toPlainString();
        }
    }

    /** A span of time. */
    record Span(Duration span) implements Value {
        public Span {
            requireNonNull(span, "span");
        }

        @Override
        public String shown() {
            return Spans.shown(span);
        }
    }

    /** Yes or no. */
    record Flag(boolean flag) implements Value {
        // See FactName.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Flag same && flag == same.flag;
        }

        @Override
        public int hashCode() {
            return Boolean.hashCode(flag);
        }

        @Override
        public String shown() {
            return Boolean.toString(flag);
        }
    }

    /** Several values, in order. */
    record Several(List<Value> values) implements Value {
        public Several {
            values = List.copyOf(values);
        }

        @Override
        public String shown() {
            return values.stream().map(Value::shown).collect(Collectors.joining(", ", "[", "]"));
        }
    }

    /** Nothing there: a header not sent, a path that leads nowhere. */
    record Absent() implements Value {
        @Override
        public String shown() {
            return "absent";
        }
    }
}
