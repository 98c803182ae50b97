package io.belay.adapter.scripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.script.Checksum;
import io.belay.core.script.Script;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Atlas sums over a folder, and what its sum keeps out. */
final class AtlasSumTest {
    @TempDir
    Path folder;

    /** The values were made by sha256sum and base64 of what Atlas documents: each name and content so far. */
    @Test
    void atlasSumsNameAndContentOfAllFilesSoFar() throws IOException {
        Files.writeString(folder.resolve("1_a.sql"), "create table a (id int);\n");
        Files.writeString(folder.resolve("2_b.sql"), "-- atlas:sum ignore\n\nselect 1;\n");
        Files.writeString(folder.resolve("3_c.sql"), "create table c (id int);\n");

        assertThat(scripts(Convention.ATLAS))
                .extracting(script ->
                        script.checksums().stream().map(Checksum::value).toList())
                .containsExactly(
                        List.of("yR5YhhlConz9KMyPn5i4/nsXn/pa3MhpA/OStARXGI0="),
                        List.of(),
                        List.of("MH/hFd8KI3f6vBCMV4lC9S+HGDZLvsawgeFIgUOvkhE="));
    }

    /** The two sums are what Atlas itself wrote for these: github.com/ariga/atlas, sql/migrate/testdata/partial-checkpoint. */
    @Test
    void atlasIsWhatAtlasWrote() throws IOException {
        Files.writeString(folder.resolve("1_first.sql"), "create table `tbl_1` (`col` int);\n");
        Files.writeString(folder.resolve("2_second.sql"), "create table `tbl_2` (`col` int);\n");

        assertThat(scripts(Convention.ATLAS))
                .flatExtracting(Script::checksums)
                .extracting(Checksum::value)
                .containsExactly(
                        "uJ2MyyeTqXx4rCqtRMQAvRrfsvdwmvsZ3LcadVvCdOc=", "TLO00GtsqSi8o0ySoaofBqxemrElL8fHOs3IRnqYvB8=");
    }

    /** Made by sha256sum and base64 as {@code HashFile.Sum} in Atlas' sql/migrate/dir.go adds the lines up. */
    private static final String SUM = """
            h1:S6cxXBXqelwrhCGTjJHXpx2/hWfF17/l+eLEDR3ABWs=
            1_a.sql h1:yR5YhhlConz9KMyPn5i4/nsXn/pa3MhpA/OStARXGI0=
            2_b.sql h1:TbtXQs76tfnIDIj3Su8yriMvcPp364oproXxQrtPrtk=
            """;

    private void atlas(String sum) throws IOException {
        Files.writeString(folder.resolve("1_a.sql"), "create table a (id int);\n");
        Files.writeString(folder.resolve("2_b.sql"), "create table b (id int);\n");
        Files.writeString(folder.resolve("atlas.sum"), sum);
    }

    private void rejected(String why) {
        assertThatThrownBy(() -> scripts(Convention.ATLAS))
                .isInstanceOfSatisfying(
                        PortException.class,
                        refused -> assertThat(refused.fault())
                                .satisfies(fault -> assertThat(fault.kind()).isEqualTo(Fault.Kind.REJECTED))
                                .satisfies(fault -> assertThat(fault.message()).contains("atlas.sum", why)));
    }

    @Test
    void aFolderThatFitsItsAtlasSumIsRead() throws IOException {
        atlas(SUM);

        assertThat(scripts(Convention.ATLAS)).extracting(Script::id).containsExactly("1", "2");
    }

    @Test
    void aScriptThatWasEditedAfterItsSumIsRefused() throws IOException {
        atlas(SUM);
        Files.writeString(folder.resolve("2_b.sql"), "create table b (id bigint);\n");

        rejected("2_b.sql");
    }

    @Test
    void aScriptThatIsNotInTheSumIsRefused() throws IOException {
        atlas(SUM);
        Files.writeString(folder.resolve("3_c.sql"), "");

        rejected("3_c.sql is not in it");
    }

    @Test
    void aScriptThatIsGoneFromTheFolderIsRefused() throws IOException {
        atlas(SUM);
        Files.delete(folder.resolve("2_b.sql"));

        rejected("2_b.sql is not there");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "h1:\n",
                "h1:AAAA\n1_a.sql h1:yR5YhhlConz9KMyPn5i4/nsXn/pa3MhpA/OStARXGI0=\n",
                "<<<<<<< ours\n"
            })
    void aSumThatDoesNotAddUpIsRefused(String sum) throws IOException {
        atlas(sum);

        rejected("");
    }

    @Test
    void onlyAFilesFirstLineKeepsItOutOfAtlasSum() {
        var file = new Found("1_a.sql", "-- a\n-- atlas:sum ignore\n".getBytes(StandardCharsets.UTF_8));

        assertThat(AtlasSum.of(List.of(file)).of(file)).isPresent();
    }

    /** Liquibase accepts a change set's old sum where it is told to, and any sum where it is told so. */
    @Test
    void aSumThatIsSaidToBeValidIsAcceptedAsWell() throws IOException {
        Files.writeString(folder.resolve("log.sql"), """
                --liquibase formatted sql
                --changeset ann:1
                --validCheckSum: 9:00000000000000000000000000000000
                create table t (a int);
                --changeset ann:2
                create table t (a int);
                --changeset ann:3
                --validCheckSum ANY
                create table t (a int);
                """);

        var scripts = scripts(Convention.LIQUIBASE);

        var computed = scripts.get(1).checksums();
        assertThat(scripts.getFirst().checksums())
                .containsExactly(
                        computed.getFirst(), new Checksum("liquibase 9", "9:00000000000000000000000000000000"));
        assertThat(scripts.getLast().checksums()).isEmpty();
    }

    private List<Script> scripts(Convention convention) {
        return Scripts.inFolder(folder, Scripts.Reading.of(convention, Engine.POSTGRES))
                .scripts();
    }
}
