package io.belay.core.fact;

import java.math.BigInteger;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * The order of two values: spans by length, numbers by size, dotted versions part by part ({@code 8.0.41-debian} counts
 * as {@code 8.0.41}), two texts as versions before they count as numbers. Values of different kinds have none.
 */
final class Order {
    private static final Pattern VERSION = Pattern.compile("v?(\\d{1,9}(?:\\.\\d{1,9}){1,5}).*", Pattern.DOTALL);

    private Order() {}

    static OptionalInt of(Value left, Value right) {
        if (left instanceof Value.Span one && right instanceof Value.Span other) {
            return OptionalInt.of(one.span().compareTo(other.span()));
        }
        if (left instanceof Value.Text && right instanceof Value.Text) {
            // Version 14.10 comes after version 14.9; as numbers they would not.
            var versions = versions(left.shown(), right.shown());
            if (versions.isPresent()) {
                return versions;
            }
        }
        var numbers = left.asNumber().flatMap(one -> right.asNumber().map(one::compareTo));
        if (numbers.isPresent()) {
            return OptionalInt.of(numbers.get());
        }
        return left instanceof Value.Absent || right instanceof Value.Absent
                ? OptionalInt.empty()
                : versions(left.shown(), right.shown());
    }

    private static OptionalInt versions(String left, String right) {
        var one = parts(left);
        var other = parts(right);
        if (one.length == 0 || other.length == 0) {
            return OptionalInt.empty();
        }
        for (int i = 0; i < Math.max(one.length, other.length); i++) {
            var order = part(one, i).compareTo(part(other, i));
            if (order != 0) {
                return OptionalInt.of(order);
            }
        }
        return OptionalInt.of(0);
    }

    private static BigInteger part(String[] parts, int index) {
        return index < parts.length ? new BigInteger(parts[index]) : BigInteger.ZERO;
    }

    private static String[] parts(String version) {
        var match = VERSION.matcher(version.strip());
        if (match.matches()) {
            return match.group(1).split("\\.", -1);
        }
        return version.matches("\\d{1,9}") ? new String[] {version} : new String[0];
    }
}
