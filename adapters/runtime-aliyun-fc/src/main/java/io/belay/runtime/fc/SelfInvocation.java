package io.belay.runtime.fc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.belay.adapter.aliyun.acs.AcsClient;
import io.belay.adapter.aliyun.acs.CredentialSource;
import io.belay.adapter.aliyun.acs.Endpoints;
import io.belay.adapter.aliyun.fc.FunctionCompute;
import io.belay.adapter.aliyun.http.Exchange;
import io.belay.assembly.door.HttpCall;
import io.belay.assembly.door.Onward;
import io.belay.core.Correlation;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Goes on in another invocation of the same function, which FC makes once it has taken the event: an instance is frozen as soon as
 * it has answered (Function Compute documentation, custom runtime). FC delivers it again where it fails. The role needs
 * {@code fc:InvokeFunction} on the function.
 *
 * @param function its name
 */
record SelfInvocation(FunctionCompute api, String function) implements Onward {
    /** Half of what CloudMonitor's callback waits: 5 s. */
    private static final Exchange QUICK = new Exchange(Duration.ofSeconds(1), Duration.ofMillis(2_500));

    private static final Pattern QUALIFIER = Pattern.compile("[A-Za-z0-9_-]{1,128}");

    SelfInvocation {
        requireNonNull(api, "api");
        requireNonNull(function, "function");
    }

    /** Of the function that the environment is of; empty where it is not FC's. */
    static Optional<Onward> in(Map<String, String> environment, CredentialSource credentials) {
        return self(environment, credentials).map(Onward.class::cast);
    }

    static Optional<SelfInvocation> self(Map<String, String> environment, CredentialSource credentials) {
        var function = environment.getOrDefault("FC_FUNCTION_NAME", "");
        var region = environment.getOrDefault("FC_REGION", "");
        if (function.isEmpty() || region.isEmpty()) {
            return Optional.empty();
        }
        var endpoints = new Endpoints(region, environment);
        var client = new AcsClient(endpoints.functionCompute(), credentials, QUICK);
        return Optional.of(new SelfInvocation(new FunctionCompute(client, region), function));
    }

    /** By the same alias or version as it was called by, so that a release of Belay is taken back as a whole. */
    @Override
    public void go(HttpCall call, byte[] body, Correlation correlation) throws InterruptedException {
        api.invokeLater(function, qualifier(call), new String(body, UTF_8), call.deadline());
    }

    /** The alias or version that the call came by. */
    static Optional<String> qualifier(HttpCall call) {
        return Optional.ofNullable(call.headers().get("x-fc-qualifier"))
                .filter(each -> QUALIFIER.matcher(each).matches());
    }
}
