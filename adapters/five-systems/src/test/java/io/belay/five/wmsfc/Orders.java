package io.belay.five.wmsfc;

import io.belay.five.loopback.Reply;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What the command service does to its database. */
record Orders(CommandDatabase database) {
    boolean knows(String user, String password) throws SQLException {
        try (var connection = database.connect();
                var asked = connection.prepareStatement(
                        "SELECT id FROM users WHERE username = ? AND password = SHA2(?, 256)")) {
            asked.setString(1, user);
            asked.setString(2, password);
            return asked.executeQuery().next();
        }
    }

    Reply place(JsonNode order, boolean priced) throws SQLException {
        return written(
                "INSERT INTO production_orders SET part_number = ?, quantity = ?, priority = ?, note = ?"
                        + (priced ? ", unit_price = 12" : ""),
                order.path("part_number").asString(""),
                order.path("quantity").asString("0"),
                order.path("priority").asString(""),
                order.path("note").asString(""));
    }

    Reply inspect(JsonNode result) throws SQLException {
        return written(
                "INSERT INTO qc_results SET order_id = ?, result = ?, note = ?",
                result.path("order_id").asString(""),
                result.path("result").asString(""),
                result.path("note").asString(""));
    }

    private Reply written(String sql, String... values) throws SQLException {
        try (var connection = database.connect();
                var write = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            for (int at = 0; at < values.length; at++) {
                write.setString(at + 1, values[at]);
            }
            write.executeUpdate();
            try (var keys = write.getGeneratedKeys()) {
                keys.next();
                return Reply.json(201, Map.of("id", keys.getInt(1)));
            }
        }
    }

    Reply forget(String order) throws SQLException {
        try (var connection = database.connect();
                var delete = connection.prepareStatement("DELETE FROM production_orders WHERE id = ?")) {
            delete.setString(1, order);
            return Reply.status(delete.executeUpdate() == 0 ? 404 : 204);
        }
    }
}
