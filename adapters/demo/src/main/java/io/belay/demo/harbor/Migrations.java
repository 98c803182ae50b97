package io.belay.demo.harbor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.demo.server.ServerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;

/** Harbor's own small migrator: brings the schema to what this release expects, one recorded step at a time. */
final class Migrations {

    /** Where the database remembers what was applied, and the SHA-256 of the file that it was applied from. */
    static final String LEDGER = "_migrations";

    static final List<String> RELEASED =
            List.of("001_users", "002_orders", "003_orders_by_day", "004_readers", "005_orders_by_user");

    static final String NEWEST = RELEASED.getLast();

    private static final String SHIPPED = "migrations/";
    private static final String BROKEN = "breakages/";
    private static final String TOO_EARLY = "006_port_of_call";
    private static final String EDITED = "003_orders_by_day";

    private Migrations() {}

    /** Puts the scripts that this release ships into {@code folder}. */
    static void unpack(Path folder) throws IOException {
        for (var script : RELEASED) {
            Files.write(file(folder, script), bytes(SHIPPED + script));
        }
    }

    /** Applies those in {@code folder} as {@code breakage} would have it. */
    static void apply(Connection connection, Path folder, HarborOptions options) throws SQLException, IOException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS " + LEDGER + " (version text PRIMARY KEY,"
                    + " name text NOT NULL, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())");
            connection.commit();
        }
        for (var script : RELEASED) {
            if (!options.breaks(Breakage.MIGRATION) || !script.equals(NEWEST)) {
                apply(connection, script, Files.readAllBytes(file(folder, script)));
            }
        }
        if (options.breaks(Breakage.ORDERS)) {
            apply(connection, TOO_EARLY, bytes(BROKEN + TOO_EARLY));
        }
        if (options.breaks(Breakage.MIGRATION)) {
            Files.write(file(folder, EDITED), bytes(BROKEN + EDITED));
        }
    }

    /** The script is applied and recorded, or neither. */
    private static void apply(Connection connection, String script, byte[] content) throws SQLException {
        try (var statement = connection.createStatement();
                var insert = connection.prepareStatement(
                        "INSERT INTO " + LEDGER + " (version, name, checksum) VALUES (?, ?, ?)")) {
            statement.execute(new String(content, UTF_8));
            var underscore = script.indexOf('_');
            insert.setString(1, script.substring(0, underscore));
            insert.setString(2, script.substring(underscore + 1));
            insert.setString(3, checksum(content));
            insert.executeUpdate();
            connection.commit();
        }
    }

    private static String checksum(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private static Path file(Path folder, String script) {
        return folder.resolve(script + ".sql");
    }

    private static byte[] bytes(String script) throws IOException {
        try (var stream = Migrations.class.getResourceAsStream(script + ".sql")) {
            if (stream == null) {
                throw new ServerException("the migration " + script + " is not in the jar");
            }
            return stream.readAllBytes();
        }
    }
}
