package io.belay.adapter.aws;

import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;

/** One call of AWS, ended by its deadline. */
final class AwsCall {
    /** A control plane that needs longer is taken for silent. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    /** What a request is given so that it ends in time. */
    interface Limits extends Consumer<AwsRequestOverrideConfiguration.Builder> {}

    private AwsCall() {}

    /**
     * Calls once.
     *
     * @throws PortException whatever went wrong
     */
    static <T> T ask(Deadline deadline, Function<Limits, T> call) throws InterruptedException {
        var left = deadline.within(LONGEST).remaining();
        if (left.toMillis() < 1) {
            throw new PortException(new Fault(Fault.Kind.TIMED_OUT, "no time is left to ask"));
        }
        try {
            return call.apply(limits -> limits.apiCallTimeout(left));
        } catch (SdkException failed) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            throw new PortException(AwsFaults.of(failed), failed);
        }
    }
}
