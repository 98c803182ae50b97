package io.belay.adapter.jdbc.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.adapter.jdbc.Dialect;
import io.belay.adapter.jdbc.RunningMariadb;
import io.belay.adapter.jdbc.ledger.Fresh;
import io.belay.core.Fault;
import io.belay.core.fact.Value;
import io.belay.core.ledger.LedgerReading;
import io.belay.core.migration.LedgerChoice;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class MariadbSourceTest extends SourceLaws {
    private static final String COUNTING = "select count(*) from orders";

    @BeforeEach
    void needed() {
        RunningMariadb.needed();
    }

    @Override
    Dialect dialect() {
        return Dialect.MYSQL;
    }

    @Override
    String slow(int seconds) {
        return "select sleep(" + seconds + ")";
    }

    /** MySQL gives up between rows alone, and takes a sleep that it cut short for an answer. */
    @Override
    String endless() {
        return "select sleep(60) from (select 1 as n union all select 2 union all select 3) three";
    }

    @Override
    String writing() {
        return "select tick()";
    }

    @Override
    String[] ticks() {
        return new String[] {
            "create table ticks (at timestamp)",
            "create function tick() returns integer modifies sql data begin insert into ticks values (now()); return 1; end"
        };
    }

    @Override
    String sleeping(String user) {
        return "select count(*) from information_schema.processlist where user = '" + user
                + "' and state = 'User sleep'";
    }

    @Override
    String[] holding(String table) {
        return new String[] {"lock tables " + table + " write"};
    }

    private static Fresh server() {
        return new Fresh(Dialect.MYSQL, "harbor");
    }

    @Override
    void countStatements() {
        server().run("set global log_output = 'TABLE'", "truncate mysql.general_log", "set global general_log = on");
    }

    @Override
    long statements(String user) throws SQLException {
        server().run("set global general_log = off");
        return number(
                server(),
                "select count(*) from mysql.general_log where command_type in ('Query', 'Execute') and user_host like '"
                        + user + "[%'");
    }

    @Test
    void aReplicaIsToldAsOne() throws Exception {
        try {
            server().run("set global read_only = on");

            assertThat(read(Fresh.of(dialect()), NOTHING).server().replica()).isTrue();
        } finally {
            server().run("set global read_only = off");
        }
    }

    @Test
    void theProductIsToldFromItsRelative() throws Exception {
        assertThat(read(Fresh.of(dialect()), NOTHING).server().product())
                .isEqualTo(RunningMariadb.mariadb() ? "MariaDB" : "MySQL");
    }

    @Test
    void aLedgerThatIsDeniedIsNotTakenForMissing() throws Exception {
        var fresh = harbor();
        var reader = fresh.reader();
        fresh.run(
                "revoke all privileges, grant option from " + reader,
                "grant select on " + fresh.name() + ".orders to " + reader);
        var reading = read(fresh, asked(new LedgerChoice.Known("alembic", Optional.empty(), Optional.empty()), false));

        assertThat(seen(reading.ledgers()))
                .singleElement()
                .isInstanceOfSatisfying(LedgerReading.Unread.class, unread -> {
                    assertThat(unread.tool()).isEqualTo("alembic");
                    assertThat(unread.fault().kind()).isEqualTo(Fault.Kind.DENIED);
                    assertThat(unread.fault().message()).contains("denied").endsWith("it may not be there either");
                });
    }

    @Test
    void aLedgerThatIsMissingWhereAllMayBeReadIsNotFound() throws Exception {
        var fresh = Fresh.of(dialect());
        var reading = read(fresh, asked(new LedgerChoice.Known("alembic", Optional.empty(), Optional.empty()), false));

        assertThat(fault(reading.ledgers()).kind()).isEqualTo(Fault.Kind.NOT_FOUND);
    }

    @Test
    void whoIsAtWorkIsNotKnownToWhomOthersAreHidden() throws Exception {
        var fault = fault(read(harbor(), NOTHING).changes());

        assertThat(fault.kind()).isEqualTo(Fault.Kind.DENIED);
        assertThat(fault.message()).contains("PROCESS");
    }

    @Test
    void theRightProcessIsEnoughToSeeWhoIsAtWork() throws Exception {
        var fresh = harbor();
        fresh.run("grant process on *.* to " + fresh.reader());

        assertThat(seen(read(fresh, NOTHING).changes())).isEmpty();
    }

    /** The rows of before the change are gone, so that the transaction has no answer any more; another one has. */
    @Test
    void whereAChangeCameInBetweenAllIsReadAnew() throws Exception {
        var fresh = harbor();
        var reading = begun(fresh, asked(new LedgerChoice.None(), false, query(slow(20)), query(COUNTING)));
        waking(fresh, "alter table orders engine = innodb, force", "do 1");

        assertThat(seen(reading.get().rows().getLast())).isEqualTo(Value.of(2));
    }

    @Test
    void afterThreeTimesAChangeThatKeepsComingInBetweenIsSaid() throws Exception {
        var fresh = harbor();
        var reading = begun(fresh, asked(new LedgerChoice.None(), false, query(slow(20)), query(COUNTING)));
        var rebuild = "alter table orders engine = innodb, force";
        waking(fresh, rebuild, rebuild, rebuild);

        assertThat(fault(reading.get().rows().getLast()).kind()).isEqualTo(Fault.Kind.CONFLICT);
    }

    /** Each time that somebody sleeps who has not slept before, runs the next of {@code statements}, and wakes him. */
    private void waking(Fresh fresh, String... statements) throws SQLException {
        var session = 0L;
        for (var statement : statements) {
            var next = "select coalesce(min(id), 0) from information_schema.processlist where user = '" + fresh.reader()
                    + "' and state = 'User sleep' and id > " + session;
            until(fresh, next);
            session = number(fresh, next);
            fresh.run(statement, "kill query " + session);
        }
    }
}
