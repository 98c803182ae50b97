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
import java.util.Optional;
import java.util.Set;

/**
 * One exchange with FC.
 *
 * <p>{@code /invoke}, {@code /initialize} and {@code /pre-stop} are FC's own. Where FC stands before this server, a call is FC's own
 * where its {@code x-fc-control-path} says so: FC sends it with each call ({@code /http-invoke} with an HTTP trigger's), and does not
 * pass on what a caller sends under {@code x-fc-} (Function Compute documentation, code development for Custom Container runtimes,
 * limitations). Where nobody stands before it, no header says who called: there {@code /invoke} takes a token as any other path does,
 * where tokens are asked for, and the other two are not there then. Every other path is for HTTP triggers, which pass calls through
 * unchanged.
 */
record FcExchange(
        Controls controls, HttpDoor pages, Doorway doorway, TimeLimit limit, Calls calls, Deployment deployment)
        implements Handler {
    private static final String INVOKE = "/invoke";
    private static final Set<String> CONTROLS = Set.of(INVOKE, "/initialize", "/pre-stop");
    private static final String WAY = "x-fc-control-path";

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
        var way = context.headers().getOrDefault(WAY, deployment.behindFc() ? "" : path);
        if (!CONTROLS.contains(path) || !way.equals(path)) {
            return pages.reply(call(exchange, context));
        }
        if (deployment.behindFc()) {
            // The role's newest credentials; of no other call, since whose they are decides who is asked.
            deployment.credentials().accept(context.headers());
            return controls.reply(path, exchange.method(), exchange.body(), context);
        }
        if (path.equals(INVOKE)) {
            return pages.reply(
                    call(exchange, context),
                    deployment.function(),
                    call -> controls.reply(path, call.method(), call.body(), context.by(call.caller())));
        }
        return deployment.tokens().none()
                ? controls.reply(path, exchange.method(), exchange.body(), context)
                : pages.reply(call(exchange, context));
    }

    private HttpCall call(Exchange exchange, FcContext context) {
        return new HttpCall(
                exchange.method(),
                exchange.path(),
                exchange.query(),
                context.headers(),
                exchange.body(),
                context.request(),
                // Whoever may call has been let in by FC's own authentication, which does not say who it is.
                Optional.empty(),
                limit.most(context.getFunctionParam().getExecTimeLimitInMillis()));
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
