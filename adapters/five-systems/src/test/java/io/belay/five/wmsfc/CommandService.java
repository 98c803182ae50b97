package io.belay.five.wmsfc;

import io.belay.five.loopback.Call;
import io.belay.five.loopback.Desk;
import io.belay.five.loopback.Reply;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;

/** The command service: it takes orders, and shows none. Which release of it answers is asked at each call. */
final class CommandService implements Desk {
    static final String ORIGIN = "https://wms.example.com";

    private static final String PATH = "/api/command";
    private static final Duration SLOW = Duration.ofMillis(1_300);

    private final Orders orders;
    private final Supplier<Release> release;
    private final Set<String> tokens = ConcurrentHashMap.newKeySet();
    private final AtomicInteger calls = new AtomicInteger();

    CommandService(CommandDatabase database, Supplier<Release> release) {
        this.orders = new Orders(database);
        this.release = release;
    }

    @Override
    public Reply answer(Call call) throws SQLException {
        var running = release.get();
        if (running == Release.SLOW && call.uri().getPath().endsWith("/health") && calls.incrementAndGet() % 2 == 0) {
            pause();
        }
        return routed(call, running).with("Access-Control-Allow-Origin", ORIGIN);
    }

    private static void pause() {
        try {
            Thread.sleep(SLOW);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Reply routed(Call call, Release running) throws SQLException {
        var path = call.uri().getPath().substring(PATH.length());
        if (path.startsWith("/production/orders/") && call.method().equals("DELETE")) {
            return guarded(call, () -> orders.forget(call.part(4)));
        }
        return switch (call.method() + " " + path) {
            case "GET /health" -> Reply.json(200, Map.of("status", "healthy"));
            case "POST /auth/login" -> login(call);
            case "OPTIONS /production/orders" -> Reply.status(204);
            case "GET /production/orders" -> Reply.json(405, Map.of("error", "commands alone: ask the query side"));
            case "POST /production/orders" -> guarded(call, () -> orders.place(call.json(), running == Release.PRICES));
            case "POST /qc/results" -> guarded(call, () -> orders.inspect(call.json()));
            default -> Reply.json(404, Map.of("error", "nothing here"));
        };
    }

    /** What only those who have logged in may do. */
    private interface Guarded {
        Reply answer() throws SQLException;
    }

    private Reply guarded(Call call, Guarded work) throws SQLException {
        return tokens.contains(call.token()) ? work.answer() : Reply.status(401);
    }

    private Reply login(Call call) throws SQLException {
        try {
            var who = call.json();
            if (!orders.knows(
                    who.path("username").asString(""), who.path("password").asString(""))) {
                return Reply.json(401, Map.of("error", "nobody of that name and password"));
            }
        } catch (JacksonException malformed) {
            return Reply.json(400, Map.of("error", "that is no JSON"));
        }
        var token = UUID.randomUUID().toString();
        tokens.add(token);
        return Reply.json(200, Map.of("token", token));
    }
}
