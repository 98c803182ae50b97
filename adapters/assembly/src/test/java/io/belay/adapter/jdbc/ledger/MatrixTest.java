package io.belay.adapter.jdbc.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.adapter.jdbc.Dialect;
import io.belay.adapter.jdbc.RunningMariadb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The README's table, each yes of it on both engines, from the system file to the report. */
final class MatrixTest {
    private static final Path README = Path.of("../../functions/migration-verify/README.md");

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> onPostgres() {
        return new Matrix(Dialect.POSTGRES, folder).tests();
    }

    @TestFactory
    Stream<DynamicTest> onMysql() {
        RunningMariadb.needed();
        return new Matrix(Dialect.MYSQL, folder).tests();
    }

    @Test
    void aYesOfTheReadmeHasACaseAndANoHasNone() throws IOException {
        var told = new TreeMap<String, List<String>>();
        Arrays.stream(Kept.values()).forEach(tool -> told.put(tool.word(), tool.columns()));
        Arrays.stream(Applied.values()).forEach(tool -> told.put(tool.word(), tool.columns()));

        assertThat(readme()).isEqualTo(told);
        assertThat(told.keySet()).containsAll(Layouts.tools()).hasSize(15);
    }

    /** By tool, the columns of the README's table in which it says yes. */
    private static Map<String, List<String>> readme() throws IOException {
        var rows = Files.readAllLines(README).stream()
                .dropWhile(line -> !line.startsWith("| tool |"))
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> Arrays.stream(line.split("\\|", -1))
                        .skip(1)
                        .map(String::strip)
                        .toList())
                .toList();
        var columns = rows.getFirst();
        var says = new TreeMap<String, List<String>>();
        for (var row : rows.subList(2, rows.size())) {
            says.put(
                    row.getFirst(),
                    columns.stream()
                            .filter(column -> row.get(columns.indexOf(column)).equals("yes"))
                            .toList());
        }
        return says;
    }
}
