package io.belay.five.aws;

import io.belay.core.testkit.TestingTime;
import java.time.Duration;
import java.time.Instant;

/**
 * The periods in which CloudWatch keeps what was measured. A check is told of whole ones alone, so that what is counted would hang on
 * the time of day at which a test runs.
 */
public final class Periods {
    private static final Duration LENGTH = Duration.ofMinutes(5);

    private Periods() {}

    /** A clock at the beginning of the machine's next one: what answers on loopback knows no other clock than the machine's. */
    public static TestingTime next() {
        var seconds = Instant.now().getEpochSecond();
        var begin =
                Instant.ofEpochSecond(seconds - seconds % LENGTH.toSeconds()).plus(LENGTH);
        var time = new TestingTime();
        time.advance(Duration.between(time.instant(), begin));
        return time;
    }
}
