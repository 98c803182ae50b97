package io.belay.adapter.net.websocket;

import io.belay.adapter.net.http.Reasons;
import io.belay.adapter.net.json.Json;
import io.belay.adapter.net.json.NotJson;
import io.belay.core.fact.Fact;
import io.belay.core.fact.FactName;
import io.belay.core.fact.Value;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a handshake and what followed came to.
 *
 * @param open whether it opened
 * @param status of the handshake
 * @param protocol the subprotocol chosen; empty for none
 * @param message the first text message
 * @param reply how long it took
 * @param note what is worth knowing beside
 */
record Talk(
        boolean open,
        int status,
        String protocol,
        Optional<String> message,
        Optional<Duration> reply,
        Optional<String> note) {
    private static final int SWITCHING = 101;

    static Talk refused(WebSocketHandshakeException refused) {
        var status = refused.getResponse().statusCode();
        // A 101 that is refused is a handshake wrongly done: a key not signed, a protocol nobody offered.
        var note = status == SWITCHING
                ? Optional.of("the handshake is wrong: " + Reasons.cut(String.valueOf(refused.getCause())))
                : Optional.<String>empty();
        return new Talk(false, status, "", Optional.empty(), Optional.empty(), note);
    }

    static Talk opened(String protocol) {
        return new Talk(true, SWITCHING, protocol, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Talk heard(String protocol, FirstMessage.Heard heard, Duration reply) {
        if (heard.hungUp()) {
            var note = Optional.of("it hung up without a message: " + Reasons.cut(heard.said()));
            return new Talk(true, SWITCHING, protocol, Optional.empty(), Optional.empty(), note);
        }
        var note = heard.cut() ? Optional.of("the message is cut") : Optional.<String>empty();
        return new Talk(true, SWITCHING, protocol, Optional.of(heard.said()), Optional.of(reply), note);
    }

    List<Fact> facts(Set<FactName> asked) {
        var notes = new ArrayList<>(note.stream().toList());
        var json = asked.stream().anyMatch(name -> name.fact().equals("json"))
                ? message.flatMap(text -> json(text, notes))
                : Optional.<Json>empty();
        var facts = new ArrayList<Fact>();
        for (var name : asked) {
            value(name, json).ifPresent(value -> facts.add(new Fact(name, value)));
        }
        if (!notes.isEmpty()) {
            facts.add(Fact.of("note", Value.of(String.join("; ", notes))));
        }
        return facts;
    }

    private Optional<Value> value(FactName name, Optional<Json> json) {
        return switch (name.fact()) {
            case "open" -> Optional.of(Value.of(open));
            case "status" -> Optional.of(Value.of(status));
            case "protocol" -> Optional.of(protocol.isEmpty() ? Value.absent() : Value.of(protocol));
            case "message" -> Optional.of(message.map(Value::of).orElseGet(Value::absent));
            case "reply" -> Optional.of(reply.map(Value::of).orElseGet(Value::absent));
            case "json" ->
                Optional.of(json.map(tree -> tree.at(name.argument())).orElseGet(Value::absent));
            default -> Optional.empty();
        };
    }

    private static Optional<Json> json(String text, List<String> notes) {
        try {
            return Optional.of(Json.of(text));
        } catch (NotJson exception) {
            notes.add("the message is " + exception.getMessage());
            return Optional.empty();
        }
    }
}
