package io.belay.runtime.fc.http;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpDateTest {
    private static final DateTimeFormatter TWO_DIGITS =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US);
    private static final long FIRST = Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();
    private static final long LAST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    private static void check(long second) {
        var date = HttpDate.of(second);
        var moment = Instant.ofEpochSecond(second).atZone(UTC);

        assertThat(date).isEqualTo(TWO_DIGITS.format(moment));
        assertThat(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toEpochSecond())
                .isEqualTo(second);
    }

    @Test
    void anyInstantIsWrittenAsTheJdkWouldWriteIt() {
        var random = new Random(20261128);
        for (var round = 0; round < 20_000; round++) {
            check(random.nextLong(FIRST, LAST + 1));
            check(random.nextLong(1_700_000_000, 2_500_000_000L));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-01T00:00:00Z",
                "1969-12-31T23:59:59Z",
                "2000-02-29T23:59:59Z",
                "2100-03-01T00:00:00Z",
                "2026-01-01T00:00:00Z",
                "2027-12-31T12:00:01Z",
                "0001-01-01T00:00:00Z",
                "9999-12-31T23:59:59Z"
            })
    void whereDaysAndYearsTurnAsWell(String instant) {
        check(Instant.parse(instant).getEpochSecond());
    }

    @Test
    void theExampleOfTheRfcIsWritten() {
        assertThat(HttpDate.of(784_111_777)).isEqualTo("Sun, 06 Nov 1994 08:49:37 GMT");
    }
}
