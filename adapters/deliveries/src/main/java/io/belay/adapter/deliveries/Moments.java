package io.belay.adapter.deliveries;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;

/** Points in time as senders write them, none before the year 2000 nor after 2100. */
final class Moments {
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2100-01-01T00:00:00Z");

    /** CloudWatch writes {@code +0000}, Alertmanager {@code +08:00}, all others {@code Z}. */
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .appendPattern("[XXX][XX]")
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    private Moments() {}

    /** {@code 2023-08-04T12:36:15.490+0000} and its like. */
    static Instant written(Spot spot) {
        try {
            return sane(spot, OffsetDateTime.parse(spot.text(), ISO).toInstant());
        } catch (DateTimeException _) {
            throw spot.not("a time such as 2026-11-21T08:00:00Z");
        }
    }

    /** Seconds or milliseconds since 1970: between 2000 and 2100 no number can be both. */
    static Instant counted(Spot spot) {
        var count = spot.whole();
        return sane(spot, count < LAST.getEpochSecond() ? Instant.ofEpochSecond(count) : Instant.ofEpochMilli(count));
    }

    private static Instant sane(Spot spot, Instant moment) {
        if (moment.isBefore(FIRST) || !moment.isBefore(LAST)) {
            throw new NotRead(spot.place(), "a time outside them", "the years 2000 to 2100");
        }
        return moment;
    }
}
