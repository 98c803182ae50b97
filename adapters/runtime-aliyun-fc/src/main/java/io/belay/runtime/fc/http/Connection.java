package io.belay.runtime.fc.http;

import java.io.IOException;
import java.net.Socket;
import java.time.InstantSource;

/** One connection: its requests in order, until either side ends it. */
final class Connection implements Runnable {
    private final Socket socket;
    private final Handler handler;
    private final Limits limits;
    private final Connections others;
    private final Input input;
    private final Output output;
    private final ReplyText answers;
    private final boolean surplus;

    /**
     * A connection that was accepted.
     *
     * @param surplus whether there are too many besides it: nothing but that is said to it
     */
    Connection(Socket socket, Handler handler, Limits limits, InstantSource time, Connections others, boolean surplus)
            throws IOException {
        this.socket = socket;
        this.handler = handler;
        this.limits = limits;
        this.others = others;
        this.surplus = surplus;
        input = new Input(socket, limits.sizes().line());
        output = new Output(socket.getOutputStream());
        answers = new ReplyText(output, time);
    }

    @Override
    public void run() {
        try {
            if (surplus) {
                refuse(new Refused(503, "connection", "at most " + limits.connections() + " are open at once"));
            } else {
                serve();
            }
            linger();
        } catch (IOException _) {
            // The other side went away, or this one ends.
        } catch (RuntimeException bug) {
            // In the log, and nobody's answer.
            handler.bug(bug);
        } finally {
            cut();
            others.left(this);
        }
    }

    private void serve() throws IOException {
        var more = true;
        while (more) {
            more = input.comes() && turn();
        }
    }

    /** One request; whether another may follow. */
    private boolean turn() throws IOException {
        Exchange exchange;
        try {
            var head = Head.read(input, limits);
            exchange = new Exchange(head, Framing.body(head, input, output, limits), answers, others);
        } catch (Refused why) {
            refuse(why);
            return false;
        }
        if (!others.begins(this)) {
            return false;
        }
        try {
            answer(exchange);
        } finally {
            others.ended(this);
        }
        if (exchange.keeps()) {
            exchange.drain();
        }
        return exchange.keeps();
    }

    private void answer(Exchange exchange) throws IOException {
        try {
            handler.handle(exchange);
            if (!exchange.sent()) {
                exchange.end(handler.bug(new IllegalStateException("no answer was sent")));
            }
        } catch (Refused why) {
            exchange.end(handler.refusal(why));
        } catch (RuntimeException | StackOverflowError thrown) {
            exchange.end(handler.bug(thrown));
        }
    }

    private void refuse(Refused why) throws IOException {
        answers.write(handler.refusal(why), true, "close");
    }

    /** Where a socket is closed with bytes unread, the other side may be told so before it has read its answer (RFC 9112, 9.6). */
    private void linger() throws IOException {
        socket.shutdownOutput();
        input.within(limits.spans().linger().toNanos(), "linger");
        input.drop();
    }

    /** Whether it has been stuck in writing for longer than is waited for. */
    boolean stuck() {
        return output.stuck(limits.spans().write().toNanos());
    }

    /** Ends it at once, from any thread. */
    void cut() {
        try {
            socket.close();
        } catch (IOException _) {
            // It is gone, however it went.
        }
    }
}
