package io.belay.adapter.jdbc.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.adapter.jdbc.Dialect;
import io.belay.adapter.jdbc.ledger.Fresh;
import io.belay.core.Fault;
import io.belay.core.ledger.LedgerReading;
import io.belay.core.migration.DatabaseReading.Change;
import io.belay.core.migration.LedgerChoice;
import io.belay.core.schema.Part;
import io.belay.core.schema.Table;
import io.belay.core.schema.Unseen;
import io.belay.core.settings.Key;
import io.belay.core.settings.Text;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PostgresSourceTest extends SourceLaws {
    @Override
    Dialect dialect() {
        return Dialect.POSTGRES;
    }

    @Override
    String slow(int seconds) {
        return "select pg_sleep(" + seconds + ")";
    }

    @Override
    String writing() {
        return "select nextval('ticks')";
    }

    @Override
    String[] ticks() {
        return new String[] {"create sequence ticks"};
    }

    @Override
    String sleeping(String user) {
        return "select count(*) from pg_stat_activity where usename = '" + user
                + "' and state = 'active' and query like '%pg_sleep%'";
    }

    @Override
    String[] holding(String table) {
        return new String[] {"alter table " + table + " add begun integer"};
    }

    private static Fresh server() {
        return new Fresh(Dialect.POSTGRES, "postgres");
    }

    @Override
    void countStatements() {
        server().run("create extension if not exists pg_stat_statements", "select pg_stat_statements_reset()");
    }

    @Override
    long statements(String user) throws SQLException {
        return number(
                server(),
                "select coalesce(sum(calls), 0) from pg_stat_statements s join pg_roles r on r.oid = s.userid where r.rolname = '"
                        + user + "'");
    }

    @Test
    void allIsOfOneMoment() throws Exception {
        var fresh = harbor();
        var reading = begun(
                fresh,
                asked(
                        new LedgerChoice.None(),
                        false,
                        query("select count(*) from orders"),
                        query(slow(3)),
                        query("select count(*) from orders")));
        untilAsleep(fresh);
        fresh.run("insert into orders values (3, 'three')");

        assertThat(reading.get().rows().getLast())
                .isEqualTo(reading.get().rows().getFirst());
    }

    @Test
    void whatIsBeingAlteredIsToldAsThatInEveryPart() throws Exception {
        var fresh = harbor();
        try (var altering = fresh.connect();
                var statement = altering.createStatement()) {
            altering.setAutoCommit(false);
            statement.execute("alter table orders add extra integer");
            statement.execute("alter table alembic_version add extra integer");
            var reading = read(fresh, everything());

            assertThat(picture(reading).unseen())
                    .containsExactly(
                            new Unseen(Part.TABLE, "alembic_version", "it is being altered right now"),
                            new Unseen(Part.TABLE, "orders", "it is being altered right now"));
            assertThat(seen(reading.ledgers()))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            LedgerReading.Unread.class,
                            unread -> assertThat(unread.fault().kind()).isEqualTo(Fault.Kind.TIMED_OUT));
            assertThat(seen(reading.changes()))
                    .extracting(Change::what)
                    .containsExactly("public.alembic_version, public.orders");
            altering.rollback();
        }
    }

    @Test
    void aPlainRoleSeesWhoIsAtWorkThoughNotSinceWhen() throws Exception {
        var fresh = harbor();
        try (var altering = fresh.connect();
                var statement = altering.createStatement()) {
            altering.setAutoCommit(false);
            statement.execute("create table more (id integer)");

            assertThat(seen(read(fresh, NOTHING).changes())).singleElement().satisfies(change -> {
                assertThat(change.session()).matches("process \\d+ of postgres \\(.*\\)");
                assertThat(change.what()).isEqualTo("something new in public");
                assertThat(change.since()).isEmpty();
            });
            altering.rollback();
        }
    }

    @Test
    void aTableOfOneSessionAloneIsNoWorkOnTheSchema() throws Exception {
        var fresh = harbor();
        try (var other = fresh.connect();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("create temporary table passing (id integer)");
            statement.execute("create index on passing (id)");

            assertThat(seen(read(fresh, NOTHING).changes())).isEmpty();
            other.rollback();
        }
    }

    @Test
    void aViewThatIsFilledAnewIsNoWorkOnTheSchema() throws Exception {
        var fresh = harbor();
        fresh.run("create materialized view counts as select count(*) from orders");
        try (var other = fresh.connect();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("refresh materialized view counts");

            assertThat(seen(read(fresh, NOTHING).changes())).isEmpty();
            other.rollback();
        }
    }

    @Test
    void anIndexThatIsBuiltWhileOthersWriteIsWorkOnTheSchema() throws Exception {
        var fresh = harbor();
        List<Change> changes;
        try (var writer = fresh.connect();
                var statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            statement.execute("insert into orders values (3, 'three')");
            var building = waiting(fresh, "create index concurrently by_ref on orders (ref)");
            changes = changesOnceSeen(fresh);
            writer.rollback();
            building.get();
        }

        assertThat(changes).extracting(Change::what).containsExactly("an index being built");
    }

    @Test
    void theServersOwnCleaningIsNoWorkOnTheSchema() throws Exception {
        var fresh = harbor();
        fresh.run(
                "insert into orders select n, 'x' from generate_series(10, 20000) n",
                "alter table orders set (autovacuum_vacuum_threshold = 1, autovacuum_vacuum_scale_factor = 0,"
                        + " autovacuum_vacuum_cost_delay = 100, autovacuum_vacuum_cost_limit = 1)",
                "delete from orders where id > 5000");
        try {
            fresh.run("alter system set autovacuum_naptime = 1", "select pg_reload_conf()");
            var vacuuming = "select count(*) from pg_stat_progress_vacuum where datname = '" + fresh.name() + "'";
            until(fresh, vacuuming, Duration.ofSeconds(90));
            var changes = read(fresh, NOTHING).changes();

            assertThat(number(fresh, vacuuming)).isPositive();
            assertThat(seen(changes)).isEmpty();
        } finally {
            fresh.run(
                    "alter system reset autovacuum_naptime",
                    "select pg_reload_conf()",
                    "select pg_terminate_backend(pid) from pg_stat_progress_vacuum");
        }
    }

    private static void until(Fresh fresh, String sql, Duration most) throws SQLException {
        var end = Instant.now().plus(most);
        while (number(fresh, sql) == 0) {
            assertThat(Instant.now()).as(sql).isBefore(end);
        }
    }

    @Test
    void aSessionThatIsEndedInTheMidstLeavesTheRestUnreadForThatReason() throws Exception {
        var reading = read(
                harbor(),
                everything(
                        query("select count(*) from orders"),
                        query("select pg_terminate_backend(pg_backend_pid())"),
                        query("select count(*) from orders")));

        assertThat(seen(reading.ledgers())).hasSize(1);
        assertThat(reading.rows().getFirst()).isInstanceOf(io.belay.core.migration.DatabaseReading.Part.Seen.class);
        assertThat(fault(reading.rows().get(1)).message()).contains("terminating connection");
        assertThat(reading.rows().get(2)).isInstanceOf(io.belay.core.migration.DatabaseReading.Part.Unread.class);
    }

    @Test
    void unsaidTheSchemasAreThoseOfTheUsersSearchPath() throws Exception {
        var fresh = harbor();
        fresh.run(
                "create schema harbor",
                "create table harbor.berth (id integer)",
                "grant usage on schema harbor to " + fresh.reader(),
                "alter role " + fresh.reader() + " set search_path = harbor, public");

        assertThat(picture(read(fresh, everything())).tables())
                .extracting(Table::name)
                .containsExactly("berth", "public.alembic_version", "public.orders");
    }

    @Test
    void theSchemasThatAreNamedAreLookedAt() throws Exception {
        var fresh = harbor();
        fresh.run("create schema \"Har\"\"bor\"", "create table \"Har\"\"bor\".berth (id integer)");
        var settings = fresh.settings(fresh.reader(), Fresh.PASSWORD)
                .set(Key.texts("schemas", ""), List.of(Text.of("Har\"bor")))
                .build();
        var reading = new PostgresDatabaseKind().bind(settings).read(everything(), in(Duration.ofSeconds(30)));

        assertThat(picture(reading).tables()).extracting(Table::name).containsExactly("berth");
    }
}
