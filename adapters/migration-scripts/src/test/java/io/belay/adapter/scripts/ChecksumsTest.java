package io.belay.adapter.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.script.Additivity;
import io.belay.core.script.Checksum;
import io.belay.core.script.Script;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import liquibase.ChecksumVersion;
import liquibase.changelog.ChangeLogParameters;
import liquibase.parser.core.formattedsql.FormattedSqlChangeLogParser;
import liquibase.resource.DirectoryResourceAccessor;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.internal.resolver.ChecksumCalculator;
import org.flywaydb.core.internal.resource.StringResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our checksums against the tools' own. */
final class ChecksumsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a\n",
                "a\r\nb\r\n",
                "a\rb",
                "\n\na\n\n",
                "a\nb\n\n",
                "\uFEFFcreate table t (a int);\n",
                "-- \u00fc \u6f22 \ud83d\ude00\nx",
                "a \t\n  b",
                "\r\n\r",
                "a\u2028b\u0085c\fd"
            })
    void flywaysIsWhatFlywayCalculates(String text) {
        assertThat(Checksums.flyway(text).value())
                .isEqualTo(Integer.toString(ChecksumCalculator.calculate(new StringResource(text))));
    }

    @ParameterizedTest
    @CsvSource({"1,2", "1.2,1.10", "001,1", "1.0,1", "2,1.9.9", "20240101,3", "1.1.1,1.1", "10,9"})
    void flywaysOrderIsFlyways(String one, String other) {
        var flyway = MigrationVersion.fromVersion(one).compareTo(MigrationVersion.fromVersion(other));

        assertThat(Integer.signum(Flyway.versions(one, other))).isEqualTo(Integer.signum(flyway));
    }

    @Test
    void liquibasesIsWhatLiquibaseCalculatesAndSoAreItsIds() throws Exception {
        Files.writeString(folder.resolve("log.sql"), """
                --liquibase formatted sql

                --changeset ann:1
                create table t (
                    a int,\tb text -- a comment
                );
                --rollback drop table t;

                -- changeset "bob b":"2 x" runOnChange:true splitStatements:false
                --comment: why it is there
                insert into t values (1, '\u00fc \u6f22');
                /* another */ select 1;

                --changeset ann:3 logicalFilePath:elsewhere.sql
                drop table t
                """);
        var expected = new FormattedSqlChangeLogParser()
                .parse("log.sql", new ChangeLogParameters(), new DirectoryResourceAccessor(folder))
                .getChangeSets();

        var scripts = scripts(Convention.LIQUIBASE);

        assertThat(scripts)
                .extracting(Script::id)
                .containsExactlyElementsOf(
                        expected.stream().map(set -> set.toNormalizedString()).toList());
        assertThat(scripts)
                .flatExtracting(Script::checksums)
                .extracting(Checksum::value)
                .containsExactlyElementsOf(expected.stream()
                        .map(set -> set.generateCheckSum(ChecksumVersion.V9).toString())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--changeset a:1 dbms:postgresql\nx",
                "--changeset a:1\nselect '${x}'",
                "--changeset a:1\n--preconditions onFail:HALT\nx",
                "--changeset a:1\nx\n/* liquibase rollback\ny */",
                "--changeset a:1\n--ignoreLines:1\nx\ny",
                "--changeset a:1\nx\n/\n"
            })
    void whatLiquibaseWouldChangeBeforeItSumsHasNoChecksum(String changeset) throws IOException {
        Files.writeString(folder.resolve("log.sql"), "--liquibase formatted sql\n" + changeset);

        assertThat(scripts(Convention.LIQUIBASE))
                .singleElement()
                .extracting(Script::checksums)
                .isEqualTo(List.of());
    }

    @Test
    void prismasIsTheSha256OfTheFileWithEitherLineEnd() throws IOException {
        Files.createDirectories(folder.resolve("20240101000000_x"));
        Files.writeString(folder.resolve("20240101000000_x/migration.sql"), "hello");

        assertThat(scripts(Convention.PRISMA).getFirst().checksums())
                .extracting(Checksum::value)
                .contains("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
    }

    @Test
    void prismaAcceptsAScriptWhoseLineEndsHaveChanged() {
        var unix = Checksums.prisma(new Found("x", "a\nb\n".getBytes(StandardCharsets.UTF_8)));
        var windows = Checksums.prisma(new Found("x", "a\r\nb\r\n".getBytes(StandardCharsets.UTF_8)));

        assertThat(unix).contains(windows.getFirst());
    }

    /** An older schema engine wrote the byte 0e as e, and all later ones still accept it. */
    @Test
    void aNumberedScriptHasEachChecksumThatPeopleWrite() throws IOException {
        Files.writeString(folder.resolve("1_x.sql"), "hello");

        assertThat(scripts(Convention.NUMBERED).getFirst().checksums())
                .containsExactly(
                        new Checksum("SHA-256", "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"),
                        new Checksum("SHA-1", "aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d"),
                        new Checksum("MD5", "5d41402abc4b2a76b9719d911017c592"),
                        new Checksum("CRC32", "3610a686"));
    }

    @Test
    void theChecksumOfANumberedScriptIsThereForEitherLineEnd() {
        var unix = Checksums.numbered(new Found("1.sql", "a\nb\n".getBytes(StandardCharsets.UTF_8)));
        var windows = Checksums.numbered(new Found("1.sql", "a\r\nb\r\n".getBytes(StandardCharsets.UTF_8)));

        assertThat(unix).hasSize(8).containsExactlyInAnyOrderElementsOf(windows);
    }

    @Test
    void aNumberedScriptThatIsNotUtf8IsSummedAsItIs() {
        assertThat(Checksums.numbered(new Found("1.sql", new byte[] {(byte) 0xff, '\r', '\n'})))
                .hasSize(4);
    }

    @Test
    void prismaAcceptsASumThatWasWrittenWithoutNoughts() {
        assertThat(Checksums.prisma(new Found("x", "hello".getBytes(StandardCharsets.UTF_8))))
                .extracting(Checksum::value)
                .contains("2cf24dba5fb0a3e26e83b2ac5b9e29e1b161e5c1fa7425e7343362938b9824");
    }

    @Test
    void aFileThatIsNotUtf8HasNoFlywayChecksumAndIsUnclear() throws IOException {
        Files.write(folder.resolve("V1__x.sql"), new byte[] {'a', (byte) 0xff, '\n'});

        assertThat(scripts(Convention.FLYWAY)).singleElement().satisfies(script -> {
            assertThat(script.checksums()).isEmpty();
            assertThat(script.additivity()).isInstanceOf(Additivity.Unclear.class);
        });
    }

    private List<Script> scripts(Convention convention) {
        return Scripts.inFolder(folder, Scripts.Reading.of(convention, Engine.POSTGRES))
                .scripts();
    }
}
