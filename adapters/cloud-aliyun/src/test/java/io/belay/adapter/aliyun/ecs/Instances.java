package io.belay.adapter.aliyun.ecs;

import io.belay.adapter.aliyun.Cloud;
import io.belay.adapter.aliyun.acs.AcsClient;
import io.belay.adapter.aliyun.http.Exchange;
import io.belay.adapter.aliyun.testkit.AliyunCloud;
import io.belay.adapter.aliyun.testkit.AssistantState;
import io.belay.adapter.aliyun.testkit.FunctionComputeState;
import io.belay.core.Deadline;
import io.belay.core.host.Shell;
import java.time.Duration;
import java.time.InstantSource;

/** Instances on loopback, and ways to them. */
final class Instances {
    static final String HERE = "i-bp185dy2o3o6n";

    private Instances() {}

    static CloudAssistant of(AliyunCloud cloud, String instance) {
        var client = new AcsClient(Cloud.endpoints(cloud).ecs(), () -> Cloud.CREDENTIALS, Exchange.USUAL);
        return new CloudAssistant(client, FunctionComputeState.REGION, instance);
    }

    /** An instance that does with a script as {@code shell} does, and says output and errors as one. */
    static AssistantState.Host doing(Shell shell) {
        return script -> {
            try {
                var ended = shell.run(script, Deadline.in(Duration.ofSeconds(30), InstantSource.system()));
                return new AssistantState.Ran(ended.code(), ended.said() + ended.complained());
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        };
    }
}
