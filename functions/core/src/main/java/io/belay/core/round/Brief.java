package io.belay.core.round;

import io.belay.core.Evidence;
import io.belay.core.Finding;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Keeps summaries to one line that can be read at a glance; what they quote stands in the evidence in full.
 *
 * <p>To be used once the secrets are out: half a secret, or one with its line breaks gone, would not be found any more.
 */
final class Brief {
    private static final int LONGEST_VALUE = 100;
    private static final int TAIL = 20;
    private static final int LONGEST = 400;
    private static final Pattern GAP = Pattern.compile("[\\s\\p{Cntrl}\\p{Zl}\\p{Zp}]+");

    private Brief() {}

    static Finding of(Finding finding) {
        return new Finding(
                finding.subject(),
                finding.kind(),
                finding.target(),
                finding.verdict(),
                summary(finding),
                finding.evidence(),
                finding.took(),
                finding.samples(),
                finding.parts().stream().map(Brief::of).toList());
    }

    private static String summary(Finding finding) {
        var summary = finding.summary();
        if (summary.length() <= LONGEST_VALUE) {
            return line(summary);
        }
        for (var quoted : quotable(finding)) {
            summary = summary.replace(quoted, ends(line(quoted)));
        }
        return cut(line(summary), LONGEST);
    }

    /** What a summary may quote, the longest first: one may hold another. */
    private static List<String> quotable(Finding finding) {
        return evidence(finding)
                .flatMap(each -> Stream.concat(Stream.of(each.observed()), each.expected().stream()))
                .filter(text -> text.length() > LONGEST_VALUE)
                .distinct()
                .sorted((one, other) -> Integer.compare(other.length(), one.length()))
                .toList();
    }

    private static Stream<Evidence> evidence(Finding finding) {
        return Stream.concat(
                finding.evidence().stream(), finding.parts().stream().flatMap(Brief::evidence));
    }

    /** Its end too: of samples it says how many of them were so. */
    private static String ends(String text) {
        if (text.length() <= LONGEST_VALUE) {
            return text;
        }
        var tail = text.length() - TAIL;
        var start = Character.isLowSurrogate(text.charAt(tail)) ? tail + 1 : tail;
        return cut(text, LONGEST_VALUE - TAIL) + text.substring(start);
    }

    private static String line(String text) {
        return GAP.matcher(text).replaceAll(" ").strip();
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end) + "…";
    }
}
