package io.belay.runtime.fc;

import static io.belay.adapter.deliveries.DeliveryShape.ALERTMANAGER;
import static io.belay.adapter.deliveries.DeliveryShape.CLOUDMONITOR_BY_EVENTBRIDGE;
import static io.belay.adapter.deliveries.DeliveryShape.CLOUDMONITOR_BY_MNS_QUEUE;
import static io.belay.adapter.deliveries.DeliveryShape.CLOUDMONITOR_BY_MNS_TOPIC;
import static io.belay.adapter.deliveries.DeliveryShape.CLOUDMONITOR_CALLBACK;
import static io.belay.adapter.deliveries.DeliveryShape.FC_DESTINATION;
import static io.belay.adapter.deliveries.DeliveryShape.FC_TIMER;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.aliyun.fc.runtime.Context;
import com.aliyun.fc.runtime.FunctionInitializer;
import com.aliyun.fc.runtime.PreStopHandler;
import com.aliyun.fc.runtime.StreamRequestHandler;
import io.belay.adapter.deliveries.Deliveries;
import io.belay.adapter.deliveries.Self;
import io.belay.assembly.Bundle;
import io.belay.assembly.door.Answer;
import io.belay.assembly.door.BadRequest;
import io.belay.assembly.door.Bell;
import io.belay.assembly.door.Call;
import io.belay.assembly.door.Caller;
import io.belay.assembly.door.Correlations;
import io.belay.assembly.door.Door;
import io.belay.assembly.door.Doorway;
import io.belay.assembly.door.NotOpen;
import io.belay.core.Correlation;
import io.belay.core.Deadline;
import io.belay.runtime.fc.http.Calls;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One of Belay's functions as FC's Java runtime knows handlers. Which one is said when it is made, by whoever deploys:
 * never by an event.
 *
 * <p>An event that cannot be understood is answered, not failed: FC would deliver it three times more, and it would be as
 * wrong then. Safe for use by many threads.
 */
public final class FunctionHandler implements StreamRequestHandler, FunctionInitializer, PreStopHandler {
    private final String function;
    private final Doorway doorway;
    private final TimeLimit limit;
    private final Calls calls;
    private final Optional<Bell> bell;

    /** A handler for {@code function} of {@code doorway}'s door, which is FC's function {@code self}. */
    FunctionHandler(String function, Doorway doorway, TimeLimit limit, Calls calls, Optional<Self> self) {
        this.function = requireNonNull(function, "function");
        this.doorway = requireNonNull(doorway, "doorway");
        this.limit = requireNonNull(limit, "limit");
        this.calls = requireNonNull(calls, "calls");
        this.bell = Bundle.RUNG.contains(function)
                ? Optional.of(new Bell(
                        doorway,
                        function,
                        new Deliveries(
                                Set.of(
                                        CLOUDMONITOR_BY_MNS_TOPIC,
                                        CLOUDMONITOR_BY_MNS_QUEUE,
                                        CLOUDMONITOR_BY_EVENTBRIDGE,
                                        FC_TIMER,
                                        FC_DESTINATION,
                                        // What came over HTTP, and is gone on with here.
                                        CLOUDMONITOR_CALLBACK,
                                        ALERTMANAGER),
                                self)))
                : Optional.empty();
    }

    /**
     * Writes the function's report as JSON, or a refusal.
     *
     * @throws NotOpen where the bundle cannot work as it is set up
     */
    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        var correlation = correlation(context);
        var door = doorway.door(correlation);
        if (!door.names().contains(function)) {
            throw new NotOpen(List.of("BELAY_FUNCTION: there is no such function; there are " + door.names()));
        }
        var answer = answer(door, input, context, correlation);
        output.write(answer.body().getBytes(UTF_8));
    }

    private Answer answer(Door door, InputStream input, Context context, Correlation correlation) throws IOException {
        try {
            var event = input.readNBytes(Bell.LARGEST + 1);
            var deadline = limit.deadline(context.getFunctionParam().getExecTimeLimitInMillis());
            if (bell.isPresent() && bell.get().hears(event)) {
                return bell.get().ring(event, deadline, correlation);
            }
            var read = EventReader.read(function, caller(context), event);
            var call = new Call(function, read.asked(), Optional.empty(), deadline, correlation);
            return read.clock() ? door.toEach(call) : door.answer(call);
        } catch (BadRequest wrong) {
            return door.refusal(wrong, correlation);
        }
    }

    private static Optional<Caller> caller(Context context) {
        return context instanceof FcContext of ? of.caller() : Optional.empty();
    }

    /** Runs the function for what was delivered over HTTP and has been answered; a bug is in the log, and nobody's answer. */
    void ring(byte[] event, Deadline deadline, Correlation correlation) {
        try {
            bell.orElseThrow().ring(event, deadline, correlation);
        } catch (NotOpen _) {
            // Logged where it was found.
        } catch (RuntimeException | StackOverflowError bug) {
            doorway.log().bug("bug", correlation, bug);
        }
    }

    /** Opens the door early, so that the first call does not wait for it. */
    @Override
    public void initialize(Context context) {
        doorway.door(correlation(context));
    }

    /** Lets running calls finish. It closes nothing: whoever could forge this call would gain nothing by it. */
    @Override
    public void preStop(Context context) throws IOException {
        calls.awaitEnd(FcServer.GRACE);
    }

    static Correlation correlation(Context context) {
        var headers = new HashMap<>(context.getTracing().getSpanBaggages());
        headers.put("traceparent", context.getTracing().getSpanContext());
        return Correlations.of(headers, Optional.of(context.getRequestId()));
    }
}
