package io.belay.runtime.fc.http;

/**
 * Writes the one form of date that HTTP sends (RFC 9110, 5.6.7): {@code Sun, 06 Nov 1994 08:49:37 GMT}. It counts days itself, since
 * {@link java.time.LocalDate} asks {@link java.time.Year} for leap years, which builds a formatter first.
 */
final class HttpDate {
    private static final String DAYS = "ThuFriSatSunMonTueWed";
    private static final String MONTHS = "MarAprMayJunJulAugSepOctNovDecJanFeb";
    private static final long DAY = 24 * 60 * 60;

    /** From the first of March of the year 0 to 1970: a year that ends with February has its leap day last. */
    private static final long MARCH = 719_468;

    private static final int FOUR_CENTURIES = 146_097;

    private HttpDate() {}

    /**
     * The date and time of a second since 1970.
     *
     * @param second of the years 1 to 9999
     */
    static String of(long second) {
        var days = Math.floorDiv(second, DAY);
        var time = (int) Math.floorMod(second, DAY);
        var day = (int) ((days + MARCH) % FOUR_CENTURIES);
        var year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
        var dayOfYear = day - (365 * year + year / 4 - year / 100);
        // Five months have 153 days, from March on.
        var month = (5 * dayOfYear + 2) / 153;
        var shown = year + (int) ((days + MARCH) / FOUR_CENTURIES) * 400 + month / 10;
        var text = new StringBuilder(29);
        name(text, DAYS, Math.floorMod(days, 7)).append(", ");
        two(text, dayOfYear - (153 * month + 2) / 5 + 1).append(' ');
        name(text, MONTHS, month).append(' ');
        two(text, shown / 100);
        two(text, shown % 100).append(' ');
        two(text, time / 3600).append(':');
        two(text, time / 60 % 60).append(':');
        return two(text, time % 60).append(" GMT").toString();
    }

    private static StringBuilder name(StringBuilder text, String names, int index) {
        return text.append(names, index * 3, index * 3 + 3);
    }

    private static StringBuilder two(StringBuilder text, int number) {
        return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}
