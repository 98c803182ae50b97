package io.belay.adapter.jdbc.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.adapter.scripts.Convention;
import io.belay.adapter.scripts.Engine;
import io.belay.adapter.scripts.Scripts;
import io.belay.core.ledger.LedgerEntry;
import io.belay.core.ledger.LedgerEntry.State;
import io.belay.core.script.Checksum;
import io.belay.core.script.Script;
import io.belay.core.script.Script.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a tool calls its script is what it writes into its ledger, and so is the script's checksum. It stands in this package,
 * where no database is needed to say what a row means, and in this module, which alone knows scripts and ledgers.
 */
final class JoinedTest {
    private static final String USERS = "create table users (id integer);\n";
    private static final String ROLES = "create table roles (id integer);\n";

    @TempDir
    private Path folder;

    @Test
    void flyways() throws IOException {
        write("V1__users.sql", USERS);
        write("V002_1__roles.sql", ROLES);
        write("U002.1__roles.sql", "drop table roles;");
        write("R__the_counts.sql", "create or replace view counts as select 1 as c;\n");
        write("B1__users.sql", USERS);

        joins(
                Convention.FLYWAY,
                "installed_rank version description type checksum success",
                "1|1|users|SQL|1618092286|1",
                "2|002.1|roles|SQL|1652477073|1",
                "3||the counts|SQL|-538473388|1");
    }

    @Test
    void aVersionThatFlywayTookBackIsNoLongerApplied() throws IOException {
        write("V2__roles.sql", ROLES);

        var entries = entries(
                Convention.FLYWAY,
                "installed_rank version description type checksum success",
                "1|0|<< Flyway Baseline >>|BASELINE||1",
                "2|1|users|SQL_BASELINE|5|1",
                "3|2|roles|SQL|1652477073|1",
                "4|2|roles|UNDO_SQL||1");

        assertThat(entries)
                .extracting(LedgerEntry::state)
                .containsExactly(State.BASELINE, State.BASELINE, State.UNDONE, State.UNDONE);
        assertThat(scripts(Convention.FLYWAY)
                        .getFirst()
                        .isMeantBy(entries.getLast().version()))
                .isTrue();
    }

    @Test
    void liquibases() throws IOException {
        write("log.sql", "--liquibase formatted sql\n--changeset ann:users\n" + USERS);
        write("more/log.xml", "<databaseChangeLog><changeSet id='2' author='bob b'/></databaseChangeLog>");
        write(
                "more/log.yaml",
                "databaseChangeLog:\n- logicalFilePath: classpath:l.yaml\n- changeSet: {id: 3, author: bob}\n");

        joins(
                Convention.LIQUIBASE,
                "ID AUTHOR FILENAME EXECTYPE MD5SUM ORDEREXECUTED",
                "users|ann|log.sql|EXECUTED|9:211cde64f86e33a328594b9e8358ed02|1",
                "2|bob b|classpath:more/log.xml|MARK_RAN|8:00|2",
                "3|bob|l.yaml|RERAN||3");
    }

    /** Whoever runs Liquibase says where its paths begin; the scripts may lie further down. */
    @Test
    void aPathThatBeginsFurtherUpInLiquibasesLedger() throws IOException {
        write("log.sql", "--liquibase formatted sql\n--changeset ann:users\n" + USERS);

        joins(
                Convention.LIQUIBASE,
                "ID AUTHOR FILENAME EXECTYPE MD5SUM ORDEREXECUTED",
                "users|ann|db/changelog/log.sql|EXECUTED|9:211cde64f86e33a328594b9e8358ed02|1");
    }

    @Test
    void prismas() throws IOException {
        write("20260101000000_init/migration.sql", USERS);
        write("migration_lock.toml", "provider = 'postgresql'");

        joins(
                Convention.PRISMA,
                "migration_name checksum started_at finished_at applied_steps_count",
                "20260101000000_init|968a887aca174ac5ff7677ad6717511dff395f1c528856c0c34d6e0cb08e4a9a|2026-01-01 00:00:00+00|2026-01-01 00:00:01+00|1");
    }

    @Test
    void atlas() throws IOException {
        write("20260101000000_users.sql", USERS);
        write("20260102000000.sql", ROLES);

        joins(
                Convention.ATLAS,
                "version description type applied total hash",
                ".atlas_cloud_identifier|6ad0|2|0|0|",
                "20260101000000|users|2|1|1|+zdJZLb9a7GYjYbvPmgAeG/IIgAqTQoI1iXKsn+0w7s=",
                "20260102000000||2|1|1|D0qQftubkfhHzJd+9JEyn8UMxahdffdJvfq7Pe2q5gc=");
    }

    @Test
    void theHeadsOfAlembic() throws IOException {
        write("a.py", "revision = 'a'\ndown_revision = None\n");
        write("b.py", "revision = 'b'\ndown_revision = 'a'\n");
        write("c.py", "revision = 'c'\ndown_revision = 'a'\n");

        assertThat(versions(Convention.ALEMBIC, "version_num", "b", "c"))
                .isEqualTo(Script.heads(scripts(Convention.ALEMBIC)));
    }

    @Test
    void theOneRowOfGolangMigrate() throws IOException {
        write("000001_users.up.sql", USERS);
        write("000001_users.down.sql", "drop table users;");
        write("000010_roles.up.sql", ROLES);

        assertThat(versions(Convention.GOLANG_MIGRATE, "version dirty", "10|f"))
                .containsExactly(scripts(Convention.GOLANG_MIGRATE).getLast().id());
    }

    @Test
    void goosesNumbers() throws IOException {
        write("00001_users.sql", USERS);
        write("20260101000000_roles.go", "package migrations");

        joins(Convention.GOOSE, "id version_id is_applied", "1|0|t", "2|1|t", "3|20260101000000|t");
    }

    @Test
    void dbmatesDigits() throws IOException {
        write("001_users.sql", USERS);
        write("20260101000000roles.sql", ROLES);

        joins(Convention.DBMATE, "version", "001", "20260101000000");
    }

    @Test
    void railsNumbers() throws IOException {
        write("001_users.rb", "");
        write("20260101000000_roles.shop.rb", "");

        joins(Convention.RAILS, "version", "001", "20260101000000");
    }

    @Test
    void knexNames() throws IOException {
        write("20260101000000_users.js", "");
        write("20260102000000_roles.ts", "");

        joins(Convention.KNEX, "id name batch", "1|20260101000000_users.js|1", "2|20260102000000_roles.ts|1");
    }

    @Test
    void sequelizesNames() throws IOException {
        write("20260101000000-users.js", "");
        write("20260102000000-roles.cjs", "");

        joins(Convention.SEQUELIZE, "name", "20260101000000-users.js", "20260102000000-roles.cjs");
    }

    @Test
    void typeormsClasses() throws IOException {
        write("1700000000000-AddUsers.ts", "export class AddUsers1700000000000 implements MigrationInterface {}");
        write("1700000000001-add-roles.js", "");

        joins(
                Convention.TYPEORM,
                "id timestamp name",
                "1|1700000000000|AddUsers1700000000000",
                "2|1700000000001|AddRoles1700000000001");
    }

    @Test
    void djangosTwoColumns() throws IOException {
        write("shop/migrations/0001_initial.py", "");
        write("stock/migrations/0001_initial.py", "");
        write("stock/migrations/__init__.py", "");

        joins(Convention.DJANGO, "id app name", "1|stock|0001_initial", "2|shop|0001_initial");
    }

    @Test
    void entityFrameworkCores() throws IOException {
        write("20260101000000_Users.cs", "");
        write("20260101000000_Users.Designer.cs", "");
        write("ShopContextModelSnapshot.cs", "");

        joins(Convention.EF_CORE, "MigrationId ProductVersion", "20260101000000_Users|9.0.1");
    }

    /** No script is without its entry and no entry without its script, and both have the same sum where there is one. */
    private void joins(Convention convention, String columns, String... rows) {
        var entries = entries(convention, columns, rows).stream()
                .filter(entry -> entry.state() != State.BASELINE)
                .toList();
        var scripts = scripts(convention).stream()
                .filter(script -> script.role() != Role.UNDO)
                .toList();

        assertThat(scripts).hasSameSizeAs(entries).allSatisfy(script -> {
            var joined = entries.stream()
                    .filter(entry -> script.isMeantBy(entry.version())
                            || (entry.version().isEmpty() && entry.description().equals(script.id())))
                    .toList();
            assertThat(joined).singleElement().satisfies(entry -> {
                assertThat(entry.state()).isIn(State.APPLIED, State.MARKED);
                if (!script.checksums().isEmpty()) {
                    assertThat(script.checksums())
                            .extracting(Checksum::value)
                            .contains(entry.checksum().orElseThrow());
                }
            });
        });
    }

    private Set<String> versions(Convention convention, String columns, String... rows) {
        var versions = new HashSet<String>();
        entries(convention, columns, rows).forEach(entry -> versions.add(entry.version()));
        return versions;
    }

    private static List<LedgerEntry> entries(Convention convention, String columns, String... rows) {
        return Layouts.of(convention.word())
                .telling()
                .of(Arrays.stream(rows).map(row -> row(columns, row)).toList(), false);
    }

    /** An empty field is null. */
    private static Row row(String columns, String fields) {
        var names = columns.split(" ", -1);
        var values = fields.split("\\|", -1);
        var row = new HashMap<String, String>();
        for (int i = 0; i < names.length; i++) {
            if (!values[i].isEmpty()) {
                row.put(names[i], values[i]);
            }
        }
        return new Row(row);
    }

    private List<Script> scripts(Convention convention) {
        return Scripts.inFolder(folder, Scripts.Reading.of(convention, Engine.POSTGRES))
                .scripts();
    }

    private void write(String file, String text) throws IOException {
        var path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
