package io.belay.runtime.fc.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Map;

/** A request, and where its answer goes. Of one thread. */
public final class Exchange {
    private final Head head;
    private final Body body;
    private final ReplyText answers;
    private final Connections others;
    private boolean sent;
    private boolean keeps;

    Exchange(Head head, Body body, ReplyText answers, Connections others) {
        this.head = head;
        this.body = body;
        this.answers = answers;
        this.others = others;
    }

    /** The method, as sent. */
    public String method() {
        return head.line().method();
    }

    /** The path without query, as sent. */
    public String path() {
        return head.line().path();
    }

    /** The query without its question mark, as sent; empty for none. */
    public String query() {
        return head.line().query();
    }

    /** The header fields by lower-case name, the first of each. */
    public Map<String, String> headers() {
        return Collections.unmodifiableMap(head.fields());
    }

    /** The body, empty where there is none; it need not be read. */
    public InputStream body() {
        return body;
    }

    /**
     * Sends the answer, before what is left of the body is read: its sender may be waiting for it.
     *
     * @throws IllegalStateException where one was sent
     * @throws IOException where the other side went away
     */
    public void send(Reply reply) throws IOException {
        if (sent) {
            throw new IllegalStateException("an answer was sent already");
        }
        sent = true;
        keeps = head.keeps() && !reply.closes() && !body.withheld() && !others.ending();
        var connection = head.line().modern() ? "" : "keep-alive";
        answers.write(reply, !method().equals("HEAD"), keeps ? connection : "close");
    }

    boolean sent() {
        return sent;
    }

    /** Whether the connection is used again. */
    boolean keeps() {
        return keeps;
    }

    /** Sends {@code reply} and ends; only ends where an answer was sent. */
    void end(Reply reply) throws IOException {
        if (!sent) {
            sent = true;
            answers.write(reply, !method().equals("HEAD"), "close");
        }
        keeps = false;
    }

    /** Reads what is left of the body. */
    void drain() throws IOException {
        body.drain();
    }
}
