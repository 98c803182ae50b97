package io.belay.adapter.jdbc.ledger;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A row of a ledger, every column as text.
 *
 * @param values by the layout's name of the column; a null of the database is absent
 */
record Row(Map<String, String> values) {
    private static final Set<String> YES = Set.of("1", "t", "true", "\u0001");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}");
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("[ ]['T']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[XXX][x]")
            .toFormatter();

    Row {
        values = Map.copyOf(values);
    }

    Optional<String> text(String column) {
        return Optional.ofNullable(values.get(column));
    }

    String get(String column) {
        return text(column).orElse("");
    }

    /** MySQL's BIT comes as the character of that number. */
    boolean flag(String column) {
        return YES.contains(get(column));
    }

    Optional<Long> number(String column) {
        return text(column).filter(text -> NUMBER.matcher(text).matches()).map(Long::valueOf);
    }

    Optional<Duration> milliseconds(String column) {
        return number(column).filter(count -> count >= 0).map(Duration::ofMillis);
    }

    /** Empty as well where what stands there is no time. */
    Optional<Instant> time(String column) {
        return text(column).flatMap(Row::instant);
    }

    private static Optional<Instant> instant(String text) {
        try {
            var time = TIME.parse(text);
            return Optional.of(
                    time.isSupported(ChronoField.OFFSET_SECONDS)
                            ? Instant.from(time)
                            : LocalDateTime.from(time).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
