package io.belay.migrationverify.ledger;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** How a tool tells from their ids which of two migrations is older. */
enum Ordering {
    /** Number by number: {@code 1.10} comes after {@code 1.9}. */
    DOTTED(Pattern.compile("()(\\d+(?:[._]\\d+)*)()")),
    /** As one number. */
    NUMBER(Pattern.compile("()(-?\\d+)()")),
    /** Letter by letter. */
    NAME(Pattern.compile("()()(.*)", Pattern.DOTALL)),
    /** Letter by letter within an app: {@code orders.0002_state}. */
    APP_AND_NAME(Pattern.compile("([^.]+)\\.()(.*)", Pattern.DOTALL)),
    /** By the number that it begins with, then letter by letter: {@code 005_state.sql}, {@code v1.2}. */
    LEADING_NUMBER(Pattern.compile("()[vV]?(\\d+(?:\\.\\d+)*)(.*)", Pattern.DOTALL)),
    /** By the number that it ends with: {@code AddState1700000000000}. */
    TRAILING_NUMBER(Pattern.compile("()(?:.*\\D)?(\\d+)()", Pattern.DOTALL)),
    /** It keeps a graph, or none at all. */
    NONE(Pattern.compile("(?!)()()()"));

    private static final int LONGEST = 2_048;

    private final Pattern form;

    Ordering(Pattern form) {
        this.form = form;
    }

    /** Below zero where {@code one} is older; empty where that cannot be told. */
    OptionalInt compare(String one, String other) {
        var first = rank(one);
        var second = rank(other);
        return first.isPresent()
                        && second.isPresent()
                        && first.get().group().equals(second.get().group())
                ? OptionalInt.of(first.get().compareTo(second.get()))
                : OptionalInt.empty();
    }

    /** Where it stands; empty where {@code id} is not written as the tool writes one. */
    Optional<Rank> rank(String id) {
        if (id.length() > LONGEST) {
            return Optional.empty();
        }
        var match = form.matcher(id);
        return match.matches()
                ? Optional.of(new Rank(match.group(1), numbers(match.group(2)), match.group(3)))
                : Optional.empty();
    }

    private static List<BigInteger> numbers(String dotted) {
        var numbers = new ArrayList<BigInteger>();
        for (var each : dotted.split("[._]", -1)) {
            if (!each.isEmpty()) {
                numbers.add(new BigInteger(each));
            }
        }
        while (numbers.size() > 1 && numbers.getLast().signum() == 0) {
            numbers.removeLast();
        }
        return numbers;
    }

    /**
     * A place in an order.
     *
     * @param group only places of one group have an order
     */
    record Rank(String group, List<BigInteger> numbers, String text) implements Comparable<Rank> {
        @Override
        public int compareTo(Rank other) {
            for (int i = 0; i < Math.max(numbers.size(), other.numbers.size()); i++) {
                var order = number(i).compareTo(other.number(i));
                if (order != 0) {
                    return order;
                }
            }
            return text.compareTo(other.text);
        }

        private BigInteger number(int index) {
            return index < numbers.size() ? numbers.get(index) : BigInteger.ZERO;
        }
    }
}
