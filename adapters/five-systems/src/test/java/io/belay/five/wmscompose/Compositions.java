package io.belay.five.wmscompose;

import io.belay.five.loopback.Reply;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What the backend does to its database. */
record Compositions(Warehouse warehouse) {
    /** Whether that is a user's password; who asks is in the audit log. */
    boolean knows(String user, String password) throws SQLException {
        try (var connection = warehouse.connect();
                var audit = connection.prepareStatement("INSERT INTO audit_log DEFAULT VALUES");
                var asked = connection.prepareStatement(
                        "SELECT FROM users WHERE username = ? AND password = sha256(?::bytea)")) {
            audit.executeUpdate();
            asked.setString(1, user);
            asked.setString(2, password);
            return asked.executeQuery().next();
        }
    }

    List<Map<String, Object>> definitions() throws SQLException {
        try (var connection = warehouse.connect();
                var statement = connection.createStatement();
                var found = statement.executeQuery(
                        "SELECT id, name FROM composition_definitions WHERE is_active ORDER BY id")) {
            var all = new ArrayList<Map<String, Object>>();
            while (found.next()) {
                all.add(Map.of("id", found.getInt(1), "name", found.getString(2)));
            }
            return all;
        }
    }

    Reply compose(JsonNode wanted, boolean ranked) throws SQLException {
        try (var connection = warehouse.connect();
                var insert =
                        connection.prepareStatement("INSERT INTO composition_instances (definition_id, instance_data"
                                + (ranked ? ", rank) VALUES (?, ?::jsonb, 1)" : ") VALUES (?, ?::jsonb)")
                                + " RETURNING id")) {
            insert.setInt(1, wanted.path("definition_id").asInt(0));
            insert.setString(2, wanted.path("instance_data").toString());
            try (var made = insert.executeQuery()) {
                made.next();
                return Reply.json(201, Map.of("id", made.getInt(1)));
            }
        }
    }

    Reply forget(String instance) throws SQLException {
        try (var connection = warehouse.connect();
                var delete = connection.prepareStatement("DELETE FROM composition_instances WHERE id = ?")) {
            delete.setInt(1, Integer.parseInt(instance));
            return Reply.status(delete.executeUpdate() == 0 ? 404 : 204);
        }
    }
}
