package io.belay.bench;

import com.aliyun.fc20230330.models.CustomContainerConfig;
import com.aliyun.fc20230330.models.GetFunctionRequest;
import com.aliyun.fc20230330.models.UpdateAliasInput;
import com.aliyun.fc20230330.models.UpdateAliasRequest;
import com.aliyun.fc20230330.models.UpdateFunctionInput;
import com.aliyun.fc20230330.models.UpdateFunctionRequest;
import com.aliyun.teaopenapi.models.Config;
import io.belay.adapter.aliyun.acs.AcsClient;
import io.belay.adapter.aliyun.acs.Credentials;
import io.belay.adapter.aliyun.acs.Endpoints;
import io.belay.adapter.aliyun.cloudmonitor.CloudMonitorAlarms;
import io.belay.adapter.aliyun.fc.FcAliasTarget;
import io.belay.adapter.aliyun.fc.FcImageTarget;
import io.belay.adapter.aliyun.fc.FunctionCompute;
import io.belay.adapter.aliyun.http.Exchange;
import io.belay.adapter.aliyun.testkit.AliyunCloud;
import io.belay.adapter.aliyun.testkit.FunctionComputeState;
import io.belay.core.alarm.AlarmSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Functions of Function Compute, with an alias or of an image; a script asks by the official client. */
final class FcPlace implements Place {
    private static final String IMAGE = "registry.cn-hangzhou.aliyuncs.com/shop/serve@sha256:";

    private final boolean image;
    private final MovedTime time = new MovedTime();
    private final AliyunCloud cloud = new AliyunCloud(time);
    private final Endpoints endpoints = new Endpoints(
            FunctionComputeState.REGION,
            Map.of("BELAY_ALIYUN_ENDPOINT", cloud.endpoint().toString()));
    private final Credentials key =
            new Credentials(AliyunCloud.KEY_ID, AliyunCloud.SECRET, Optional.of(AliyunCloud.TOKEN));
    private final FunctionCompute functionCompute = new FunctionCompute(
            new AcsClient(endpoints.functionCompute(), () -> key, Exchange.USUAL), FunctionComputeState.REGION);
    private final AlarmSource alarms =
            new CloudMonitorAlarms(new AcsClient(endpoints.cloudMonitor(), () -> key, Exchange.USUAL));
    private final com.aliyun.fc20230330.Client sdk;
    private int things;

    /** Of images where {@code image} says so, else with an alias. */
    FcPlace(boolean image) {
        this.image = image;
        try {
            sdk = new com.aliyun.fc20230330.Client(new Config()
                    .setAccessKeyId(AliyunCloud.KEY_ID)
                    .setAccessKeySecret(AliyunCloud.SECRET)
                    .setSecurityToken(AliyunCloud.TOKEN)
                    .setEndpoint("127.0.0.1:" + cloud.endpoint().getPort())
                    .setProtocol("HTTP"));
        } catch (Exception unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    @Override
    public Thing broken() throws InterruptedException {
        var function = "serve-" + ++things;
        time.ago(Duration.ofHours(4));
        cloud.cloudMonitor().rule("errors", "errors", "ALARM", "[]");
        var thing = image ? ofImage(function) : withAlias(function);
        time.ago(Duration.ofMinutes(5));
        cloud.cloudMonitor().log("errors", time.instant(), function, "OK", "P4");
        time.ago(Duration.ZERO);
        return thing;
    }

    private Thing withAlias(String function) throws InterruptedException {
        var state = cloud.functionCompute();
        var target = new FcAliasTarget(functionCompute, function, "prod");
        state.create(function);
        var good = state.publish(function, "good");
        state.alias(function, "prod", good, Map.of(), "");
        Place.stamp(target, time);
        time.ago(Duration.ofMinutes(10));
        state.change(function);
        state.alias(function, "prod", state.publish(function, "bad"), Map.of(), state.description(function, "prod"));
        return new Thing(
                target,
                Optional.of(alarms),
                () -> state.version(function, "prod").equals(good),
                () -> {},
                () -> {
                    sdk.getAlias(function, "prod");
                    sdk.updateAlias(
                            function,
                            "prod",
                            new UpdateAliasRequest()
                                    .setBody(new UpdateAliasInput()
                                            .setVersionId(good)
                                            .setAdditionalVersionWeight(Map.of())));
                });
    }

    private Thing ofImage(String function) throws InterruptedException {
        var state = cloud.functionCompute();
        var good = IMAGE + "0".repeat(64);
        var target = new FcImageTarget(functionCompute, function);
        state.create(function, good);
        Place.stamp(target, time);
        time.ago(Duration.ofMinutes(10));
        state.deployImage(function, IMAGE + "b".repeat(64));
        return new Thing(
                target, Optional.of(alarms), () -> state.image(function).equals(Optional.of(good)), () -> {}, () -> {
                    sdk.getFunction(function, new GetFunctionRequest());
                    sdk.updateFunction(
                            function,
                            new UpdateFunctionRequest()
                                    .setBody(new UpdateFunctionInput()
                                            .setCustomContainerConfig(new CustomContainerConfig().setImage(good))));
                });
    }

    @Override
    public MovedTime time() {
        return time;
    }

    @Override
    public void latency(Duration span) {
        cloud.mishaps().latency(span);
    }

    @Override
    public List<String> calls() {
        return cloud.received().stream()
                .map(each -> each.method() + " " + each.action())
                .toList();
    }

    /** CloudMonitor is asked by POST throughout. */
    @Override
    public boolean writes(String call) {
        return !call.matches("\\S+ (Get|List|Describe).*");
    }

    @Override
    public void watch(Runnable look) {
        cloud.watch(look);
    }

    @Override
    public void close() {
        cloud.close();
    }
}
