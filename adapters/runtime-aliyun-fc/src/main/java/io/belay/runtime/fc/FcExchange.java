package io.belay.runtime.fc;

import io.belay.assembly.door.BadRequest;
import io.belay.assembly.door.Correlations;
import io.belay.assembly.door.Doorway;
import io.belay.assembly.door.HttpCall;
import io.belay.assembly.door.HttpDoor;
import io.belay.assembly.door.HttpReply;
import io.belay.assembly.door.Refusals;
import io.belay.runtime.fc.http.Calls;
import io.belay.runtime.fc.http.Exchange;
import io.belay.runtime.fc.http.Handler;
import io.belay.runtime.fc.http.Refused;
import io.belay.runtime.fc.http.Reply;
import java.io.IOException;
import java.util.HashMap;
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
        implements Handler {
    private static final Set<String> CONTROLS = Set.of("/invoke", "/initialize", "/pre-stop");

    @Override
    public void handle(Exchange exchange) throws IOException {
        var stopping = exchange.path().equals("/pre-stop");
        if (!stopping) {
            calls.began();
        }
        try {
            exchange.send(sent(reply(exchange, new FcContext(exchange.headers(), doorway.log()))));
        } finally {
            if (!stopping) {
                calls.ended();
            }
        }
    }

    private HttpReply reply(Exchange exchange, FcContext context) throws IOException {
        var path = exchange.path();
        var way = context.headers().getOrDefault("x-fc-control-path", path);
        if (CONTROLS.contains(path) && way.equals(path)) {
            if (context.headers().containsKey("x-fc-control-path")) {
                taken.accept(context.headers());
            }
            return controls.reply(path, exchange.method(), exchange.body(), context);
        }
        return page(exchange, context);
    }

    private HttpReply page(Exchange exchange, FcContext context) throws IOException {
        return pages.reply(new HttpCall(
                exchange.method(),
                exchange.path(),
                exchange.query(),
                context.headers(),
                exchange.body(),
                context.request(),
                // Whoever may call has been let in by FC's own authentication, which does not say who it is.
                Optional.empty(),
                limit.deadline(context.getFunctionParam().getExecTimeLimitInMillis())));
    }

    @Override
    public Reply refusal(Refused why) {
        var wrong = new BadRequest(why.status(), why.place(), String.valueOf(why.getMessage()));
        return sent(HttpReply.of(Refusals.bad(wrong, Correlations.made(), doorway.log())));
    }

    @Override
    public Reply bug(Throwable thrown) {
        var correlation = Correlations.made();
        doorway.log().bug("bug", correlation, thrown);
        return sent(HttpReply.failed(Refusals.bug(correlation)));
    }

    /**
     * {@code reply} as FC is told it: every call counts as a success unless {@code x-fc-status} says otherwise, and a verdict of
     * FAIL is a success.
     */
    private static Reply sent(HttpReply reply) {
        var headers = new HashMap<>(reply.headers());
        headers.put("x-fc-status", reply.failed() ? "404" : "200");
        return new Reply(reply.status(), headers, reply.body());
    }
}
