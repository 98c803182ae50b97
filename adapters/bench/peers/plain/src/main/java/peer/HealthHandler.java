package peer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Lambda's client, and a handler. */
public final class HealthHandler implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream request, OutputStream answer, Context context) throws IOException {
        request.readAllBytes();
        answer.write(Json.of(Discard.report()).getBytes(UTF_8));
    }
}
