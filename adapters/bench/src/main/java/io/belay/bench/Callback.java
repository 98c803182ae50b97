package io.belay.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.adapter.aliyun.acs.Credentials;
import io.belay.adapter.aliyun.testkit.AliyunCloud;
import io.belay.adapter.aliyun.testkit.FunctionComputeState;
import io.belay.assembly.Bundle;
import io.belay.assembly.SystemTime;
import io.belay.assembly.door.Door;
import io.belay.assembly.door.Doorway;
import io.belay.assembly.door.Log;
import io.belay.core.Progress;
import io.belay.core.testkit.InMemorySystem;
import io.belay.runtime.fc.Deployment;
import io.belay.runtime.fc.FcServer;
import io.belay.runtime.fc.SelfInvocation;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * CloudMonitor's callback through Function Compute's door until it is answered 202: the form is read, the system file looked at, and
 * Function Compute has taken on the invocation that goes on. The sender waits 5 s and no longer (Alibaba Cloud help, 60714).
 */
final class Callback {
    /** What a call of Function Compute's API takes within a region. */
    private static final Duration API = Duration.ofMillis(50);

    /** In milliseconds, of each single one. */
    private static final double PROMISE = 300;

    private static final String FUNCTION = "belay-rollback";
    private static final int CALLS = 100;

    private Callback() {}

    static List<Row> rows() throws IOException {
        try (var cloud = new AliyunCloud(new SystemTime())) {
            cloud.functionCompute().create(FUNCTION);
            cloud.mishaps().latency(API);
            try (var server = door(cloud);
                    var caller = new Caller(server.address().getPort())) {
                var first = took(caller, 0);
                var calls = new double[CALLS];
                for (int call = 0; call < CALLS; call++) {
                    calls[call] = took(caller, call + 1);
                }
                if (cloud.functionCompute().invocations(FUNCTION).size() != CALLS + 1) {
                    throw new IllegalStateException("not each was gone on with");
                }
                return List.of(
                        Row.of(
                                "CloudMonitor's callback until 202, InvokeFunction answering after 50 ms",
                                "ms",
                                calls,
                                Promise.atMost(PROMISE)),
                        Row.of(
                                "  the first through a door that nobody called",
                                "ms",
                                new double[] {first},
                                Promise.none()));
            }
        }
    }

    /** Each is another turn, so that each is gone on with. */
    private static double took(Caller caller, int turn) throws IOException {
        var form = "alertName=errors&ruleId=rule-1&alertState=ALERT&triggerLevel=CRITICAL&preTriggerLevel=OK&timestamp="
                + (1_795_824_000_000L + turn * 60_000L)
                + "&dimensions=%7BuserId%3D1%2C+instanceId%3Di-1%7D&userId=1&expression=%24Average%3E5&curValue=17";
        var request = Caller.post("/alarms", form);
        var began = System.nanoTime();
        caller.call(request);
        return (System.nanoTime() - began) / 1e6;
    }

    private static FcServer door(AliyunCloud cloud) throws IOException {
        var time = new SystemTime();
        var key = new Credentials(AliyunCloud.KEY_ID, AliyunCloud.SECRET, Optional.of(AliyunCloud.TOKEN));
        var environment = Map.of(
                "FC_FUNCTION_NAME",
                FUNCTION,
                "FC_REGION",
                FunctionComputeState.REGION,
                "BELAY_ALIYUN_ENDPOINT",
                cloud.endpoint().toString());
        var system = new InMemorySystem("cloudmonitor", "errors").spec();
        var log =
                new Log(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8), time, UnaryOperator.identity());
        var doorway = new Doorway(() -> new Door(Bundle.of(system, time, Progress.NONE), log), log);
        var deployment = Deployment.of(Bundle.ROLLBACK, Optional.of(Duration.ofMinutes(1)))
                .onward(SelfInvocation.in(environment, () -> key).orElseThrow());
        return FcServer.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), doorway, deployment, time);
    }
}
