package io.belay.bench;

import io.belay.adapter.aws.LambdaAliasTarget;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** Aliases of Lambda functions. */
final class LambdaPlace extends Amazon {
    private final LambdaClient sdk = plain(LambdaClient.builder());

    @Override
    public Thing broken() throws InterruptedException {
        var function = fresh("serve");
        var target = new LambdaAliasTarget(clients, function, "live");
        time.ago(Duration.ofHours(4));
        green();
        var good = server.lambda().publish(function);
        server.lambda().point(function, "live", good);
        Place.stamp(target, time);
        time.ago(Duration.ofMinutes(10));
        server.lambda().point(function, "live", server.lambda().publish(function));
        var alarms = red();
        return new Thing(
                target,
                Optional.of(alarms),
                () -> server.lambda().alias(function, "live").version().equals(good),
                () -> {},
                () -> script(function, good));
    }

    private void script(String function, String good) {
        var seen = sdk.getAlias(request -> request.functionName(function).name("live"));
        sdk.updateAlias(request -> request.functionName(function)
                .name("live")
                .functionVersion(good)
                .routingConfig(routing -> routing.additionalVersionWeights(Map.of()))
                .revisionId(seen.revisionId()));
    }
}
