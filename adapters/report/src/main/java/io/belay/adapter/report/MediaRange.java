package io.belay.adapter.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One range of an {@code Accept} header (RFC 9110, 12.5.1).
 *
 * @param type {@code text} or {@code *}
 * @param subtype {@code html} or {@code *}
 * @param versioned whether it bears a {@code version} parameter
 * @param weight its {@code q} in thousandths
 */
record MediaRange(String type, String subtype, boolean versioned, int weight) {
    private static final int LONGEST_HEADER = 8_192;
    private static final Pattern Q = Pattern.compile("q=(0(?:\\.\\d{0,3})?|1(?:\\.0{0,3})?)");

    /** The ranges in {@code accept}; what is not one is passed over. */
    static List<MediaRange> of(String accept) {
        var header = accept.substring(0, Math.min(accept.length(), LONGEST_HEADER));
        return Arrays.stream(header.toLowerCase(Locale.ROOT).split(",", -1))
                .flatMap(text -> range(text).stream())
                .toList();
    }

    private static Optional<MediaRange> range(String text) {
        var parts = Arrays.stream(text.split(";", -1)).map(String::strip).toList();
        var types = parts.getFirst().split("/", -1);
        var weight = weight(parts.stream().skip(1).filter(part -> part.startsWith("q=")));
        if (types.length != 2 || weight.isEmpty()) {
            return Optional.empty();
        }
        var versioned = parts.stream().anyMatch(part -> part.startsWith("version="));
        return Optional.of(new MediaRange(types[0], types[1], versioned, weight.get()));
    }

    private static Optional<Integer> weight(Stream<String> parameters) {
        var said = parameters.findFirst();
        if (said.isEmpty()) {
            return Optional.of(1_000);
        }
        var match = Q.matcher(said.get());
        return match.matches()
                ? Optional.of((int) Math.round(Double.parseDouble(match.group(1)) * 1_000))
                : Optional.empty();
    }

    /** Whether a media type lies in this range. */
    boolean covers(String otherType, String otherSubtype, boolean otherVersioned) {
        if (type.equals("*")) {
            return subtype.equals("*");
        }
        return type.equals(otherType)
                && (subtype.equals("*") || (subtype.equals(otherSubtype) && versioned == otherVersioned));
    }

    /** How much it says: a whole type more than {@code text/*}, and that more than {@code *}{@code /*}. */
    int says() {
        if (type.equals("*")) {
            return 0;
        }
        return subtype.equals("*") ? 1 : 2;
    }
}
