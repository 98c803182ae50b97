package io.belay.demo.harbor;

import java.sql.SQLException;
import javax.sql.DataSource;

/** Who may log in, in PostgreSQL. */
final class Users {

    /** Compared with where there is no such user, so that the time taken tells nobody who exists. */
    private static final String NOBODY = Passwords.hash("nobody");

    private final DataSource database;

    Users(DataSource database) {
        this.database = database;
    }

    boolean mayLogIn(String name, String password) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("SELECT password_hash FROM users WHERE name = ?")) {
            select.setString(1, name);
            try (var rows = select.executeQuery()) {
                var known = rows.next();
                var matches = Passwords.match(password, known ? rows.getString(1) : NOBODY);
                return known && matches;
            }
        }
    }

    /** Adds a user, or gives the user a new password. */
    void put(String name, String password) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("INSERT INTO users (name, password_hash) VALUES (?, ?)"
                        + " ON CONFLICT (name) DO UPDATE SET password_hash = EXCLUDED.password_hash")) {
            insert.setString(1, name);
            insert.setString(2, Passwords.hash(password));
            insert.executeUpdate();
        }
    }
}
