package io.belay.core.document;

import io.belay.core.fact.Comparison;
import io.belay.core.fact.Condition;
import io.belay.core.fact.Value;
import java.util.Optional;

/** What a list's item must be for a path to go on from it. */
sealed interface Criterion {
    /** Whether it holds of {@code item}. */
    boolean holds(Document item);

    /** Something stands there. */
    record There(DocumentPath path) implements Criterion {
        @Override
        public boolean holds(Document item) {
            return !path.all(item).isEmpty();
        }
    }

    /** What stands there compares so with a value, or with what stands elsewhere in the item. */
    record Compared(DocumentPath left, String sign, Operand right) implements Criterion {
        @Override
        public boolean holds(Document item) {
            var seen = left.in(item);
            var wanted = right.in(item);
            var equal = new Condition.Is(wanted).holds(seen) || wanted.shown().equals(seen.shown());
            return switch (sign) {
                case "==" -> equal;
                case "!=" -> !equal;
                default ->
                    Optional.of(sign)
                            .map(Criterion::comparison)
                            .filter(comparison -> new Condition.Compared(comparison, wanted).holds(seen))
                            .isPresent();
            };
        }
    }

    /** The other side of a comparison. */
    sealed interface Operand {
        Value in(Document item);

        record Literal(Value value) implements Operand {
            @Override
            public Value in(Document item) {
                return value;
            }
        }

        record There(DocumentPath path) implements Operand {
            @Override
            public Value in(Document item) {
                return path.in(item);
            }
        }
    }

    private static Comparison comparison(String sign) {
        return switch (sign) {
            case "<" -> Comparison.BELOW;
            case "<=" -> Comparison.AT_MOST;
            case ">" -> Comparison.ABOVE;
            default -> Comparison.AT_LEAST;
        };
    }
}
