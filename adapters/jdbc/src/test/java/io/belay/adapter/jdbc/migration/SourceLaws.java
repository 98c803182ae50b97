package io.belay.adapter.jdbc.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.adapter.jdbc.Dialect;
import io.belay.adapter.jdbc.ledger.Fresh;
import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.fact.Value;
import io.belay.core.migration.Asked;
import io.belay.core.migration.DatabaseReading;
import io.belay.core.migration.DatabaseReading.Part;
import io.belay.core.migration.DatabaseReading.Part.Seen;
import io.belay.core.migration.DatabaseSource;
import io.belay.core.migration.LedgerChoice;
import io.belay.core.migration.RowQuery;
import io.belay.core.schema.Picture;
import io.belay.core.schema.Table;
import io.belay.core.settings.Text;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The laws of a database that is looked at, on either engine. The reader has nothing but the right to read. */
abstract class SourceLaws {
    static final Asked NOTHING = asked(new LedgerChoice.None(), false);

    abstract Dialect dialect();

    /** A query that takes {@code seconds}. */
    abstract String slow(int seconds);

    /** A query that is longer than anybody waits, and that the server gives up with an error. */
    String endless() {
        return slow(60);
    }

    /** A query that writes, and is one statement that asks all the same. */
    abstract String writing();

    /** What {@link #writing} needs. */
    abstract String[] ticks();

    /** How many statements {@code user} has sent since {@link #countStatements}. */
    abstract long statements(String user) throws SQLException;

    abstract void countStatements() throws SQLException;

    /** Whether {@code user} has a session that runs {@link #slow}. */
    abstract String sleeping(String user);

    /** What holds {@code table} as an ALTER TABLE does that has not ended. */
    abstract String[] holding(String table);

    static RowQuery query(String sql, String... params) {
        return new RowQuery(Text.of(sql), Arrays.stream(params).map(Text::of).toList());
    }

    static Asked asked(LedgerChoice ledgers, boolean schema, RowQuery... rows) {
        return new Asked(ledgers, schema, List.of(rows), Optional.empty());
    }

    static Asked everything(RowQuery... rows) {
        return asked(new LedgerChoice.Auto(), true, rows);
    }

    static Deadline in(Duration span) {
        return Deadline.in(span, InstantSource.system());
    }

    static DatabaseReading read(Fresh fresh, Asked asked) throws InterruptedException {
        return fresh.source().read(asked, in(Duration.ofSeconds(30)));
    }

    static <T> T seen(Part<T> part) {
        assertThat(part).isInstanceOf(Seen.class);
        return ((Seen<T>) part).seen();
    }

    static Fault fault(Part<?> part) {
        assertThat(part).isInstanceOf(Part.Unread.class);
        return ((Part.Unread<?>) part).fault();
    }

    static Picture picture(DatabaseReading reading) {
        return seen(reading.schema().orElseThrow());
    }

    /** A ledger of Alembic's, and a table of orders. */
    final Fresh harbor() {
        var fresh = Fresh.of(dialect());
        fresh.run(
                "create table alembic_version (version_num varchar(32) not null primary key)",
                "insert into alembic_version values ('9f3c1e')",
                "create table orders (id integer primary key, ref varchar(20))",
                "insert into orders values (1, 'one'), (2, 'two')");
        return fresh;
    }

    final FutureTask<DatabaseReading> begun(Fresh fresh, Asked asked) {
        var reading = new FutureTask<>(() -> fresh.source().read(asked, in(Duration.ofSeconds(60))));
        Thread.ofVirtual().start(reading);
        return reading;
    }

    final void untilAsleep(Fresh fresh) throws SQLException {
        until(fresh, sleeping(fresh.reader()));
    }

    /** Asks until {@code sql} counts something; twenty seconds at the most. */
    static void until(Fresh fresh, String sql) throws SQLException {
        var end = Instant.now().plus(Duration.ofSeconds(20));
        while (number(fresh, sql) == 0) {
            assertThat(Instant.now()).as(sql).isBefore(end);
        }
    }

    static long number(Fresh fresh, String sql) throws SQLException {
        try (var owner = fresh.connect();
                var statement = owner.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void theServerSaysWhoItIsAndWhatItsClockShows() throws Exception {
        var reading = read(Fresh.of(dialect()), NOTHING);

        assertThat(reading.server().version()).matches("\\d+(\\.\\d+)+");
        assertThat(reading.server().replica()).isFalse();
        assertThat(Duration.between(reading.now(), Instant.now()).abs()).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void whatIsNotAskedForIsNotRead() throws Exception {
        var reading = read(harbor(), NOTHING);

        assertThat(seen(reading.ledgers())).isEmpty();
        assertThat(reading.schema()).isEmpty();
        assertThat(reading.rows()).isEmpty();
        assertThat(seen(reading.latencies())).isEmpty();
    }

    @Test
    void theRightToReadIsRightEnough() throws Exception {
        var reading = read(
                harbor(),
                everything(
                        query("select ref from orders where id = ?", "2"), query("select 1 from orders where id = 9")));

        assertThat(seen(reading.ledgers())).hasSize(1);
        assertThat(picture(reading).tables()).extracting(Table::name).containsExactly("alembic_version", "orders");
        assertThat(reading.rows()).containsExactly(new Seen<>(Value.of("two")), new Seen<>(Value.absent()));
    }

    @Test
    void nothingIsCreatedAndNothingWritten() throws Exception {
        var fresh = harbor();
        fresh.run(ticks());
        // By name and schema: an owner sees the ledgers of the other tests as well.
        var asked = asked(
                new LedgerChoice.Known("alembic", Optional.empty(), Optional.of(fresh.schema())),
                true,
                query(writing()));
        var owner = fresh.source(fresh.owner(), fresh.ownersPassword());
        var before = owner.read(asked, in(Duration.ofSeconds(30)));
        var after = owner.read(asked, in(Duration.ofSeconds(30)));

        assertThat(fault(before.rows().getFirst()).message()).containsIgnoringCase("read");
        assertThat(picture(after)).isEqualTo(picture(before));
        assertThat(after.ledgers()).isEqualTo(before.ledgers());
    }

    @Test
    void aQueryThatFailsCostsOnlyItself() throws Exception {
        var reading = read(
                harbor(),
                everything(
                        query("select 1 from nowhere"),
                        query("select count(*) from orders"),
                        query("select wrong from orders")));

        assertThat(fault(reading.rows().getFirst()).kind()).isIn(Fault.Kind.NOT_FOUND, Fault.Kind.DENIED);
        assertThat(reading.rows().get(1)).isEqualTo(new Seen<>(Value.of(2)));
        assertThat(fault(reading.rows().get(2)).kind()).isEqualTo(Fault.Kind.NOT_FOUND);
        assertThat(seen(reading.ledgers())).hasSize(1);
    }

    @Test
    void aQueryThatTakesTooLongIsGivenUpByTheServerAndCostsOnlyItself() throws Exception {
        var fresh = harbor();
        var begun = System.nanoTime();
        var reading = fresh.source()
                .read(everything(query(endless()), query("select count(*) from orders")), in(Duration.ofSeconds(8)));

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
        assertThat(fault(reading.rows().getFirst()).kind()).isEqualTo(Fault.Kind.TIMED_OUT);
        assertThat(reading.rows().getLast()).isEqualTo(new Seen<>(Value.of(2)));
    }

    @Test
    void aSecretOfAQueryIsNotSaid() throws Exception {
        var secret = new Text(List.of(new Text.Part.Secret("${env:PIN}", "canary-pin")));
        var sql = new Text(List.of(
                new Text.Part.Literal("select count(*) from "), new Text.Part.Secret("${env:TABLE}", "canary_table")));
        var reading = read(
                harbor(),
                asked(
                        new LedgerChoice.None(),
                        false,
                        new RowQuery(sql, List.of()),
                        new RowQuery(Text.of("select cast(? as date) / 0 from canary_table"), List.of(secret))));

        assertThat(fault(reading.rows().getFirst()).message())
                .contains("${env:TABLE}")
                .doesNotContain("canary");
        assertThat(fault(reading.rows().getLast()).message()).doesNotContain("canary-pin");
    }

    @Test
    void latencyIsMeasuredAsOftenAsAskedFor() throws Exception {
        var asked = new Asked(
                new LedgerChoice.None(),
                false,
                List.of(),
                Optional.of(new Asked.Sampled(query("select count(*) from orders where id > ?", "0"), 25)));
        var latencies = seen(read(harbor(), asked).latencies());

        assertThat(latencies).hasSize(25).allMatch(Duration::isPositive);
    }

    @Test
    void latencyIsThatOfTheQueryAndEndsInTime() throws Exception {
        var asked = new Asked(
                new LedgerChoice.None(), false, List.of(), Optional.of(new Asked.Sampled(query(slow(1)), 1_000)));
        var begun = System.nanoTime();
        var latencies =
                seen(harbor().source().read(asked, in(Duration.ofSeconds(6))).latencies());

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(15));
        assertThat(latencies).hasSizeBetween(2, 10);
        assertThat(latencies.subList(0, latencies.size() - 1))
                .allMatch(each -> each.compareTo(Duration.ofMillis(990)) > 0);
    }

    @Test
    void whoAltersWhatWasReadDoesNotWaitForTheReading() throws Exception {
        var fresh = harbor();
        var reading = begun(fresh, everything(query("select count(*) from orders"), query(slow(15))));
        untilAsleep(fresh);
        var begun = System.nanoTime();

        fresh.run(
                "alter table alembic_version add extra integer",
                "alter table orders add extra integer",
                "drop table orders");

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(6));
        assertThat(reading.isDone()).isFalse();
        reading.cancel(true);
    }

    @Test
    void whoAltersWhatIsSampledDoesNotWaitForTheReading() throws Exception {
        var fresh = harbor();
        var asked = new Asked(
                new LedgerChoice.None(),
                false,
                List.of(),
                Optional.of(new Asked.Sampled(query("select * from orders, (" + slow(1) + ") sleepy"), 15)));
        var reading = begun(fresh, asked);
        untilAsleep(fresh);
        var begun = System.nanoTime();

        fresh.run("alter table orders add extra integer");

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(6));
        assertThat(reading.isDone()).isFalse();
        reading.cancel(true);
    }

    @Test
    void theReadingDoesNotWaitForWhoAlters() throws Exception {
        var fresh = harbor();
        fresh.run("create table calm (id integer primary key)");
        for (var table : List.of("alembic_version", "orders")) {
            try (var altering = fresh.connect();
                    var statement = altering.createStatement()) {
                altering.setAutoCommit(false);
                for (var sql : holding(table)) {
                    statement.execute(sql);
                }
                var begun = System.nanoTime();
                var reading = fresh.source()
                        .read(
                                everything(query("select count(*) from orders"), query("select count(*) from calm")),
                                in(Duration.ofMinutes(2)));

                assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
                assertThat(picture(reading).tables()).extracting(Table::name).contains("calm");
                assertThat(seen(reading.rows().getLast())).isEqualTo(Value.of(0));
                if (table.equals("orders")) {
                    assertThat(fault(reading.rows().getFirst()).kind()).isEqualTo(Fault.Kind.TIMED_OUT);
                }
                // Whoever holds the table gets on.
                statement.execute("alter table " + table + " add extra integer");
                altering.rollback();
            }
        }
    }

    @Test
    void theNumberOfStatementsDoesNotGrow() throws Exception {
        var small = harbor();
        var large = harbor();
        try (var owner = large.connect();
                var statement = owner.createStatement()) {
            for (int i = 0; i < 1_000; i++) {
                statement.execute("create table t" + i + " (id integer primary key, a integer, b varchar(9))");
            }
            statement.execute("insert into alembic_version values "
                    + IntStream.range(0, 1_000).mapToObj("('%d')"::formatted).collect(Collectors.joining(", ")));
        }
        countStatements();
        var asked = everything(query("select count(*) from orders"));
        read(small, asked);
        var all = read(large, asked);

        assertThat(picture(all).tables()).hasSize(1_002);
        assertThat(statements(small.reader())).isPositive();
        assertThat(statements(large.reader())).isEqualTo(statements(small.reader()));
    }

    @Test
    void aTableOfAThousandColumnsWithHostileNamesIsATable() throws Exception {
        var fresh = Fresh.of(dialect());
        var name = "sel\"ect'`; drop table x; -- \u00fc\u6f22";
        var columns = Stream.concat(
                        Stream.of("select", "\u00fc'`\"{?}", "a.b", "c, d"),
                        IntStream.range(0, 996).mapToObj(each -> "c" + each))
                .toList();
        try (var owner = fresh.connect();
                var statement = owner.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute("create table " + dialect().quoted(name) + " ("
                    + columns.stream()
                            .map(each -> dialect().quoted(each) + " smallint")
                            .collect(Collectors.joining(", "))
                    + ")");
        }
        var picture = picture(read(fresh, asked(new LedgerChoice.None(), true)));

        assertThat(picture.tables()).singleElement().satisfies(table -> {
            assertThat(table.name()).isEqualTo("\"" + name.replace("\"", "\"\"") + "\"");
            assertThat(table.columns()).extracting(each -> each.name()).containsExactlyElementsOf(columns);
        });
    }

    @Test
    void aParameterIsBoundAndNeverRead() throws Exception {
        var reading = read(
                harbor(),
                asked(
                        new LedgerChoice.None(),
                        false,
                        query("select count(*) from orders where ref = ?", "x' or '1'='1")));

        assertThat(reading.rows()).containsExactly(new Seen<>(Value.of(0)));
    }

    @Test
    void aReadingThatIsCalledOffLeavesNothingOpen() throws Exception {
        var fresh = harbor();
        var ended = new CompletableFuture<Throwable>();
        var reading = Thread.ofVirtual().unstarted(() -> {
            try {
                fresh.source().read(everything(query(slow(60))), in(Duration.ofMinutes(2)));
                ended.complete(new AssertionError("it ended by itself"));
            } catch (InterruptedException | PortException failed) {
                ended.complete(failed);
            }
        });
        reading.start();
        untilAsleep(fresh);
        reading.interrupt();

        assertThat(ended.get()).isInstanceOf(InterruptedException.class);
        assertThat(reading.join(Duration.ofSeconds(20))).isTrue();
    }

    @Test
    void aServerThatSaysNothingIsGivenUpInTime() throws Exception {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var fresh = Fresh.of(dialect());
            var source = at(fresh, silent.getLocalPort());
            var begun = System.nanoTime();

            assertThatThrownBy(() -> source.read(NOTHING, in(Duration.ofMillis(500))))
                    .isInstanceOfSatisfying(
                            PortException.class,
                            failed -> assertThat(failed.fault().kind()).isEqualTo(Fault.Kind.TIMED_OUT));
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void aServerThatIsNotThereIsUnreachable() throws IOException {
        var fresh = Fresh.of(dialect());
        int port;
        try (var closed = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }

        assertThatThrownBy(() -> at(fresh, port).read(NOTHING, in(Duration.ofSeconds(10))))
                .isInstanceOfSatisfying(
                        PortException.class,
                        failed -> assertThat(failed.fault().kind()).isEqualTo(Fault.Kind.UNREACHABLE));
    }

    private DatabaseSource at(Fresh fresh, int port) {
        return fresh.at("127.0.0.1:" + port);
    }

    @Test
    void aReaderOrAWriterIsNobodyAtWorkOnTheSchema() throws Exception {
        var fresh = harbor();
        try (var other = fresh.connect();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("insert into orders values (3, 'three')");
            statement.execute("update orders set ref = 'x' where id = 1");
            statement.executeQuery("select * from orders for update").close();

            assertThat(seen(changesSeenByOwner(fresh))).isEmpty();
            other.rollback();
        }
    }

    final Part<List<DatabaseReading.Change>> changesSeenByOwner(Fresh fresh) throws InterruptedException {
        return fresh.source(fresh.owner(), fresh.ownersPassword())
                .read(NOTHING, in(Duration.ofSeconds(30)))
                .changes();
    }

    /** What is told of the changes once there are some; none where there are none in twenty seconds. */
    final List<DatabaseReading.Change> changesOnceSeen(Fresh fresh) throws InterruptedException {
        var end = Instant.now().plus(Duration.ofSeconds(20));
        var changes = new ArrayList<DatabaseReading.Change>();
        while (changes.isEmpty() && Instant.now().isBefore(end)) {
            changes.addAll(seen(changesSeenByOwner(fresh)));
        }
        return changes;
    }

    /** Runs {@code sql}, which waits for somebody, in a session of its own. */
    final FutureTask<Boolean> waiting(Fresh fresh, String sql) {
        var altering = new FutureTask<>(() -> {
            try (var other = fresh.connect();
                    var statement = other.createStatement()) {
                return statement.execute(sql);
            }
        });
        Thread.ofVirtual().start(altering);
        return altering;
    }

    @Test
    void whoWaitsToAlterATableIsAtWorkOnTheSchema() throws Exception {
        var fresh = harbor();
        FutureTask<Boolean> altering;
        List<DatabaseReading.Change> changes;
        try (var reader = fresh.connect();
                var statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.executeQuery("select * from orders").close();
            altering = waiting(fresh, "alter table orders add extra integer");
            changes = changesOnceSeen(fresh);
            reader.rollback();
        }
        altering.get();

        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.session()).containsPattern("\\d+ of " + fresh.owner());
            assertThat(change.what()).contains("orders");
            assertThat(change.since())
                    .hasValueSatisfying(since -> assertThat(
                                    Duration.between(since, Instant.now()).abs())
                            .isLessThan(Duration.ofSeconds(40)));
        });
        assertThat(seen(changesSeenByOwner(fresh))).isEmpty();
    }
}
