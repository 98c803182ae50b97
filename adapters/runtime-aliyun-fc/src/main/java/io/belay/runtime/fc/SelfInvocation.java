package io.belay.runtime.fc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.belay.adapter.aliyun.acs.AcsClient;
import io.belay.adapter.aliyun.acs.CredentialSource;
import io.belay.adapter.aliyun.acs.Endpoints;
import io.belay.adapter.aliyun.fc.FunctionCompute;
import io.belay.adapter.aliyun.http.Exchange;
import io.belay.adapter.deliveries.Self;
import io.belay.assembly.door.HttpCall;
import io.belay.assembly.door.Onward;
import io.belay.core.Correlation;
import io.belay.core.PortException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Goes on in another invocation of the same function, which FC makes once it has taken the event: an instance is frozen as soon as
 * it has answered (Function Compute documentation, custom runtime). FC delivers it again where it fails. The role needs
 * {@code fc:InvokeFunction} on the function.
 *
 * <p>It is a task where the function's asynchronous configuration has tasks on, called by what was delivered and when: a sender
 * that tries again, since it was not answered in time, is answered and nothing runs once more (asynchronous tasks, "submit a task
 * once": 409). A later delivery of the same is another task: a run that could do nothing yet must not be the last.
 *
 * @param api asks Function Compute, within what a sender waits
 * @param function its name
 */
public record SelfInvocation(FunctionCompute api, String function) implements Onward {
    /** Half of what CloudMonitor's callback waits: 5 s. */
    private static final Exchange QUICK = new Exchange(Duration.ofSeconds(1), Duration.ofMillis(2_500));

    /** How long the same is once delivered, however often. As long as until the next sweep, which is as good. */
    private static final Duration ONCE = Duration.ofMinutes(5);

    private static final Pattern QUALIFIER = Pattern.compile("[A-Za-z0-9_-]{1,128}");

    public SelfInvocation {
        requireNonNull(api, "api");
        requireNonNull(function, "function");
    }

    /** Of the function that the environment is of; empty where it is not FC's. */
    public static Optional<Onward> in(Map<String, String> environment, CredentialSource credentials) {
        return self(environment, credentials).map(Onward.class::cast);
    }

    static Optional<SelfInvocation> self(Map<String, String> environment, CredentialSource credentials) {
        return name(environment).map(self -> {
            var endpoints = new Endpoints(self.region(), environment);
            var client = new AcsClient(endpoints.functionCompute(), credentials, QUICK);
            return new SelfInvocation(new FunctionCompute(client, self.region()), self.function());
        });
    }

    /** The function that the environment is of; empty where it is not FC's. */
    static Optional<Self> name(Map<String, String> environment) {
        var function = environment.getOrDefault("FC_FUNCTION_NAME", "");
        var region = environment.getOrDefault("FC_REGION", "");
        return function.isEmpty() || region.isEmpty() ? Optional.empty() : Optional.of(new Self(region, function));
    }

    /** By the same alias or version as it was called by, so that a release of Belay is taken back as a whole. */
    @Override
    public void go(String identity, HttpCall call, byte[] body, Correlation correlation) throws InterruptedException {
        var now = call.deadline().time().instant();
        var task = identity + "-" + now.getEpochSecond() / ONCE.toSeconds();
        var event = body.length > FunctionCompute.LARGEST_EVENT ? sweep(now) : new String(body, UTF_8);
        try {
            api.beginTask(function, qualifier(call), task, event, call.deadline());
        } catch (PortException refused) {
            switch (refused.fault().kind()) {
                case CONFLICT -> {
                    // It has been taken on.
                }
                // What FC answers where tasks are off is not documented.
                case REJECTED, DENIED, NOT_FOUND -> api.invokeLater(function, qualifier(call), event, call.deadline());
                case UNREACHABLE, TIMED_OUT, THROTTLED -> throw refused;
            }
        }
    }

    /** A timer's event: all alarms are looked at, so that none is lost of what is too long to be handed on. */
    private static String sweep(Instant now) {
        return "{\"triggerTime\":\"" + now + "\",\"triggerName\":\"belay-alarms\",\"payload\":\"sweep\"}";
    }

    /** The alias or version that the call came by. */
    static Optional<String> qualifier(HttpCall call) {
        return Optional.ofNullable(call.headers().get("x-fc-qualifier"))
                .filter(each -> QUALIFIER.matcher(each).matches());
    }
}
