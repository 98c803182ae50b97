package io.belay.adapter.net.redis;

import io.belay.adapter.net.redis.Resp.Reply;
import io.belay.adapter.net.tcp.Endpoint;
import io.belay.adapter.net.tls.Authorities;
import io.belay.core.Deadline;
import io.belay.core.Redactor;
import io.belay.core.fact.Fact;
import io.belay.core.fact.FactName;
import io.belay.core.fact.Value;
import io.belay.core.probe.Attempt;
import io.belay.core.probe.Observation;
import io.belay.core.probe.Probe;
import io.belay.core.probe.Target;
import io.belay.core.settings.Text;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

record RedisProbe(
        Endpoint endpoint,
        Optional<LogIn> logIn,
        Optional<Long> database,
        Optional<Authorities> tls,
        Duration timeout,
        Set<FactName> asked)
        implements Probe {
    private static final FactName PING = FactName.of("ping");

    record LogIn(Optional<Text> user, Text password) {}

    @Override
    public Target target() {
        return endpoint.target();
    }

    @Override
    public Observation observe(Deadline deadline) throws InterruptedException {
        return Attempt.make(deadline.within(timeout), attempt -> {
            try (var socket = connect(attempt, deadline.time().instant())) {
                var redis = new Resp(socket);
                attempt.waitFor("the log-in");
                logIn(redis);
                attempt.waitFor("the answer");
                return facts(redis);
            }
        });
    }

    private Socket connect(Attempt attempt, Instant now) throws IOException {
        var socket = endpoint.connect();
        if (tls.isEmpty()) {
            return socket;
        }
        attempt.waitFor("the handshake");
        return tls.get().secure(socket, endpoint.host().reveal(), now);
    }

    private void logIn(Resp redis) throws IOException {
        if (logIn.isPresent()) {
            var password = logIn.get().password().reveal();
            must(
                    logIn.get().user().isPresent()
                            ? redis.send("AUTH", logIn.get().user().get().reveal(), password)
                            : redis.send("AUTH", password));
        }
        if (database.isPresent()) {
            must(redis.send("SELECT", String.valueOf(database.get())));
        }
    }

    private List<Fact> facts(Resp redis) throws IOException {
        var ping = asked.contains(PING) ? said(redis.send("PING")) : Value.absent();
        var server =
                asked.stream().allMatch(PING::equals) ? ServerFields.NONE : ServerFields.read(must(redis.send("INFO")));
        return asked.stream()
                .map(fact -> new Fact(fact, fact.equals(PING) ? ping : server.value(fact)))
                .toList();
    }

    /** An error is an answer here, such as LOADING; but who may not ask has none. */
    private Value said(Reply reply) throws IOException {
        return switch (reply) {
            case Reply.Said said -> Value.of(said.text());
            case Reply.Refused refused
            when refused.error().matches("(?s)(NOAUTH|NOPERM|DENIED).*") -> throw refusal(refused);
            case Reply.Refused refused -> Value.of(redacted(refused.error()));
        };
    }

    private String must(Reply reply) throws IOException {
        return switch (reply) {
            case Reply.Said said -> said.text();
            case Reply.Refused refused -> throw refusal(refused);
        };
    }

    private IOException refusal(Reply.Refused refused) {
        return new IOException(redacted(refused.error()));
    }

    /** A server may answer with what it was sent. */
    private String redacted(String words) {
        return logIn.map(LogIn::password)
                .map(password ->
                        Redactor.NONE.with(password.reveal(), "(password)").redact(words))
                .orElse(words);
    }
}
