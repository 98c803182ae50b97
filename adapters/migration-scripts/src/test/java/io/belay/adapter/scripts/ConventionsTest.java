package io.belay.adapter.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.script.Additivity;
import io.belay.core.script.Script;
import io.belay.core.script.Script.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each tool's names and order. */
final class ConventionsTest {
    @TempDir
    Path folder;

    static Stream<Arguments> tools() {
        return Stream.of(
                Arguments.of(
                        Convention.FLYWAY,
                        "V10__c.sql V2_1__b.sql V1.2__a.sql R__view.sql U2_1__b.sql x/V3__d.sql notes.md B1__z.sql V4__j.java",
                        "1.2 2.1 3 4 10 view 2.1"),
                Arguments.of(
                        Convention.KNEX,
                        "2_b.js 10_a.ts readme.txt 2_b.d 2_b.d.ts first.coffee",
                        "10_a.ts 2_b.js first.coffee"),
                Arguments.of(Convention.SEQUELIZE, "2-b.js 10-a.cjs 2-b.d.ts x.sql sub/3-c.js", "10-a.cjs 2-b.js"),
                Arguments.of(
                        Convention.TYPEORM,
                        "1700000000001-b_c.ts 1700000000000-AddUsers.js 1700000000000-AddUsers.d.ts Init.ts",
                        "AddUsers1700000000000 BC1700000000001"),
                Arguments.of(Convention.RAILS, "20240102000000_b.rb 001_a.rb schema.rb", "1 20240102000000"),
                Arguments.of(
                        Convention.DJANGO,
                        "shop/migrations/0002_b.py shop/migrations/0001_initial.py shop/migrations/__init__.py auth/migrations/0001_x.py auth/migrations/named.py",
                        "auth.0001_x auth.named shop.0001_initial shop.0002_b"),
                Arguments.of(Convention.GOLANG_MIGRATE, "10_b.up.sql 000002_a.up.sql 10_b.down.sql", "2 10"),
                Arguments.of(Convention.ATLAS, "2_b.sql 10_a.sql atlas.md", "10 2"),
                Arguments.of(Convention.DBMATE, "002_b.sql 001_a.sql schema.md", "001 002"),
                Arguments.of(Convention.GOOSE, "00010_b.sql 2_a.sql 3_code.go 4_code_test.go", "2 3 10"),
                Arguments.of(
                        Convention.EF_CORE,
                        "20240102000000_B.cs 20240101000000_A.cs 20240101000000_A.Designer.cs ModelSnapshot.cs",
                        "20240101000000_A 20240102000000_B"),
                Arguments.of(Convention.NUMBERED, "10-b.sql 2_a.sql 003.sql x.sql", "2_a.sql 003.sql 10-b.sql"));
    }

    @ParameterizedTest
    @MethodSource("tools")
    void namesAndOrderAreTheTools(Convention convention, String files, String ids) throws IOException {
        for (var file : files.split(" ", -1)) {
            write(file, "");
        }

        assertThat(scripts(convention)).extracting(Script::id).containsExactly(ids.split(" ", -1));
    }

    @Test
    void alembicsOrderIsItsGraph() throws IOException {
        write("a.py", "revision: str = 'three'\ndown_revision: Union[str, None] = 'two'\n");
        write("b.py", "\"\"\"Add it\n\"\"\"\nrevision = \"one\"\ndown_revision = None\n");
        write("c.py", "revision = 'two'\ndown_revision = 'one'  # was 'zero'\n");
        write("d.py", "revision = 'four'\ndown_revision = 'two'\n");
        write("env.py", "revision = 'x'\n");

        var scripts = scripts(Convention.ALEMBIC);

        assertThat(scripts).extracting(Script::id).containsExactly("one", "two", "three", "four");
        assertThat(scripts.getFirst().description()).isEqualTo("Add it");
        assertThat(Script.heads(scripts)).containsExactly("three", "four");
    }

    @Test
    void aMergeFollowsBothAndIsTheOneHead() throws IOException {
        write("a.py", "revision = 'a'\ndown_revision = None\n");
        write("b.py", "revision = 'b'\ndown_revision = None\n");
        write("c.py", "revision = 'c'\ndown_revision = (\n    'a',\n    'b',\n)\n");

        assertThat(Script.heads(scripts(Convention.ALEMBIC))).containsExactly("c");
    }

    @Test
    void whatARevisionDependsOnIsNoHeadAnyMore() throws IOException {
        write("a.py", "revision = 'a'\ndown_revision = None\nbranch_labels = ('shop',)\ndepends_on = None\n");
        write("b.py", "revision = 'b'\ndown_revision = None\ndepends_on: Union[str, None] = 'shop'\n");
        write("c.py", "revision = 'c'\ndown_revision = ['b']\ndepends_on = (\n    'a',  # not 'x'\n    'd',\n)\n");
        write("d.py", "revision = 'd'\ndown_revision = None\nbranch_labels = {'stock'}\n");
        write("e.py", "revision = 'e'\ndown_revision = 'a'\n");

        var scripts = scripts(Convention.ALEMBIC);

        assertThat(scripts).extracting(Script::id).containsExactly("a", "b", "d", "c", "e");
        assertThat(scripts.get(1).follows()).containsExactly("a");
        assertThat(scripts.get(3).follows()).containsExactly("b", "a", "d");
        assertThat(Script.heads(scripts)).containsExactly("c", "e");
    }

    @Test
    void typeormGoesByTheNameThatAMigrationGivesItself() throws IOException {
        write("1700000000000-a.ts", "export class Other1700000000005 implements MigrationInterface {\n");
        write("1700000000001-b.ts", "class X1700000000009 {\n  name = 'Said1700000000001'\n}");

        assertThat(scripts(Convention.TYPEORM))
                .extracting(Script::id)
                .containsExactly("Said1700000000001", "Other1700000000005");
    }

    @Test
    void aCheckpointOfAtlasIsNoScriptOfADatabaseInUse() throws IOException {
        write("1_a.sql", "create table a (id int);\n");
        write("2_b.sql", "-- atlas:checkpoint\n\ncreate table a (id int);\n");
        write("3_c.sql", "-- what -- atlas:checkpoint is\n");

        assertThat(scripts(Convention.ATLAS)).extracting(Script::id).containsExactly("1");
    }

    @Test
    void aCircleEnds() throws IOException {
        write("a.py", "revision = 'a'\ndown_revision = 'b'\n");
        write("b.py", "revision = 'b'\ndown_revision = 'a'\n");

        assertThat(scripts(Convention.ALEMBIC)).hasSize(2);
    }

    @Test
    void onlyTheWayThereIsJudged() throws IOException {
        write("1_a.sql", "-- +goose Up\nCREATE TABLE t (a int);\n-- +goose Down\nDROP TABLE t2;\n");
        write("2_b.sql", "-- migrate:up\nDROP TABLE t;\n-- migrate:down\nSELECT 1;\n");

        assertThat(scripts(Convention.GOOSE).getFirst().additivity()).isEqualTo(Additivity.additive());
        assertThat(((Additivity.NotAdditive)
                                scripts(Convention.DBMATE).getLast().additivity())
                        .reasons())
                .singleElement()
                .extracting(Additivity.Reason::line, Additivity.Reason::statement)
                .containsExactly(2, "DROP TABLE");
    }

    @Test
    void changelogsInXmlAndYamlGiveTheirIds() throws IOException {
        write("a.xml", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><x/>");
        write("b.xml", "<databaseChangeLog logicalFilePath='l'><changeSet id='1' author='ann'/></databaseChangeLog>");
        write("c.yaml", "databaseChangeLog:\n- changeSet: {id: 2, author: bob}\n");
        write("d.yaml", "databaseChangeLog: " + "[".repeat(50_000));
        write("f.yml", "spring: x\n---\nspring: y\n");
        write("e.sql", "select 'no changelog'");

        var scripts = scripts(Convention.LIQUIBASE);

        assertThat(scripts).extracting(Script::id).containsExactly("l::1::ann", "c.yaml::2::bob", "d.yaml");
        assertThat(scripts).noneMatch(script -> script.additivity() instanceof Additivity.Additive);
    }

    @Test
    void aChangesetForAnotherServerIsNoScriptOfThisOne() throws IOException {
        write("a.sql", """
                --liquibase formatted sql
                --changeset a:1 dbms:oracle,mysql
                select 1;
                --changeset a:2 dbms:"!oracle, postgresql"
                select 1;
                --changeset a:3 dbms:!oracle
                select 1;
                --changeset a:4 dbms:!postgresql
                select 1;
                """);
        write("b.yaml", "databaseChangeLog:\n- changeSet: {id: 1, author: b, dbms: 'h2'}\n");
        write("c.xml", "<databaseChangeLog><changeSet id='1' author='c' dbms='all'/></databaseChangeLog>");

        assertThat(scripts(Convention.LIQUIBASE))
                .extracting(Script::id)
                .containsExactly("a.sql::2::a", "a.sql::3::a", "c.xml::1::c");
    }

    @Test
    void aChangesetThatIsRunOnChangeOrAlwaysMayChange() throws IOException {
        write("a.sql", """
                --liquibase formatted sql
                --changeset a:1 runOnChange:true
                select 1;
                --changeset a:2 runAlways:"true" context:x
                select 1;
                --changeset a:3 runOnChange:false
                select 1;
                """);
        write("b.yaml", "databaseChangeLog:\n- changeSet: {id: 1, author: b, runOnChange: true}\n");
        write("c.xml", "<databaseChangeLog><changeSet id='1' author='c' runAlways='TRUE'/></databaseChangeLog>");

        assertThat(scripts(Convention.LIQUIBASE))
                .extracting(Script::role)
                .containsExactly(Role.REPEATABLE, Role.REPEATABLE, Role.ONCE, Role.REPEATABLE, Role.REPEATABLE);
    }

    @Test
    void aReasonNamesTheLineOfTheFile() throws IOException {
        write("log.sql", "--liquibase formatted sql\n--changeset a:1\nselect 1;\n--changeset a:2\ndrop table t;\n");

        assertThat(((Additivity.NotAdditive)
                                scripts(Convention.LIQUIBASE).getLast().additivity())
                        .reasons())
                .extracting(Additivity.Reason::line)
                .containsExactly(5);
    }

    @Test
    void whatIsDeclaredWins() throws IOException {
        write("1_a.sql", "DROP TABLE t");
        var reading = new Scripts.Reading(
                Convention.NUMBERED, Engine.MYSQL, Map.of("1_a.sql", Additivity.additive()), Bounds.USUAL);

        assertThat(Scripts.inFolder(folder, reading).scripts().getFirst().additivity())
                .isEqualTo(Additivity.additive());
    }

    @Test
    void codeIsUnclearButForWhatItsAuthorSays() throws IOException {
        write("1_a.js", "// belay: additive\n");
        write("2_b.js", "exports.up = x\n");

        assertThat(scripts(Convention.KNEX))
                .extracting(script -> script.additivity() instanceof Additivity.Additive)
                .containsExactly(true, false);
    }

    private void write(String file, String text) throws IOException {
        var path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private List<Script> scripts(Convention convention) {
        return Scripts.inFolder(folder, Scripts.Reading.of(convention, Engine.POSTGRES))
                .scripts();
    }
}
