package io.belay.adapter.systemfile;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an unquoted scalar means by the core schema of YAML 1.2 (section 10.3.2): {@code no}, {@code on} and
 * {@code 12:30:45} are texts there, unlike in YAML 1.1.
 */
final class Scalars {
    private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");
    private static final Set<String> YES = Set.of("true", "True", "TRUE");
    private static final Set<String> NO = Set.of("false", "False", "FALSE");
    private static final Pattern WHOLE = Pattern.compile("[-+]?\\d{1,40}");
    private static final Pattern RADIX = Pattern.compile("0(?:o([0-7]{1,40})|x([0-9a-fA-F]{1,40}))");
    /** What a number looks like; bounded, since 1e999999999 written out would fill the memory. */
    static final String NUMBER = "[-+]?(?:\\.[0-9]{1,40}|[0-9]{1,40}(?:\\.[0-9]{0,40})?)(?:[eE][-+]?[0-9]{1,3})?";

    private static final Pattern DECIMAL = Pattern.compile(NUMBER);

    private Scalars() {}

    static boolean isNothing(Node node) {
        return node instanceof Node.Scalar scalar && scalar.plain() && NOTHING.contains(scalar.text());
    }

    static Optional<Boolean> flag(Node.Scalar scalar) {
        return scalar.plain() ? flag(scalar.text()) : Optional.empty();
    }

    static Optional<Boolean> flag(String text) {
        if (YES.contains(text)) {
            return Optional.of(true);
        }
        return NO.contains(text) ? Optional.of(false) : Optional.empty();
    }

    /** As the file's own flags are written: {@code True} is refused, since not every parser takes it for a flag. */
    static Optional<Boolean> exactFlag(String text) {
        return flag(text).filter(flag -> text.equals(Boolean.toString(flag)));
    }

    /** A whole number of up to 18 digits, written in decimal. */
    static Optional<Long> whole(Node.Scalar scalar) {
        var digits = scalar.text();
        return scalar.plain() && WHOLE.matcher(digits).matches() && digits.length() < 19
                ? Optional.of(Long.parseLong(digits))
                : Optional.empty();
    }

    static Optional<BigDecimal> number(Node.Scalar scalar) {
        if (!scalar.plain()) {
            return Optional.empty();
        }
        var radix = RADIX.matcher(scalar.text());
        if (radix.matches()) {
            return Optional.of(new BigDecimal(
                    radix.group(1) == null ? new BigInteger(radix.group(2), 16) : new BigInteger(radix.group(1), 8)));
        }
        return decimal(scalar.text());
    }

    static Optional<BigDecimal> decimal(String text) {
        return DECIMAL.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }
}
