package io.belay.adapter.systemfile;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The known word that a misspelt one was meant to be. */
final class Nearest {
    private static final int LONGEST = 40;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s_-]");

    private Nearest() {}

    /** The one of {@code known} that is fewest letters away; empty where none is near. */
    static Optional<String> to(String word, Collection<String> known) {
        if (word.isEmpty() || word.length() > LONGEST) {
            return Optional.empty();
        }
        var wanted = plain(word);
        return known.stream()
                .filter(candidate -> isNear(wanted, plain(candidate)))
                .min(Comparator.comparingInt((String candidate) -> distance(wanted, plain(candidate)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    // Lengths are looked at first: a hostile file has many keys.
    private static boolean isNear(String wanted, String candidate) {
        var most = Math.max(1, candidate.length() / 3);
        return Math.abs(wanted.length() - candidate.length()) <= most && distance(wanted, candidate) <= most;
    }

    // perHost, per_host and "Per Host" are all meant to be per-host.
    private static String plain(String word) {
        return BETWEEN_WORDS.matcher(word).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** How many letters must be added, dropped, changed or swapped with their neighbour. */
    static int distance(String left, String right) {
        var cost = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, left, right, i, j);
            }
        }
        return cost[left.length()][right.length()];
    }

    private static int cheapest(int[][] cost, String left, String right, int i, int j) {
        var same = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
        var least = Math.min(cost[i - 1][j - 1] + same, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        var swapped = i > 1
                && j > 1
                && left.charAt(i - 1) == right.charAt(j - 2)
                && left.charAt(i - 2) == right.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
