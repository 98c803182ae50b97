package io.belay.runtime.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.belay.assembly.SystemTime;
import io.belay.assembly.door.Doorway;
import io.belay.assembly.door.Log;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.UnaryOperator;

/** A handler with a bug. Lambda's client makes it by name. */
public final class BreakingHandler implements RequestStreamHandler {
    private final SystemTime time = new SystemTime();
    private final EventDoor door = new EventDoor(
            "health",
            new Doorway(
                    () -> {
                        throw new IllegalStateException("a bug");
                    },
                    new Log(System.out, time, UnaryOperator.identity())),
            time);

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        door.handle(input, output, context);
    }
}
