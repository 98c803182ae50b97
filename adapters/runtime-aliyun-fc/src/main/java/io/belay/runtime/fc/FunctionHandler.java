package io.belay.runtime.fc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.aliyun.fc.runtime.Context;
import com.aliyun.fc.runtime.FunctionInitializer;
import com.aliyun.fc.runtime.PreStopHandler;
import com.aliyun.fc.runtime.StreamRequestHandler;
import io.belay.assembly.door.Answer;
import io.belay.assembly.door.BadRequest;
import io.belay.assembly.door.Call;
import io.belay.assembly.door.Correlations;
import io.belay.assembly.door.Door;
import io.belay.assembly.door.Doorway;
import io.belay.assembly.door.NotOpen;
import io.belay.core.Correlation;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

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

    /** A handler for {@code function} of {@code doorway}'s door. */
    FunctionHandler(String function, Doorway doorway, TimeLimit limit, Calls calls) {
        this.function = requireNonNull(function, "function");
        this.doorway = requireNonNull(doorway, "doorway");
        this.limit = requireNonNull(limit, "limit");
        this.calls = requireNonNull(calls, "calls");
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
            var asked = EventReader.read(input);
            var deadline = limit.deadline(context.getFunctionParam().getExecTimeLimitInMillis());
            return door.answer(new Call(function, asked, Optional.empty(), deadline, correlation));
        } catch (BadRequest wrong) {
            return door.refusal(wrong, correlation);
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
