package io.belay.adapter.aliyun;

import io.belay.adapter.aliyun.acs.AcsClient;
import io.belay.adapter.aliyun.acs.CredentialSource;
import io.belay.adapter.aliyun.acs.Credentials;
import io.belay.adapter.aliyun.acs.Endpoints;
import io.belay.adapter.aliyun.http.Exchange;
import io.belay.adapter.aliyun.testkit.AliyunCloud;
import io.belay.adapter.aliyun.testkit.FunctionComputeState;
import io.belay.core.Deadline;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** The cloud on loopback, and clients of it. */
public final class Cloud {
    public static final Credentials CREDENTIALS =
            new Credentials(AliyunCloud.KEY_ID, AliyunCloud.SECRET, Optional.of(AliyunCloud.TOKEN));

    private Cloud() {}

    public static Endpoints endpoints(AliyunCloud cloud) {
        return new Endpoints(
                FunctionComputeState.REGION,
                Map.of("BELAY_ALIYUN_ENDPOINT", cloud.endpoint().toString()));
    }

    public static AcsClient client(AliyunCloud cloud, CredentialSource credentials) {
        return new AcsClient(endpoints(cloud).functionCompute(), credentials, Exchange.USUAL);
    }

    public static AcsClient monitor(AliyunCloud cloud) {
        return new AcsClient(endpoints(cloud).cloudMonitor(), () -> CREDENTIALS, Exchange.USUAL);
    }

    /** Ten seconds by {@code time}; a test's clock that stands still lasts for ever. */
    public static Deadline soon(InstantSource time) {
        return Deadline.in(Duration.ofSeconds(10), time);
    }
}
