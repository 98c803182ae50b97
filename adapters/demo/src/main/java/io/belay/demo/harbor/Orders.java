package io.belay.demo.harbor;

import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The orders, in PostgreSQL. */
final class Orders {

    /** SQLSTATE of PostgreSQL: a unique key is there already. */
    private static final String UNIQUE_VIOLATION = "23505";

    private final DataSource database;

    Orders(DataSource database) {
        this.database = database;
    }

    /** Stores an order and gives its id; empty where {@code ref} is taken. */
    Optional<String> place(String ref, String destination, String user) throws SQLException {
        var id = UUID.randomUUID();
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "INSERT INTO orders (id, ref, destination, placed_by) VALUES (?, ?, ?, ?)")) {
            insert.setObject(1, id);
            insert.setString(2, ref);
            insert.setString(3, destination);
            insert.setString(4, user);
            insert.executeUpdate();
            return Optional.of(id.toString());
        } catch (SQLException cause) {
            if (UNIQUE_VIOLATION.equals(cause.getSQLState())) {
                return Optional.empty();
            }
            throw cause;
        }
    }

    /** What shipping to {@code destination} costs; zero where nobody has said. */
    long price(String destination) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("SELECT price FROM tariffs WHERE destination = ?")) {
            select.setString(1, destination);
            try (var rows = select.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }
    }

    Optional<Order> find(UUID id) throws SQLException {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement("SELECT ref, destination, placed_at FROM orders WHERE id = ?")) {
            select.setObject(1, id);
            try (var rows = select.executeQuery()) {
                if (!rows.next()) {
                    return Optional.empty();
                }
                var placed = rows.getObject(3, OffsetDateTime.class).toInstant();
                return Optional.of(new Order(id.toString(), rows.getString(1), rows.getString(2), placed.toString()));
            }
        }
    }

    /** Deletes an order; false where there was none. */
    boolean delete(UUID id) throws SQLException {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement("DELETE FROM orders WHERE id = ?")) {
            delete.setObject(1, id);
            return delete.executeUpdate() > 0;
        }
    }

    long count() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM orders")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
