package io.belay.core.fact;

import static java.util.Objects.requireNonNull;

import io.belay.core.settings.Text;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a fact must be. Typed, and read once when the system file is. */
public sealed interface Condition {
    /** Whether {@code observed} is so. */
    boolean holds(Value observed);

    /** This condition as a person reads it. */
    String shown();

    /** The variables of a scenario in it. */
    default Set<String> variables() {
        return switch (this) {
            case Open open -> open.text().variables();
            case AnyOf any -> variables(any.conditions());
            case AllOf all -> variables(all.conditions());
            case Not not -> not.condition().variables();
            case Is _, Compared _, Between _, Matches _, Contains _, Present _ -> Set.of();
        };
    }

    /** This condition with the variables that {@code values} knows filled in, of which those {@code hidden} stay unseen. */
    default Condition fill(Map<String, String> values, Set<String> hidden) {
        return switch (this) {
            case Open open -> new Open(open.text().fill(values, hidden), open.against());
            case AnyOf any -> new AnyOf(filled(any.conditions(), values, hidden));
            case AllOf all -> new AllOf(filled(all.conditions(), values, hidden));
            case Not not -> new Not(not.condition().fill(values, hidden));
            case Is _, Compared _, Between _, Matches _, Contains _, Present _ -> this;
        };
    }

    /** It is this value; a number equals a text that reads as the same number. */
    record Is(Value value) implements Condition {
        public Is {
            requireNonNull(value, "value");
        }

        @Override
        public boolean holds(Value observed) {
            if (value.equals(observed)) {
                return true;
            }
            if (value instanceof Value.Flag && observed instanceof Value.Text text) {
                return value.shown().equalsIgnoreCase(text.text());
            }
            // Two texts are two texts: version 1.10 is not version 1.1.
            if (!(value instanceof Value.Numeral) && !(observed instanceof Value.Numeral)) {
                return false;
            }
            var wanted = value.asNumber();
            var seen = observed.asNumber();
            return wanted.isPresent() && seen.isPresent() && wanted.get().compareTo(seen.get()) == 0;
        }

        @Override
        public String shown() {
            return value.shown();
        }
    }

    /** At least one of these holds. */
    record AnyOf(List<Condition> conditions) implements Condition {
        public AnyOf {
            conditions = atLeastOne(conditions);
        }

        @Override
        public boolean holds(Value observed) {
            return conditions.stream().anyMatch(each -> each.holds(observed));
        }

        @Override
        public String shown() {
            return conditions.stream().map(Condition::shown).collect(Collectors.joining(" or "));
        }
    }

    /** All of these hold. */
    record AllOf(List<Condition> conditions) implements Condition {
        public AllOf {
            conditions = atLeastOne(conditions);
        }

        @Override
        public boolean holds(Value observed) {
            return conditions.stream().allMatch(each -> each.holds(observed));
        }

        @Override
        public String shown() {
            return conditions.stream().map(Condition::shown).collect(Collectors.joining(" and "));
        }
    }

    /** It does not hold. An absent fact is not anything, so this holds of it. */
    record Not(Condition condition) implements Condition {
        public Not {
            requireNonNull(condition, "condition");
        }

        @Override
        public boolean holds(Value observed) {
            return !condition.holds(observed);
        }

        @Override
        public String shown() {
            return "not " + condition.shown();
        }
    }

    /** It is that far from {@code bound}, see {@link Order}; of several values each one is, and there is one at least. */
    record Compared(Comparison comparison, Value bound) implements Condition {
        public Compared {
            requireNonNull(comparison, "comparison");
            requireNonNull(bound, "bound");
        }

        @Override
        public boolean holds(Value observed) {
            if (observed instanceof Value.Several several) {
                return !several.values().isEmpty() && several.values().stream().allMatch(this::holds);
            }
            var order = Order.of(observed, bound);
            return order.isPresent() && comparison.accepts(order.getAsInt());
        }

        @Override
        public String shown() {
            return comparison.sign() + " " + bound.shown();
        }
    }

    /** It lies between the two, ends included. */
    record Between(Value low, Value high) implements Condition {
        public Between {
            if (Order.of(low, high).orElse(1) > 0) {
                throw new IllegalArgumentException("a range goes from the lower to the higher end");
            }
        }

        @Override
        public boolean holds(Value observed) {
            return new Compared(Comparison.AT_LEAST, low).holds(observed)
                    && new Compared(Comparison.AT_MOST, high).holds(observed);
        }

        @Override
        public String shown() {
            return low.shown() + ".." + high.shown();
        }
    }

    /** Some part of it matches the pattern; see {@link Regex} for how long that may take. */
    record Matches(Pattern pattern) implements Condition {
        public Matches {
            requireNonNull(pattern, "pattern");
        }

        @Override
        public boolean holds(Value observed) {
            return !(observed instanceof Value.Absent) && Regex.found(pattern, observed.shown());
        }

        @Override
        public String shown() {
            return "/" + pattern.pattern() + "/";
        }
    }

    /** The text stands in it, or it is one of the several values. */
    record Contains(String text) implements Condition {
        public Contains {
            requireNonNull(text, "text");
        }

        @Override
        public boolean holds(Value observed) {
            return switch (observed) {
                case Value.Several several ->
                    several.values().stream().anyMatch(each -> each.shown().equals(text));
                case Value.Absent _ -> false;
                case Value.Text _, Value.Numeral _, Value.Span _, Value.Flag _ ->
                    observed.shown().contains(text);
            };
        }

        @Override
        public String shown() {
            return "contains " + text;
        }
    }

    /** It is there, or it is not. */
    record Present(boolean present) implements Condition {
        @Override
        public boolean holds(Value observed) {
            return present != observed instanceof Value.Absent;
        }

        @Override
        public String shown() {
            return present ? "present" : "absent";
        }
    }

    /**
     * It is held against a text with a scenario's variables in it, of no use until they are filled in.
     *
     * @param text what it is held against
     * @param against the condition that a text makes once nothing in it is open
     */
    record Open(Text text, Function<String, Condition> against) implements Condition {
        public Open {
            requireNonNull(text, "text");
            requireNonNull(against, "against");
        }

        /**
         * {@inheritDoc}
         *
         * @throws IllegalStateException where a variable was not filled in
         */
        @Override
        public boolean holds(Value observed) {
            return against.apply(text.reveal()).holds(observed);
        }

        @Override
        public String shown() {
            return against.apply(text.shown()).shown();
        }

        @Override
        public String toString() {
            return shown();
        }
    }

    private static Set<String> variables(List<Condition> conditions) {
        return conditions.stream().flatMap(each -> each.variables().stream()).collect(Collectors.toUnmodifiableSet());
    }

    private static List<Condition> filled(List<Condition> conditions, Map<String, String> values, Set<String> hidden) {
        return conditions.stream().map(each -> each.fill(values, hidden)).toList();
    }

    private static List<Condition> atLeastOne(List<Condition> conditions) {
        if (conditions.isEmpty()) {
            throw new IllegalArgumentException("a condition of none would hold of anything");
        }
        return List.copyOf(conditions);
    }
}
