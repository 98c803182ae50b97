package io.belay.adapter.net.prometheus;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import io.belay.adapter.net.http.Loopback;
import java.io.IOException;
import java.net.URLDecoder;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Alertmanager and Prometheus on loopback, as far as one rule {@code errors} goes: alerts as {@code openapi.yaml} of Alertmanager's
 * API v2 has them, rules and ranges as Prometheus' "HTTP API" does.
 */
final class Alerting implements AutoCloseable {
    private record Span(Instant from, Instant to) {
        boolean holds(Instant at) {
            return !at.isBefore(from) && at.isBefore(to);
        }
    }

    final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<Span> fired = new ArrayList<>();
    private final InstantSource clock;
    private final Loopback server = Loopback.plain();
    private String health = "ok";
    private String state = "active";
    private String mutes = "\"silencedBy\":[],\"inhibitedBy\":[]";

    Alerting(InstantSource clock) {
        this.clock = clock;
        server.on("/am/api/v2/alerts", this::alerts)
                .on("/prom/api/v1/rules", this::rules)
                .on("/prom/api/v1/query_range", this::range);
    }

    String alertmanager() {
        return server.url("/am");
    }

    String prometheus() {
        return server.url("/prom/");
    }

    synchronized void fire() {
        fired.add(new Span(clock.instant(), Instant.MAX));
    }

    synchronized void end() {
        fired.set(fired.size() - 1, new Span(fired.getLast().from(), clock.instant()));
    }

    synchronized void mute(String how) {
        state = "suppressed";
        mutes = "\"silencedBy\":[%s],\"inhibitedBy\":[%s]"
                .formatted(how.equals("silenced") ? "\"s-1\"" : "", how.equals("inhibited") ? "\"0fab\"" : "");
    }

    synchronized void unprocessed() {
        state = "unprocessed";
    }

    synchronized void fails(String error) {
        health = "err\",\"lastError\":\"" + error;
    }

    private synchronized void alerts(HttpExchange exchange) throws IOException {
        var query = query(exchange);
        var now = clock.instant();
        var known = query.contains("filter=alertname=\"errors\"");
        var alerts = fired.stream()
                .filter(span -> known && span.holds(now))
                .map(span -> """
                        {"annotations":{"summary":"3 of 100 orders fail"},"endsAt":"2026-11-22T08:00:00.000Z","fingerprint":"4a",
                        "receivers":[{"name":"belay"}],"startsAt":"%s","status":{%s,"state":"%s"},
                        "updatedAt":"2026-11-21T08:00:00.000Z","generatorURL":"http://prometheus",
                        "labels":{"alertname":"errors","service":"orders"}}""".formatted(span.from(), mutes, state))
                .collect(Collectors.joining(",", "[", "]"));
        answer(exchange, alerts);
    }

    private synchronized void rules(HttpExchange exchange) throws IOException {
        query(exchange);
        answer(exchange, """
                {"status":"success","data":{"groups":[{"name":"g","rules":[
                {"name":"others","type":"alerting","health":"err","lastError":"x"},
                {"name":"errors","type":"alerting","health":"%s"}]}]}}""".formatted(health));
    }

    private synchronized void range(HttpExchange exchange) throws IOException {
        var query = query(exchange);
        var step = number(query, "step");
        var points = new ArrayList<String>();
        for (long at = number(query, "start"); at <= number(query, "end"); at += step) {
            var moment = Instant.ofEpochSecond(at);
            if (fired.stream()
                    .anyMatch(span -> span.holds(moment)
                            || (span.from().isBefore(moment) && span.to().isAfter(moment.minusSeconds(step))))) {
                points.add("[" + at + ",\"1\"]");
            }
        }
        var result = points.isEmpty() ? "" : "{\"metric\":{},\"values\":" + points + "}";
        answer(exchange, "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[" + result + "]}}");
    }

    private static long number(String query, String name) {
        var found = Pattern.compile("[?&]" + name + "=(\\d+)").matcher("?" + query);
        if (!found.find()) {
            throw new IllegalArgumentException("no " + name + " in " + query);
        }
        return Long.parseLong(found.group(1));
    }

    private String query(HttpExchange exchange) {
        var query = URLDecoder.decode(exchange.getRequestURI().getRawQuery(), UTF_8);
        asked.add(query);
        return query;
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        Loopback.answer(exchange, 200, Map.of("Content-Type", "application/json"), json.getBytes(UTF_8));
    }

    @Override
    public void close() {
        server.close();
    }
}
