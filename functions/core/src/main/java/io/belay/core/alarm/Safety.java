package io.belay.core.alarm;

import java.time.Duration;
import java.util.stream.Stream;

/**
 * How long the way from a red alarm to a system that is safe takes, beside the alarm's own window. None is negative.
 *
 * @param evaluation until the store has looked: CloudWatch evaluates once a minute (<a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html">documentation</a>)
 * @param delivery until the function is called
 * @param start until it runs
 * @param work until what serves is another revision
 * @param ttl until those who ask a name server hear of it; zero where no name is changed
 */
public record Safety(Duration evaluation, Duration delivery, Duration start, Duration work, Duration ttl) {
    /** Where the system file says nothing. */
    public static final Safety DEFAULT = new Safety(
            Duration.ofMinutes(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(60),
            Duration.ZERO);

    public Safety {
        if (Stream.of(evaluation, delivery, start, work, ttl).anyMatch(Duration::isNegative)) {
            throw new IllegalArgumentException("no way takes less than no time");
        }
    }

    /** All of it. */
    public Duration sum() {
        return evaluation.plus(delivery).plus(start).plus(work).plus(ttl);
    }
}
