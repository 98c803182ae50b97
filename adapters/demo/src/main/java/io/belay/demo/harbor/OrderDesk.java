package io.belay.demo.harbor;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Takes orders and tells of them. Commands and queries are kept apart: orders are placed at {@code /orders}, which answers
 * no question, and looked up one by one at {@code /orders/{id}}.
 */
final class OrderDesk {

    private static final int LONGEST = 200;

    /** The release that prices an order before it takes it, by a table that no migration of it makes. */
    private static final String PRICING = "2";

    private record Placing(String ref, String destination) {

        boolean isComplete() {
            return fits(ref) && fits(destination);
        }

        private static boolean fits(String text) {
            return !text.isBlank() && text.length() <= LONGEST && text.indexOf('\0') < 0;
        }
    }

    /** Answers a call of a known user about one order. */
    @FunctionalInterface
    private interface Known {
        Reply answer(UUID id) throws SQLException;
    }

    private final Orders orders;
    private final OrderCache cache;
    private final LoginDesk logins;
    private final Supplier<String> serving;

    OrderDesk(Orders orders, OrderCache cache, LoginDesk logins, Supplier<String> serving) {
        this.orders = orders;
        this.cache = cache;
        this.logins = logins;
        this.serving = serving;
    }

    List<Route> routes() {
        return List.of(
                Route.of("POST", "/orders", this::place),
                Route.of("GET", "/orders/{id}", call -> about(call, this::show)),
                Route.of("DELETE", "/orders/{id}", call -> about(call, this::delete)));
    }

    private Reply place(Call call) throws SQLException {
        var user = logins.user(call);
        if (user.isEmpty()) {
            return LoginDesk.unknown();
        }
        var placing = Json.read(call.body(), Placing.class).filter(Placing::isComplete);
        if (placing.isEmpty()) {
            return Reply.refusal(400, "an order is {\"ref\": ..., \"destination\": ...}, each of 1 to 200 characters");
        }
        if (serving.get().equals(PRICING) && orders.price(placing.get().destination()) < 0) {
            return Reply.refusal(409, "nobody ships there");
        }
        var ref = placing.get().ref();
        return orders.place(ref, placing.get().destination(), user.get())
                .map(id -> Reply.json(201, Map.of("id", id, "ref", ref)).with("Location", "/orders/" + id))
                .orElseGet(() -> Reply.refusal(409, "there is an order of this ref already"));
    }

    private Reply about(Call call, Known known) throws SQLException {
        if (logins.user(call).isEmpty()) {
            return LoginDesk.unknown();
        }
        var id = id(call.last());
        return id.isPresent() ? known.answer(id.get()) : absent();
    }

    private Reply show(UUID id) throws SQLException {
        var cached = cache.find(id.toString());
        if (cached.isPresent()) {
            return Reply.json(200, cached.get()).with("X-Cache", "hit");
        }
        var order = orders.find(id);
        order.ifPresent(cache::keep);
        return order.map(found -> Reply.json(200, found).with("X-Cache", "miss"))
                .orElseGet(OrderDesk::absent);
    }

    private Reply delete(UUID id) throws SQLException {
        var deleted = orders.delete(id);
        cache.forget(id.toString());
        return deleted ? Reply.nothing() : absent();
    }

    private static Reply absent() {
        return Reply.refusal(404, "no such order");
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
