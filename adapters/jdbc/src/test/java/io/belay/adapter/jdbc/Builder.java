package io.belay.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.adapter.jdbc.migration.MysqlDatabaseKind;
import io.belay.adapter.jdbc.migration.PostgresDatabaseKind;
import io.belay.core.Deadline;
import io.belay.core.migration.Asked;
import io.belay.core.migration.DatabaseReading.Part;
import io.belay.core.migration.LedgerChoice;
import io.belay.core.schema.Picture;
import io.belay.core.schema.Table;
import io.belay.core.settings.Key;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Text;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Builds schemas as one who may, and reads them as somebody else. */
record Builder(Dialect dialect, String url, int port, String database, String password) {
    static Builder postgres() {
        var port = RunningPostgres.port();
        return new Builder(
                Dialect.POSTGRES,
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres",
                port,
                "postgres",
                RunningPostgres.PASSWORD);
    }

    static Builder mariadb() {
        var port = RunningMariadb.port();
        return new Builder(
                Dialect.MYSQL,
                "jdbc:mariadb://127.0.0.1:" + port + "/?sslMode=trust&user=owner&password=" + RunningMariadb.PASSWORD,
                port,
                "harbor",
                RunningMariadb.PASSWORD);
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url);
    }

    void run(String... statements) throws SQLException {
        try (var connection = connect()) {
            run(connection, statements);
        }
    }

    static void run(Connection connection, String... statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** What {@code watch} sees, who has nothing but the right to read. */
    Picture seen(String... schemas) throws InterruptedException {
        return seenBy("watch", schemas);
    }

    Picture seenBy(String user, String... schemas) throws InterruptedException {
        var part = part(user, schemas);
        assertThat(part).isInstanceOf(Part.Seen.class);
        return ((Part.Seen<Picture>) part).seen();
    }

    Part<Picture> part(String user, String... schemas) throws InterruptedException {
        var settings = Settings.builder()
                .set(Database.HOST, Text.of("127.0.0.1"))
                .set(Database.PORT, (long) port)
                .set(Database.DATABASE, Text.of(database))
                .set(Database.USER, Text.of(user))
                .set(Database.PASSWORD, Text.of(password))
                .set(
                        Key.texts("schemas", ""),
                        Arrays.stream(schemas).map(Text::of).toList())
                .build();
        var kind = dialect == Dialect.POSTGRES ? new PostgresDatabaseKind() : new MysqlDatabaseKind();
        return kind.bind(settings)
                .read(
                        new Asked(new LedgerChoice.None(), true, List.of(), Optional.empty()),
                        Deadline.in(Duration.ofSeconds(60), InstantSource.system()))
                .schema()
                .orElseThrow();
    }

    static Table table(Picture picture, String name) {
        return picture.tables().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no table " + name + " in " + picture));
    }
}
