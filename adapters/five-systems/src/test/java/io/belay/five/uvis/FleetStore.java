package io.belay.five.uvis;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Users and dispatches, in PostgreSQL. */
record FleetStore(String url, String user, String password) {
    /** As RDS would have it of a password: never itself. */
    private static final String HASH = "encode(sha256(convert_to(? || ?, 'UTF8')), 'hex')";

    private static final String UNIQUE = "23505";

    Connection open() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    boolean answers() {
        try (var connection = open()) {
            return connection.isValid(1);
        } catch (SQLException _) {
            return false;
        }
    }

    /** Runs what is no question; how many rows it was of. */
    int run(String sql, Object... values) throws SQLException {
        try (var connection = open();
                var statement = connection.prepareStatement(sql)) {
            for (var at = 0; at < values.length; at++) {
                statement.setObject(at + 1, values[at]);
            }
            return statement.executeUpdate();
        }
    }

    /** The number that a statement gives; empty where it gives none. */
    private Optional<Long> number(String sql, Object... values) throws SQLException {
        try (var connection = open();
                var statement = connection.prepareStatement(sql)) {
            for (var at = 0; at < values.length; at++) {
                statement.setObject(at + 1, values[at]);
            }
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getLong(1)) : Optional.empty();
            }
        }
    }

    /** Empty where there is one of that address. */
    Optional<Long> register(String email, String secret, String name) throws SQLException {
        try {
            return number(
                    "INSERT INTO users (email, password, name) VALUES (?, " + HASH + ", ?) RETURNING id",
                    email,
                    email,
                    secret,
                    name);
        } catch (SQLException taken) {
            if (UNIQUE.equals(taken.getSQLState())) {
                return Optional.empty();
            }
            throw taken;
        }
    }

    Optional<Long> user(String email, String secret) throws SQLException {
        return number("SELECT id FROM users WHERE email = ? AND password = " + HASH, email, email, secret);
    }

    /** Release 2 says how urgent it is, in a column that its migration makes. */
    long dispatch(long vehicle, long driver, long route, boolean urgent) throws SQLException {
        return number(
                        urgent
                                ? "INSERT INTO dispatches (vehicle_id, driver_id, route_id, priority) VALUES (?, ?, ?, 1) RETURNING id"
                                : "INSERT INTO dispatches (vehicle_id, driver_id, route_id) VALUES (?, ?, ?) RETURNING id",
                        vehicle,
                        driver,
                        route)
                .orElseThrow();
    }

    List<Map<String, Object>> dispatches() throws SQLException {
        try (var connection = open();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT id, vehicle_id, driver_id FROM dispatches ORDER BY id DESC LIMIT 50")) {
            var all = new ArrayList<Map<String, Object>>();
            while (rows.next()) {
                all.add(Map.of("id", rows.getLong(1), "vehicle_id", rows.getLong(2), "driver_id", rows.getLong(3)));
            }
            return all;
        }
    }
}
