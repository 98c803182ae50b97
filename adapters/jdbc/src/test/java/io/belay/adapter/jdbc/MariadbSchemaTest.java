package io.belay.adapter.jdbc;

import static io.belay.adapter.jdbc.Builder.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.schema.CheckRule;
import io.belay.core.schema.ForeignKey;
import io.belay.core.schema.Index;
import io.belay.core.schema.Part;
import io.belay.core.schema.Picture;
import io.belay.core.schema.Unseen;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MariadbSchemaTest {
    @BeforeAll
    static void needed() {
        RunningMariadb.needed();
    }

    @BeforeEach
    void empty() throws Exception {
        Builder.mariadb()
                .run(
                        "set foreign_key_checks = 0",
                        "drop database if exists port",
                        "create database port",
                        "drop database if exists other",
                        "revoke all privileges, grant option from watch@'%'",
                        "grant select, insert, create on harbor.* to watch@'%'");
    }

    private static void build(String... statements) throws Exception {
        try (var connection = Builder.mariadb().connect()) {
            Builder.run(connection, "use port");
            Builder.run(connection, statements);
        }
    }

    private static void letRead(String what) throws Exception {
        Builder.mariadb().run("grant " + what + " to watch@'%'");
    }

    private static final String[] HARBOR = {
        """
        create table berth (id int(11) not null auto_increment primary key, name varchar(64) not null default 'it''s',
          wide decimal(10,2) default 0.00, kind enum('a','b') default 'a', open tinyint(1) not null default 1,
          seen timestamp not null default current_timestamp() on update current_timestamp(), note text default null,
          twice int generated always as (open * 2) virtual, unique key by_name (name(10), kind), check (wide >= 0))
        """,
        """
        create table orders (id bigint unsigned primary key, berth int, destination varchar(64), index by_berth (berth desc),
          constraint to_berth foreign key (berth) references berth (id) on delete cascade)
        """,
        "create view busy as select o.id from orders o join berth b on b.id = o.berth where b.name = 'x  y'",
        "create trigger noticed before insert on orders for each row set new.destination = upper(new.destination)"
    };

    @Test
    void aColumnIsToldInCanonicalWords() throws Exception {
        build(HARBOR);

        assertThat(table(Builder.mariadb().seenBy("owner", "port"), "berth").columns().stream()
                        .map(each -> each.name() + " " + each.shown()))
                .containsExactly(
                        "id integer not null auto_increment",
                        "name varchar(64) not null default 'it''s'",
                        "wide numeric(10,2) default 0.00",
                        "kind enum('a','b') default 'a'",
                        "open tinyint(1) not null default 1",
                        "seen timestamp not null default current_timestamp on update current_timestamp",
                        "note text",
                        "twice integer virtual as open * 2");
    }

    @Test
    void indexesAndConstraintsAreToldWithAllThatIsParticularOfThem() throws Exception {
        build(HARBOR);

        var picture = Builder.mariadb().seenBy("owner", "port");

        assertThat(table(picture, "berth").indexes())
                .extracting(Index::shown)
                .containsExactly("unique (name(10), kind)");
        assertThat(table(picture, "berth").checks())
                .extracting(CheckRule::expression)
                .containsExactly("wide >= 0");
        assertThat(table(picture, "orders").foreignKeys())
                .extracting(ForeignKey::shown)
                .containsExactly("(berth) -> berth(id) on delete cascade");
        assertThat(table(picture, "orders").primaryKey()).containsExactly("id");
        assertThat(picture.unseen()).isEmpty();
    }

    /** MySQL 9.7 has no function {@code md5} by itself. */
    @Test
    void whatIsToldByItsDigestNeedsNoFunctionThatAServerLacks() throws Exception {
        build(HARBOR);
        build("create function port() returns int deterministic return 1");

        var picture = Builder.mariadb().seenBy("owner", "port");

        assertThat(table(picture, "orders").triggers())
                .singleElement()
                .satisfies(trigger -> assertThat(trigger.hash()).matches("[0-9a-f]{64}"));
        assertThat(picture.routines())
                .singleElement()
                .satisfies(routine -> assertThat(routine.hash()).matches("[0-9a-f]{64}"));
    }

    @Test
    void aDumpPutBackIsTheSamePicture(@TempDir Path folder) throws Exception {
        build(HARBOR);
        Builder.mariadb().run("create database other");
        var dump = client("mariadb-dump", folder, "--triggers", "--skip-lock-tables", "port");
        Files.writeString(folder.resolve("in.sql"), dump);
        client("mariadb", folder, "other");

        assertThat(Builder.mariadb().seenBy("owner", "other"))
                .isEqualTo(Builder.mariadb().seenBy("owner", "port"));
    }

    private static String client(String program, Path folder, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(
                program,
                "--no-defaults",
                "--host=127.0.0.1",
                "--port=" + RunningMariadb.port(),
                "--user=owner",
                "--password=" + RunningMariadb.PASSWORD));
        command.addAll(List.of(arguments));
        var input = folder.resolve("in.sql");
        var builder = new ProcessBuilder(command)
                .redirectError(folder.resolve("errors").toFile());
        if (Files.exists(input)) {
            builder.redirectInput(input.toFile());
        }
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as(Files.readString(folder.resolve("errors")))
                .isZero();
        return said;
    }

    @Test
    void aRoleThatMayOnlyReadSeesTheSameTables() throws Exception {
        build(HARBOR);
        letRead("select on port.*");

        var picture = Builder.mariadb().seen("port");
        var whole = Builder.mariadb().seenBy("owner", "port");

        assertThat(picture.unseen())
                .extracting(Unseen::part)
                .containsExactlyInAnyOrder(Part.TRIGGER, Part.VIEW, Part.ROUTINE);
        assertThat(table(picture, "berth")).isEqualTo(table(whole, "berth"));
        assertThat(table(picture, "orders").foreignKeys())
                .isEqualTo(table(whole, "orders").foreignKeys().stream()
                        .map(key -> RunningMariadb.mariadb() ? key.withoutActions() : key)
                        .toList());
    }

    @Test
    void aRoleThatMayReadOneTableDoesNotKnowOfOthers() throws Exception {
        build(HARBOR);
        letRead("select on port.berth");

        var picture = Builder.mariadb().seen("port");

        assertThat(picture.tables()).extracting(each -> each.name()).containsExactly("berth");
        assertThat(picture.unseen())
                .filteredOn(Unseen::all)
                .extracting(Unseen::part)
                .contains(Part.TABLE, Part.COLUMN, Part.VIEW);
    }

    @Test
    void hostileNamesAreNames() throws Exception {
        build("create table `a``b'; drop table x; -- \u00fc` (`select` int, `a\"\n.b` varchar(3) default '''`\"')");

        var table = Builder.mariadb().seenBy("owner", "port").tables().getFirst();

        assertThat(table.name()).isEqualTo("a`b'; drop table x; -- \u00fc");
        assertThat(table.columns().getLast().name()).isEqualTo("a\"\n.b");
        assertThat(table.columns().getLast().fallback()).contains("'''`\"'");
    }

    @Test
    void whileATableIsAlteredNeitherWaitsForTheOther() throws Exception {
        build("create table t (id int primary key) engine = innodb", "insert into t values (1)");
        try (var holding = Builder.mariadb().connect()) {
            Builder.run(holding, "use port", "lock tables t write");
            var started = System.nanoTime();

            var picture = Builder.mariadb().seenBy("owner", "port");

            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(10));
            assertThat(picture.tables()).hasSize(1);
            Builder.run(holding, "alter table t add column a int");
        }
    }

    /** MariaDB leaves the table out and warns; MySQL's dictionary shows it as it was. */
    @Test
    void aTableThatIsJustBeingRenamedIsUnseenAndNotMissing() throws Exception {
        build("create table a (id int primary key)", "create table z (id int primary key)");
        var renaming = new FutureTask<>(() -> {
            build("rename table a to b, z to y");
            return true;
        });
        Picture picture;
        try (var holding = Builder.mariadb().connect()) {
            Builder.run(holding, "use port", "start transaction", "select * from z");
            Thread.ofVirtual().start(renaming);
            var end = Instant.now().plus(Duration.ofSeconds(20));
            while (waiting() == 0) {
                assertThat(Instant.now()).isBefore(end);
            }
            picture = Builder.mariadb().seenBy("owner", "port");
        }
        renaming.get();

        if (RunningMariadb.mariadb()) {
            assertThat(picture.unseen())
                    .contains(new Unseen(
                            Part.TABLE, "a", "it cannot be opened: it is being altered right now, or broken"));
        } else {
            assertThat(picture.tables()).hasSize(2);
        }
    }

    private static long waiting() throws Exception {
        try (var connection = Builder.mariadb().connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select count(*) from information_schema.processlist where state like 'Waiting for%metadata lock'")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void manyTablesAreReadInTime() throws Exception {
        int most = Integer.getInteger("belay.tables", 200);
        try (var connection = Builder.mariadb().connect()) {
            Builder.run(connection, "use port");
            for (int i = 0; i < most; i++) {
                Builder.run(
                        connection,
                        "create table t" + i
                                + " (id bigint primary key, a int not null, b varchar(64) default 'x', c text,"
                                + " d timestamp default now(), e numeric(10,2), f int, g text, h text, i boolean, j int,"
                                + " k int check (k > 0)) engine = myisam");
            }
        }
        var started = System.nanoTime();

        var picture = Builder.mariadb().seenBy("owner", "port");

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(30));
        assertThat(picture.tables()).hasSize(most);
    }
}
