package io.belay.runtime.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.belay.assembly.Fleet;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Map;

/**
 * The function {@code systems} on AWS Lambda: {@code io.belay.runtime.lambda.SystemsHandler::handleRequest}. Which function
 * a handler runs is its class and nothing else.
 *
 * <p>All its state is final and safe for use by many threads, as multi-concurrent Lambda asks. After construction no
 * connection, file or thread is open, so that a snapshot of it may be taken.
 */
public final class SystemsHandler implements RequestStreamHandler {
    private final EventDoor door;

    /** Reads the system file that the environment names. Where it is wrong, each call says so. */
    public SystemsHandler() {
        this(System.getenv(), System.out);
    }

    /** The same, with another environment than the process's own and another place for the log's lines. */
    public SystemsHandler(Map<String, String> environment, PrintStream log) {
        door = EventDoor.early(Fleet.SYSTEMS, environment, log);
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        door.handle(input, output, context);
    }
}
