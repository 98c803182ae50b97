package io.belay.five.bailian;

import io.belay.five.loopback.MariaDb;
import java.sql.SQLException;
import java.util.Optional;

/** The backend's database; Belay's user may do no more than look. */
record Users(MariaDb server) {
    private static final String NAME = "bailian";

    /** As it is after release 1. */
    static Users made(MariaDb server) throws SQLException {
        server.run("", """
                DROP DATABASE IF EXISTS bailian;
                CREATE DATABASE bailian;
                CREATE TABLE bailian.users (username VARCHAR(40) PRIMARY KEY, password VARCHAR(40) NOT NULL);
                INSERT INTO bailian.users VALUES ('belay', 'change-me');
                CREATE OR REPLACE USER belay@'%' IDENTIFIED BY 'change-me';
                GRANT SELECT ON bailian.* TO belay@'%';
                """);
        return new Users(server);
    }

    /** Whether it answers. */
    boolean answers() {
        try {
            return ask("SELECT 'yes' WHERE 'yes' = ?", "yes").isPresent();
        } catch (SQLException _) {
            return false;
        }
    }

    boolean known(String user, String password) throws SQLException {
        return ask("SELECT password FROM users WHERE username = ?", user)
                .filter(password::equals)
                .isPresent();
    }

    /** What {@code sql}, with a place for {@code word}, says first. */
    Optional<String> ask(String sql, String word) throws SQLException {
        try (var connection = server.connect(NAME);
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, word);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        }
    }
}
