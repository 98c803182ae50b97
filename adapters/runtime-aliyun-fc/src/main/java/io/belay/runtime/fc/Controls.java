package io.belay.runtime.fc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.aliyun.fc.runtime.FunctionInitializer;
import com.aliyun.fc.runtime.PreStopHandler;
import com.aliyun.fc.runtime.StreamRequestHandler;
import io.belay.assembly.door.Answer;
import io.belay.assembly.door.BadRequest;
import io.belay.assembly.door.Doorway;
import io.belay.assembly.door.HttpReply;
import io.belay.assembly.door.NotOpen;
import io.belay.assembly.door.Refusals;
import io.belay.core.Correlation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * FC's own calls, handed to handlers of its Java runtime.
 *
 * @param function runs the function
 * @param initializer runs once, where the deployment asks for it
 * @param preStop runs before the instance ends, where the deployment asks for it
 */
record Controls(
        StreamRequestHandler function, FunctionInitializer initializer, PreStopHandler preStop, Doorway doorway) {
    /** FC takes 404 for a failed invocation, as status and as {@code x-fc-status} (its documentation, event functions). */
    private static final int FAILED = 404;

    HttpReply reply(String path, String method, InputStream body, FcContext context) throws IOException {
        var correlation = FunctionHandler.correlation(context);
        var meant = path.equals("/pre-stop") ? "GET" : "POST";
        if (!method.equals(meant)) {
            var wrong = new BadRequest(405, "method", "only " + meant + " here");
            return HttpReply.of(Refusals.bad(wrong, correlation, doorway.log())).with("allow", meant);
        }
        try {
            return switch (path) {
                case "/invoke" -> invoked(body, context, correlation);
                case "/initialize" -> initialized(context, correlation);
                default -> stopping(context, correlation);
            };
        } catch (NotOpen shut) {
            return HttpReply.of(Refusals.notOpen(shut, correlation), FAILED, true);
        } catch (RuntimeException | StackOverflowError bug) {
            doorway.log().bug("bug", correlation, bug);
            // 500 to the initialiser makes FC start the instance again.
            return HttpReply.of(Refusals.bug(correlation), path.equals("/initialize") ? 500 : FAILED, true);
        }
    }

    private HttpReply invoked(InputStream body, FcContext context, Correlation correlation) throws IOException {
        var said = new ByteArrayOutputStream();
        function.handleRequest(body, said, context);
        return said(said.toString(UTF_8), correlation);
    }

    /**
     * Wrong settings do not fail it: every call would then be answered by FC, with 200 and {@code InitializationError},
     * and nobody would read the faults. It succeeds, and each call says them.
     */
    private HttpReply initialized(FcContext context, Correlation correlation) throws IOException {
        try {
            initializer.initialize(context);
        } catch (NotOpen shut) {
            return HttpReply.of(Refusals.notOpen(shut, correlation), 200, false);
        }
        return said("", correlation);
    }

    private HttpReply stopping(FcContext context, Correlation correlation) throws IOException {
        preStop.preStop(context);
        return said("", correlation);
    }

    private static HttpReply said(String body, Correlation correlation) {
        return HttpReply.of(new Answer(200, "application/json", body, correlation, Optional.empty()));
    }
}
