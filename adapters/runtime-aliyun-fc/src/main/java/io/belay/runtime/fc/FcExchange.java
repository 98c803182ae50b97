package io.belay.runtime.fc;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.belay.assembly.door.BadRequest;
import io.belay.assembly.door.Doorway;
import io.belay.assembly.door.HttpCall;
import io.belay.assembly.door.HttpDoor;
import io.belay.assembly.door.HttpReply;
import io.belay.assembly.door.Refusals;
import io.belay.core.Correlation;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One exchange with FC.
 *
 * <p>{@code /invoke}, {@code /initialize} and {@code /pre-stop} are FC's own. Where FC says that a call came by another
 * way, an HTTP trigger, they are not there: {@code x-fc-control-path} only ever takes away, since a caller may be able
 * to forge it. Every other path is for HTTP triggers, which pass calls through unchanged.
 *
 * @param taken is shown the headers of FC's own calls, which bear the role's newest credentials. Those of other calls are not
 *     taken: that a caller cannot put them there is nowhere promised, and whose credentials they are decides who is asked.
 */
record FcExchange(
        Controls controls,
        HttpDoor pages,
        Doorway doorway,
        TimeLimit limit,
        Calls calls,
        Consumer<Map<String, String>> taken)
        implements HttpHandler {
    private static final Set<String> CONTROLS = Set.of("/invoke", "/initialize", "/pre-stop");

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        var stopping = exchange.getRequestURI().getRawPath().equals("/pre-stop");
        if (!stopping) {
            calls.began();
        }
        try (exchange) {
            var headers = Wire.headers(exchange);
            var context = new FcContext(headers, doorway.log());
            Wire.send(exchange, reply(exchange, context));
        } finally {
            if (!stopping) {
                calls.ended();
            }
        }
    }

    private HttpReply reply(HttpExchange exchange, FcContext context) throws IOException {
        if (Wire.tooLong(context.headers())) {
            return tooLong(context);
        }
        var path = exchange.getRequestURI().getRawPath();
        var way = context.headers().getOrDefault("x-fc-control-path", path);
        if (CONTROLS.contains(path) && way.equals(path)) {
            if (context.headers().containsKey("x-fc-control-path")) {
                taken.accept(context.headers());
            }
            return controls.reply(path, exchange.getRequestMethod(), exchange.getRequestBody(), context);
        }
        return page(exchange, path, context);
    }

    private HttpReply page(HttpExchange exchange, String path, FcContext context) throws IOException {
        var query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        return pages.reply(new HttpCall(
                exchange.getRequestMethod(),
                path,
                query,
                context.headers(),
                exchange.getRequestBody(),
                context.request(),
                // Whoever may call has been let in by FC's own authentication, which does not say who it is.
                Optional.empty(),
                limit.deadline(context.getFunctionParam().getExecTimeLimitInMillis())));
    }

    /** Refused before a byte of it is read; what would follow on this connection could not be told apart. */
    private HttpReply tooLong(FcContext context) {
        Correlation correlation = FunctionHandler.correlation(context);
        var wrong = new BadRequest(413, "content-length", "at most " + FcServer.LARGEST + " bytes are taken");
        return HttpReply.of(Refusals.bad(wrong, correlation, doorway.log())).with("connection", "close");
    }
}
