package io.belay.migrationverify;

import java.util.regex.Pattern;

/** Texts from a database on one line: what would break it, or turn its order round, is written out. */
final class OneLine {
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]");
    private static final int MOST = 1_000;

    private OneLine() {}

    static String of(String text) {
        var fit = UNFIT.matcher(text)
                .replaceAll(found -> "\\\\u%04x".formatted((int) found.group().charAt(0)));
        return fit.length() > MOST ? fit.substring(0, MOST) + "..." : fit;
    }
}
