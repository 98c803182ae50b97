package io.belay.adapter.jdbc;

import static io.belay.adapter.jdbc.Ask.once;
import static io.belay.adapter.jdbc.Ask.refusal;
import static io.belay.adapter.jdbc.Ask.secret;
import static io.belay.adapter.jdbc.Ask.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.core.Deadline;
import io.belay.core.fact.FactName;
import io.belay.core.fact.Value;
import io.belay.core.probe.Observation;
import io.belay.core.probe.Probe;
import io.belay.core.probe.ProbeKind;
import io.belay.core.settings.SettingException;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Text;
import io.belay.core.testkit.ProbeContract;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of either kind of database. Each keeps a table {@code orders} of three rows, and lets {@code watch} read it. */
abstract class DatabaseClaims extends ProbeContract {
    private final ServerSocket silent = listening();

    abstract ProbeKind kind();

    abstract String password();

    abstract String authority();

    abstract int port();

    abstract String database();

    abstract String scheme();

    /** A query that takes five seconds. */
    abstract String slow();

    @AfterEach
    void stop() throws IOException {
        silent.close();
    }

    /** It takes connections, as its queue is not full, and says nothing. */
    private static ServerSocket listening() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static int closedPort() {
        try (var socket = listening()) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    final Settings.Builder at(int port) {
        return Settings.builder()
                .set(Database.HOST, Text.of("127.0.0.1"))
                .set(Database.PORT, (long) port)
                .set(Database.DATABASE, Text.of(database()))
                .set(Database.USER, Text.of("watch"))
                .set(Database.PASSWORD, secret("${env:DB_PASSWORD}", password()));
    }

    final Settings.Builder asking(String sql, String... parameters) {
        var settings = at(port()).set(DatabaseProbes.QUERY, Text.of(sql));
        return parameters.length == 0
                ? settings
                : settings.set(
                        DatabaseProbes.PARAMS,
                        Arrays.stream(parameters).map(Text::of).toList());
    }

    final Probe bind(Settings.Builder settings, String... asked) {
        return kind().bind(
                        settings.build(),
                        Arrays.stream(asked).map(FactName::of).collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    protected Probe answering() {
        return bind(
                asking("select ref from orders order by id"),
                asked().stream().map(FactName::fact).toArray(String[]::new));
    }

    @Override
    protected Set<FactName> asked() {
        return List.of("connects", "value", "rows", "version", "role", "connections-used-percent", "refusal", "address")
                .stream()
                .map(FactName::of)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    protected Probe refusing() {
        return bind(at(closedPort()), "address");
    }

    @Override
    protected Probe silent() {
        return bind(at(silent.getLocalPort()).set(DatabaseProbes.TIMEOUT, Duration.ofMinutes(1)), "address");
    }

    @Test
    void nothingStaysOpenBehindADeadline() throws Exception {
        silent().observe(Deadline.in(Duration.ofMillis(300), InstantSource.system()));

        try (var left = silent.accept()) {
            left.setSoTimeout(5_000);
            assertThat(left.getInputStream().readAllBytes()).hasSizeLessThan(1_000);
        }
    }

    @Test
    void theValueIsTheFirstColumnOfTheFirstRow() throws Exception {
        assertThat(value(bind(asking("select ref, id from orders order by id"), "value"), "value"))
                .isEqualTo(Value.of("one"));
    }

    @Test
    void aCountIsANumber() throws Exception {
        assertThat(value(bind(asking("select count(*) from orders"), "value"), "value")
                        .asNumber())
                .hasValueSatisfying(count -> assertThat(count).isEqualByComparingTo("3"));
    }

    @Test
    void aQueryWithoutRowsHasNoValue() throws Exception {
        var probe = bind(asking("select id from orders where id > 100"), "value", "rows");

        assertThat(value(probe, "value")).isEqualTo(Value.absent());
        assertThat(value(probe, "rows")).isEqualTo(Value.of(0));
    }

    @Test
    void rowsAreCountedUpToTheMost() throws Exception {
        assertThat(value(bind(asking("select id from orders"), "rows"), "rows")).isEqualTo(Value.of(3));
        assertThat(value(bind(asking("select id from orders").set(DatabaseProbes.MOST_ROWS, 2L), "rows"), "rows"))
                .isEqualTo(Value.of(2));
    }

    @Test
    void aParameterIsBoundAndNeverRead() throws Exception {
        var sql = "select count(*) from orders where ref = ?";

        assertThat(value(bind(asking(sql, "two"), "value"), "value").shown()).isEqualTo("1");
        assertThat(value(bind(asking(sql, "' or '1'='1"), "value"), "value").shown())
                .isEqualTo("0");
    }

    @Test
    void aParameterTakesTheTypeThatTheQueryNeeds() throws Exception {
        assertThat(value(bind(asking("select ref from orders where id = ?", "2"), "value"), "value"))
                .isEqualTo(Value.of("two"));
    }

    @Test
    void aVariableInTheWordsOfAQueryIsRefused() {
        var sql =
                new Text(List.of(new Text.Part.Literal("select * from "), new Text.Part.Secret("{{table}}", "orders")));

        assertThatThrownBy(() -> bind(at(port()).set(DatabaseProbes.QUERY, sql)))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("{{table}}");
    }

    @Test
    void aSecondStatementIsRefused() {
        assertThatThrownBy(() -> bind(asking("commit; insert into orders values (5, 'five')")))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("one statement");
    }

    @Test
    void aQueryMayEndInItsSemicolon() throws Exception {
        assertThat(value(bind(asking("select id from orders where id = 1 ;\n"), "value"), "value"))
                .isEqualTo(Value.of(1));
    }

    @Test
    void aVariableInAParameterIsWelcome() throws Exception {
        var settings = asking("select count(*) from orders where ref = ?")
                .set(DatabaseProbes.PARAMS, List.of(new Text(List.of(new Text.Part.Variable("order")))))
                .build()
                .fill(Map.of("order", "three"));

        assertThat(value(kind().bind(settings, Set.of(FactName.of("value"))), "value")
                        .shown())
                .isEqualTo("1");
    }

    /** A query that writes all the same. */
    abstract String writing();

    /** A row that is a three. */
    String values() {
        return "values (3)";
    }

    @Test
    void aQueryThatWritesIsRefusedByTheServer() throws Exception {
        assertThat(refusal(bind(asking(writing()))))
                .containsIgnoringCase("read")
                .containsIgnoringCase("only");
        assertThat(value(bind(asking("select count(*) from orders"), "value"), "value")
                        .shown())
                .isEqualTo("3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into orders values (4, 'four')",
                "create table more (id integer)",
                "copy orders to program 'true'",
                "set global read_only = 0",
                "kill 1",
                "call anything()",
                "/* a word */ delete from orders",
                "/*! delete from orders */",
                "select 1 /*!50000 into outfile '/tmp/x' */",
                "select id from orders into outfile '/tmp/x'",
                "select id from orders INTO  DUMPFILE '/tmp/x'",
                "/* open delete from orders",
                ""
            })
    void whatIsNoQueryIsRefusedBeforeAnybodyIsAsked(String statement) {
        assertThatThrownBy(() -> bind(asking(statement))).isInstanceOf(SettingException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(select 3)", "-- how many\nselect count(*) from orders", "/* all */ SELECT 3", "VALUES"})
    void aQueryMayBeginInManyWays(String query) throws Exception {
        assertThat(value(bind(asking(query.replace("VALUES", values())), "value"), "value")
                        .shown())
                .isEqualTo("3");
    }

    @Test
    void aSlowQueryIsSilence() throws Exception {
        var probe = bind(asking(slow()).set(DatabaseProbes.TIMEOUT, Duration.ofMillis(500)), "value");

        assertThat(once(probe))
                .isInstanceOfSatisfying(
                        Observation.Silent.class,
                        silence -> assertThat(silence.took()).isLessThan(Duration.ofSeconds(4)));
    }

    @Test
    void aQueryThatFailsIsRefusedInTheServersWords() throws Exception {
        assertThat(refusal(bind(asking("select * from no_such_table")))).contains("no_such_table");
    }

    @Test
    void theVersionIsTheServers() throws Exception {
        assertThat(value(bind(at(port()), "version"), "version").shown()).matches("\\d+\\.\\d+.*");
    }

    @Test
    void aServerThatFollowsNobodyIsPrimary() throws Exception {
        assertThat(value(bind(at(port()), "role"), "role")).isEqualTo(Value.of("primary"));
    }

    @Test
    void connectionsAreInPercentOfTheMost() throws Exception {
        assertThat(value(bind(at(port()), "connections-used-percent"), "connections-used-percent")
                        .asNumber())
                .hasValueSatisfying(percent -> assertThat(percent.doubleValue()).isBetween(0.1, 90.0));
    }

    @Test
    void aWrongPasswordIsRefusedWithoutShowingIt() throws Exception {
        var settings = at(port()).set(Database.PASSWORD, secret("${env:OTHER}", "canary-wrong"));

        assertThat(refusal(bind(settings))).contains("watch").doesNotContain("canary");
    }

    @Test
    void aUserWhoMustNotConnectIsAFactWhereItIsAskedFor() throws Exception {
        var probe = bind(at(port()).set(Database.PASSWORD, Text.of("wrong-password")), "connects", "refusal");

        assertThat(value(probe, "connects")).isEqualTo(Value.of(false));
        assertThat(value(probe, "refusal").shown()).contains("watch");
    }

    @Test
    void aQueryThatFailsIsNoClosedDoor() throws Exception {
        assertThat(refusal(bind(asking("select * from no_such_table"), "connects")))
                .contains("no_such_table");
    }

    @Test
    void aUrlNamesThePlaceAsWell() throws Exception {
        var settings = Settings.builder()
                .set(Database.URL, Text.of(scheme() + "//127.0.0.1:" + port() + "/" + database()))
                .set(Database.USER, Text.of("watch"))
                .set(Database.PASSWORD, secret("${env:DB_PASSWORD}", password()));

        assertThat(value(bind(settings, "connects"), "connects")).isEqualTo(Value.of(true));
        assertThat(bind(settings).target().address())
                .isEqualTo(kind().name() + "://127.0.0.1:" + port() + "/" + database());
    }

    @Test
    void whatAUrlSaysAfterItsQuestionMarkIsNotShown() {
        var settings = Settings.builder()
                .set(Database.URL, Text.of(scheme() + "//db.test/harbor?option=canary"))
                .set(Database.USER, Text.of("watch"));

        assertThat(bind(settings).target().toString())
                .contains("db.test/harbor")
                .doesNotContain("canary");
    }

    @Test
    void aUrlThatCameByReferenceIsShownByIt() {
        var settings = Settings.builder()
                .set(Database.URL, secret("${env:DB_URL}", scheme() + "//canary.test/harbor"))
                .set(Database.USER, Text.of("watch"));

        assertThat(bind(settings).target().toString()).contains("${env:DB_URL}").doesNotContain("canary");
    }

    @Test
    void aPasswordInAUrlIsRefusedWithoutShowingIt() {
        var settings = Settings.builder()
                .set(Database.URL, Text.of(scheme() + "//db.test/harbor?password=canary"))
                .set(Database.USER, Text.of("watch"));

        assertThatThrownBy(() -> bind(settings))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("password")
                .hasMessageNotContaining("canary");
    }

    @Test
    void aUrlOfAnotherDatabaseIsRefused() {
        var settings = Settings.builder()
                .set(Database.URL, Text.of("jdbc:oracle:thin:@//db.test/harbor"))
                .set(Database.USER, Text.of("watch"));

        assertThatThrownBy(() -> bind(settings)).isInstanceOf(SettingException.class);
    }

    @Test
    void aUrlAndAHostAreOneTooMany() {
        assertThatThrownBy(() -> bind(at(1).set(Database.URL, Text.of(scheme() + "//db.test/harbor"))))
                .isInstanceOf(SettingException.class);
    }

    @Test
    void aValueWithoutAQueryIsRefused() {
        assertThatThrownBy(() -> bind(at(1), "value")).isInstanceOf(SettingException.class);
    }

    @Test
    void itSpeaksTlsWithAServerThatIsTrustedAndWithNoOther() throws Exception {
        var trusting = at(port()).set(Database.TLS, "verify").set(Database.CA, Text.of(authority()));

        assertThat(value(bind(trusting, "connects"), "connects")).isEqualTo(Value.of(true));
        assertThat(value(bind(at(port()).set(Database.TLS, "require"), "connects"), "connects"))
                .isEqualTo(Value.of(true));
        assertThat(refusal(bind(at(port()).set(Database.TLS, "verify")))).containsIgnoringCase("certif");
        assertThat(refusal(bind(trusting.set(Database.HOST, Text.of("localhost")))))
                .contains("localhost");
    }
}
