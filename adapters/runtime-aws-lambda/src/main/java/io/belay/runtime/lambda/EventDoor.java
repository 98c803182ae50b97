package io.belay.runtime.lambda;

import static io.belay.adapter.deliveries.DeliveryShape.ALERTMANAGER;
import static io.belay.adapter.deliveries.DeliveryShape.AWS_SCHEDULE;
import static io.belay.adapter.deliveries.DeliveryShape.CLOUDMONITOR_CALLBACK;
import static io.belay.adapter.deliveries.DeliveryShape.CLOUDWATCH_ALARM;
import static io.belay.adapter.deliveries.DeliveryShape.CLOUDWATCH_BY_EVENTBRIDGE;
import static io.belay.adapter.deliveries.DeliveryShape.CLOUDWATCH_BY_SNS;
import static io.belay.adapter.deliveries.DeliveryShape.LAMBDA_DESTINATION;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.adapter.deliveries.Deliveries;
import io.belay.adapter.deliveries.Self;
import io.belay.assembly.Bundle;
import io.belay.assembly.SystemTime;
import io.belay.assembly.Systems;
import io.belay.assembly.door.Asked;
import io.belay.assembly.door.BadRequest;
import io.belay.assembly.door.Bell;
import io.belay.assembly.door.Call;
import io.belay.assembly.door.Correlations;
import io.belay.assembly.door.Doorway;
import io.belay.assembly.door.HttpDoor;
import io.belay.assembly.door.Json;
import io.belay.assembly.door.Later;
import io.belay.assembly.door.NotOpen;
import io.belay.assembly.door.Refusals;
import io.belay.assembly.door.Reserve;
import io.belay.assembly.door.Tokens;
import io.belay.core.Correlation;
import io.belay.core.Deadline;
import io.belay.core.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * Answers Lambda's events with one function.
 *
 * <p>An event that cannot be understood is answered with a refusal, not failed: Lambda and EventBridge would deliver it
 * again, and it would be as wrong then. A verdict of FAIL is a successful invocation. Only a bug and wrong settings fail
 * one; over HTTP they are a status.
 *
 * <p>It is told of a snapshot before it is taken, and after each start from it (SnapStart). What it holds then is the same in every
 * instance and never grows old: no connection, no credential, no random state; all those are made by the first call that needs them.
 */
final class EventDoor implements Resource {
    /** What a synchronous invocation may carry, in bytes (Lambda documentation, quotas: 6 MB). */
    static final int LARGEST = 6 * 1024 * 1024;

    /** Its own id and not a made one: a snapshot must not hold the state of a random source. */
    private static final Correlation START = new Correlation("lambda-start");

    /** What the platform says where it takes a snapshot (Lambda documentation, environment variables). */
    private static final String SNAPSHOTS = "snap-start";

    /** How long a call before a snapshot may take: it asks nobody. */
    private static final Duration PRIMING = Duration.ofSeconds(5);

    private static final String READY =
            "{\"version\":\"2.0\",\"rawPath\":\"/health/ready\",\"requestContext\":{\"http\":{\"method\":\"GET\"}}}";

    /** A report of what no system file names, for which nothing is asked. */
    private static final String OF_NOBODY = "{\"only\":[\"nobody\"]}";

    private final String function;
    private final Doorway doorway;
    private final HttpDoor pages;
    private final Optional<Bell> bell;
    private final InstantSource time;

    /** The door to {@code function}, opened early where the settings are right; where they are wrong, each call says so. */
    static EventDoor early(String function, Map<String, String> environment, PrintStream log) {
        var time = new SystemTime();
        var systems = Doorway.to(new Systems(environment, time, Progress.NONE), log, time);
        var faults = new ArrayList<String>();
        var later = later(environment, faults);
        var doorway = systems.checked(faults, function);
        doorway.early(START);
        var door = new EventDoor(function, doorway, time, Tokens.of(environment), later, self(environment));
        // Elsewhere nobody would call it, and looking for who might searches every jar: a fifth of a cold start.
        if (SNAPSHOTS.equals(environment.get("AWS_LAMBDA_INITIALIZATION_TYPE"))) {
            // It is held weakly there; the handler holds it.
            Core.getGlobalContext().register(door);
        }
        return door;
    }

    /**
     * Takes the ways that a first call takes, so that the snapshot has them loaded. Where Belay cannot work as it is set up, or has a
     * bug, the snapshot is taken all the same and each call says so: what is thrown here would fail the deployment without a word.
     */
    @Override
    public void beforeCheckpoint(Context<? extends Resource> others) throws IOException {
        var events = Bundle.VERIFYING.contains(function) ? List.of(READY, OF_NOBODY) : List.of(READY);
        for (var event : events) {
            try {
                var _ = answer(event.getBytes(UTF_8), PRIMING, Optional.empty(), START);
            } catch (NotOpen _) {
                // Logged where it was found.
            } catch (RuntimeException bug) {
                doorway.log().bug("bug", START, bug);
            }
        }
    }

    /** Nothing is to be renewed. What could not be opened before may open now, or its faults are in this instance's log too. */
    @Override
    public void afterRestore(Context<? extends Resource> others) {
        doorway.early(START);
    }

    EventDoor(String function, Doorway doorway, InstantSource time) {
        this(function, doorway, time, Tokens.NONE, Optional.empty(), Optional.empty());
    }

    /** Lambda's function that this is (Lambda documentation, environment variables). */
    private static Optional<Self> self(Map<String, String> environment) {
        var region = Optional.ofNullable(environment.get("AWS_REGION"));
        var name = Optional.ofNullable(environment.get("AWS_LAMBDA_FUNCTION_NAME"));
        return region.flatMap(in -> name.map(each -> new Self(in, each)));
    }

    /** What is wrong with the setting is told with what is wrong with the others. */
    private static Optional<Later> later(Map<String, String> environment, List<String> faults) {
        try {
            return Executions.in(environment);
        } catch (IllegalArgumentException wrong) {
            faults.add(Executions.VARIABLE + ": " + wrong.getMessage());
            return Optional.empty();
        }
    }

    EventDoor(
            String function,
            Doorway doorway,
            InstantSource time,
            Tokens tokens,
            Optional<Later> later,
            Optional<Self> self) {
        this.function = function;
        this.doorway = doorway;
        this.pages = pages(function, doorway).guarded(tokens).with(function, later);
        this.bell = Bundle.RUNG.contains(function)
                ? Optional.of(new Bell(
                        doorway,
                        function,
                        new Deliveries(
                                Set.of(
                                        CLOUDWATCH_ALARM,
                                        CLOUDWATCH_BY_SNS,
                                        CLOUDWATCH_BY_EVENTBRIDGE,
                                        AWS_SCHEDULE,
                                        LAMBDA_DESTINATION),
                                self)))
                : Optional.empty();
        this.time = time;
    }

    private static HttpDoor pages(String function, Doorway doorway) {
        var pages = new HttpDoor(doorway, Set.of(function));
        // Nobody goes on in its stead: Lambda runs a call to its end though its sender has hung up.
        return Bundle.RUNG.contains(function)
                ? pages.with(new Bell(doorway, function, Set.of(ALERTMANAGER, CLOUDMONITOR_CALLBACK)), Optional.empty())
                : pages;
    }

    /**
     * Answers one event.
     *
     * @throws NotOpen where the bundle cannot work as it is set up; Lambda counts and shows it as the invocation's error
     * @throws Broken where Belay itself failed
     */
    void handle(InputStream input, OutputStream output, com.amazonaws.services.lambda.runtime.Context context)
            throws IOException {
        var request = Optional.ofNullable(context.getAwsRequestId());
        var correlation = Correlations.of(Map.of(), request);
        var left = Duration.ofMillis(context.getRemainingTimeInMillis());
        try {
            output.write(answer(input.readNBytes(LARGEST + 1), left, request, correlation)
                    .getBytes(UTF_8));
        } catch (NotOpen shut) {
            throw shut;
        } catch (RuntimeException | StackOverflowError bug) {
            doorway.log().bug("bug", correlation, bug);
            throw new Broken(correlation);
        }
    }

    private String answer(byte[] body, Duration left, Optional<String> request, Correlation correlation)
            throws IOException {
        var deadline = Reserve.before(left, time);
        try {
            var event = body.length == 0 ? new Json.Fields(Map.of()) : Json.read(body, LARGEST);
            if (event instanceof Json.Fields fields && FunctionUrl.is(fields)) {
                return overHttp(fields, request, deadline, correlation);
            }
            if (bell.isPresent() && bell.get().hears(body)) {
                return bell.get().ring(body, deadline, correlation).body();
            }
            return run(Events.read(function, event, body), deadline, correlation);
        } catch (BadRequest wrong) {
            return Refusals.bad(wrong, correlation, doorway.log()).body();
        }
    }

    private String overHttp(Json.Fields event, Optional<String> request, Deadline deadline, Correlation correlation)
            throws IOException {
        try {
            return FunctionUrl.written(pages.reply(FunctionUrl.read(event, request, deadline)));
        } catch (BadRequest wrong) {
            return FunctionUrl.written(Refusals.bad(wrong, correlation, doorway.log()));
        }
    }

    private String run(Asked asked, Deadline deadline, Correlation correlation) {
        return doorway.door(correlation)
                .answer(new Call(function, asked, Optional.empty(), deadline, correlation))
                .body();
    }
}
