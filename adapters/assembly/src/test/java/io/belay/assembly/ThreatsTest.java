package io.belay.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What THREATS.md says holds a door is there to hold it. */
final class ThreatsTest {
    private static final Path ROOT = Path.of("..", "..");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    private static final Pattern NAMED = Pattern.compile("([a-z-]+)/([A-Z]\\w*Test)(?:\\.(\\w+))?");

    private static List<String> page() throws IOException {
        return Files.readAllLines(Path.of("THREATS.md"));
    }

    private static Stream<String> quoted(String text) {
        return QUOTED.matcher(text).results().map(each -> each.group(1));
    }

    /** The last column of each row. */
    private static List<String> columns() throws IOException {
        return page().stream()
                .filter(line -> line.startsWith("| **"))
                .map(row -> row.split("\\|", -1))
                .map(cells -> cells[cells.length - 2])
                .toList();
    }

    private static boolean there(String named) {
        var match = NAMED.matcher(named);
        return match.matches()
                && Stream.of("functions", "adapters")
                        .map(folder ->
                                ROOT.resolve(folder).resolve(match.group(1)).resolve("src/test/java"))
                        .filter(Files::isDirectory)
                        .anyMatch(tests -> holds(tests, match.toMatchResult()));
    }

    private static boolean holds(Path tests, MatchResult named) {
        try (var files = Files.walk(tests)) {
            return files.filter(file -> file.endsWith(named.group(2) + ".java"))
                    .anyMatch(
                            file -> named.group(3) == null || text(file).contains("    void " + named.group(3) + "("));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void everyDoorIsHeldByTestsThatAreThere() throws Exception {
        assertThat(columns()).hasSizeGreaterThan(12).allSatisfy(cell -> {
            assertThat(quoted(cell)).isNotEmpty();
            assertThat(quoted(cell))
                    .allSatisfy(named -> assertThat(there(named)).as(named).isTrue());
        });
    }

    @Test
    void everyTestThatTheTextNamesIsThere() throws Exception {
        var named = page().stream()
                .flatMap(ThreatsTest::quoted)
                .filter(each -> NAMED.matcher(each).matches())
                .toList();

        assertThat(named)
                .hasSizeGreaterThan(50)
                .allSatisfy(each -> assertThat(there(each)).as(each).isTrue());
    }

    @Test
    void whatIsGoneIsMissed() {
        assertThat(there("assembly/ThreatsTest.whatIsGoneIsMissed")).isTrue();
        assertThat(there("assembly/ThreatsTest")).isTrue();
        assertThat(there("assembly/ThreatsTest.whatIsGone")).isFalse();
        assertThat(there("assembly/GoneTest")).isFalse();
        assertThat(there("rollback/ThreatsTest")).isFalse();
        assertThat(there("gone/ThreatsTest")).isFalse();
        assertThat(there("ThreatsTest")).isFalse();
    }
}
