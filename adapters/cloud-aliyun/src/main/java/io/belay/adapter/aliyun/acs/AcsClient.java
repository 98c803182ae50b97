package io.belay.adapter.aliyun.acs;

import static java.util.Objects.requireNonNull;

import io.belay.adapter.aliyun.http.Exchange;
import io.belay.adapter.aliyun.http.Json;
import io.belay.adapter.aliyun.http.Pending;
import io.belay.adapter.aliyun.http.Sent;
import io.belay.core.Deadline;
import io.belay.core.PortException;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

/** Asks one API. Each question is signed anew, sent once, and never repeated. */
public final class AcsClient {
    private final Api api;
    private final CredentialSource credentials;
    private final Exchange exchange;
    private final Supplier<String> nonces;

    /** Asks {@code api}, and nothing before the first question. */
    public AcsClient(Api api, CredentialSource credentials, Exchange exchange) {
        this(api, credentials, exchange, () -> UUID.randomUUID().toString().replace("-", ""));
    }

    AcsClient(Api api, CredentialSource credentials, Exchange exchange, Supplier<String> nonces) {
        this.api = requireNonNull(api, "api");
        this.credentials = requireNonNull(credentials, "credentials");
        this.exchange = requireNonNull(exchange, "exchange");
        this.nonces = requireNonNull(nonces, "nonces");
    }

    /** Whom it asks. */
    public Api api() {
        return api;
    }

    /**
     * Begins to ask; faults come with the answer.
     *
     * @throws PortException DENIED where there are no credentials, TIMED_OUT where no time is left
     */
    public Pending<Json> begin(Ask ask, Deadline deadline) {
        var current = credentials.current();
        var asked = api.name() + " " + ask.action();
        return exchange.begin(signed(ask, current, deadline.time().instant()), deadline)
                .map(answer -> {
                    Faults.in(answer, asked, current.redactor()).ifPresent(fault -> {
                        throw new PortException(fault);
                    });
                    return answer.json().orElse(Json.EMPTY);
                });
    }

    /**
     * Asks, and waits for the answer.
     *
     * @throws PortException where there is none, or it says no
     */
    public Json ask(Ask ask, Deadline deadline) throws InterruptedException {
        try (var pending = begin(ask, deadline)) {
            return pending.await();
        }
    }

    Sent signed(Ask ask, Credentials current, Instant now) {
        var query = Percent.query(ask.query());
        var hash = Signature.sha256(ask.body());
        var headers = headers(ask, current, now, hash);
        var authorization = Signature.authorization(current, ask.method(), ask.path(), query, headers, hash);
        var all = new TreeMap<>(ask.headers());
        all.putAll(headers);
        // The JDK writes it itself, the same.
        all.remove("host");
        all.put("Authorization", authorization);
        var address = api.endpoint().getScheme() + "://" + api.host() + ask.path();
        return new Sent(ask.method(), URI.create(query.isEmpty() ? address : address + "?" + query), all, ask.body());
    }

    private SortedMap<String, String> headers(Ask ask, Credentials current, Instant now, String hash) {
        var headers = new TreeMap<String, String>();
        headers.put("host", api.host());
        headers.put("x-acs-action", ask.action());
        headers.put("x-acs-version", api.version());
        headers.put("x-acs-date", now.truncatedTo(ChronoUnit.SECONDS).toString());
        headers.put("x-acs-signature-nonce", nonces.get());
        headers.put("x-acs-content-sha256", hash);
        current.token().ifPresent(token -> headers.put("x-acs-security-token", token));
        ask.contentType().ifPresent(type -> headers.put("content-type", type));
        return headers;
    }
}
