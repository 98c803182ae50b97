package io.belay.adapter.jdbc;

import io.belay.core.Redactor;
import io.belay.core.probe.Target;
import io.belay.core.settings.Key;
import io.belay.core.settings.SettingException;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Text;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * A database of the system file, and how a connection to it is opened. No pool, and nothing is asked of
 * {@link java.sql.DriverManager}.
 */
final class Database {
    static final Key<Text> URL = Key.text("url", "The JDBC URL, in place of host, port and database.");
    static final Key<Text> HOST =
            Key.text("host", "[A-Za-z0-9._-]{1,253}|\\[?[0-9A-Fa-f:.]{2,45}]?", "The host's name or address.");
    static final Key<Long> PORT =
            Key.whole("port", 1, 65_535, "The port; the database's usual one where none is said.");
    static final Key<Text> DATABASE = Key.text("database", "[^/?#&\\s;]{1,128}", "The database's name.");
    static final Key<Text> USER = Key.text("user", "The user.").needed();
    static final Key<Text> PASSWORD = Key.text("password", "The password.");
    static final Key<String> TLS = Key.choice(
            "tls",
            Tls.words(),
            "off; require: encrypted with whoever answers; verify: with a trusted server that is the host."
                    + " Where none is said, encrypted where the server offers it.");
    static final Key<Text> CA =
            Key.text("ca", "PEM certificates to trust in place of the platform's, such as ${file:authorities.pem}.");

    /** The keys that say where a database is and who asks. */
    static final List<Key<?>> KEYS = List.of(URL, HOST, PORT, DATABASE, USER, PASSWORD, TLS, CA);

    private final Engine engine;
    private final Location location;
    private final Text user;
    private final Optional<Text> password;
    private final Properties properties;

    private Database(Engine engine, Location location, Text user, Optional<Text> password, Properties properties) {
        this.engine = engine;
        this.location = location;
        this.user = user;
        this.password = password;
        this.properties = properties;
    }

    /**
     * The database that {@code settings} name. Does no I/O.
     *
     * @throws SettingException where the keys do not fit together
     */
    static Database of(Engine engine, Settings settings) {
        var tls = settings.find(TLS).map(Tls::of);
        var authorities =
                settings.find(CA).map(text -> pem(text.fixed(CA.name()).reveal()));
        if (authorities.isPresent() && !tls.equals(Optional.of(Tls.VERIFY))) {
            throw new SettingException(CA.name(), "an authority needs tls: verify");
        }
        return new Database(
                engine,
                location(engine, settings),
                settings.get(USER),
                settings.find(PASSWORD),
                engine.properties(tls, authorities));
    }

    private static Location location(Engine engine, Settings settings) {
        var url = settings.find(URL);
        var host = settings.find(HOST);
        if (url.isPresent() == host.isPresent()) {
            throw new SettingException(URL.name(), "either url or host");
        }
        if (url.isPresent()) {
            if (settings.has(PORT) || settings.has(DATABASE)) {
                throw new SettingException(URL.name(), "port and database stand in the url");
            }
            return Location.of(engine, URL.name(), url.get());
        }
        return Location.of(
                engine,
                host.orElseThrow().fixed(HOST.name()),
                settings.find(PORT).orElse((long) engine.port()),
                settings.find(DATABASE).orElse(Text.of("")).fixed(DATABASE.name()));
    }

    private static String pem(String text) {
        if (!text.contains("-----BEGIN CERTIFICATE-----")) {
            throw new SettingException(CA.name(), "no PEM certificate in it; a file is read by ${file:PATH}");
        }
        return text;
    }

    Engine engine() {
        return engine;
    }

    Target target() {
        return new Target(location.shown(), location.host());
    }

    /**
     * Opens a connection that cannot write and commits nothing by itself. Its owner closes it. Blocks for {@code within} at
     * the most; a virtual thread that is interrupted meanwhile gets an exception at once.
     *
     * @throws IOException where it is refused, in the server's words without the password
     */
    Connection open(Duration within) throws IOException {
        try {
            return connect(within);
        } catch (SQLException refused) {
            throw failure(refused);
        }
    }

    /** As {@link #open}, with the driver's own exception, which is not fit to show. */
    Connection connect(Duration within) throws SQLException {
        var all = new Properties();
        all.putAll(location.options());
        all.putAll(properties);
        all.setProperty("user", user.reveal());
        // Never absent: pgjdbc would look for one in the home of whoever runs this.
        all.setProperty("password", password.map(Text::reveal).orElse(""));
        var url = engine.scheme() + "//" + location.hosts() + "/"
                + URLEncoder.encode(location.database(), StandardCharsets.UTF_8);
        return readOnly(engine.connect(url, all, within));
    }

    private Connection readOnly(Connection connection) throws SQLException {
        try {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
    }

    /** What went wrong, fit to show: the driver's exception put into the terms of a probe. */
    IOException failure(SQLException failed) {
        var redactor = password.map(secret -> Redactor.NONE.with(secret.reveal(), secret.shown()))
                .orElse(Redactor.NONE);
        return Failures.translated(failed, engine, redactor);
    }
}
