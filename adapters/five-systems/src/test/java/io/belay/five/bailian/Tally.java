package io.belay.five.bailian;

import io.belay.five.loopback.Reply;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What the backend counts, and shows to Prometheus. */
final class Tally {
    private final Map<Integer, LongAdder> answered = new ConcurrentHashMap<>();
    private final LongAdder loggedIn = new LongAdder();
    private final LongAdder refused = new LongAdder();

    void answered(int status) {
        answered.computeIfAbsent(status, _ -> new LongAdder()).increment();
    }

    void login(boolean known) {
        (known ? loggedIn : refused).increment();
    }

    /** How many calls it has failed so far. */
    long failed() {
        return answered.entrySet().stream()
                .filter(each -> each.getKey() >= 500)
                .mapToLong(each -> each.getValue().sum())
                .sum();
    }

    Reply shown(boolean database, boolean redis) {
        var text = new StringBuilder();
        new TreeMap<>(answered)
                .forEach((status, count) ->
                        text.append("http_requests_total{status=\"%d\"} %d\n".formatted(status, count.sum())));
        text.append("""
                db_connections_active %d
                redis_connected %d
                ai_tokens_total 0
                auth_logins_total{result="success"} %d
                auth_logins_total{result="failure"} %d
                rate_limit_hits_total 0
                health_check_status{service="database"} %d
                """.formatted(database ? 1 : 0, redis ? 1 : 0, loggedIn.sum(), refused.sum(), database ? 1 : 0));
        return new Reply(200, Map.of("Content-Type", "text/plain; version=0.0.4"), text.toString());
    }
}
