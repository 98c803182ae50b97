package io.belay.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.assembly.Bundle;
import io.belay.assembly.Opening;
import io.belay.assembly.SystemTime;
import io.belay.assembly.Systems;
import io.belay.core.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** README tells the truth; its commands are run by scripts/test. */
final class ReadmeTest {
    private static final Path ROOT = Path.of("../..");
    private static final Pattern VARIABLE =
            Pattern.compile("\"((?:BELAY|FC)_[A-Z_]*[A-Z]|TRACEPARENT|NO_COLOR|COLUMNS)\"");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z_]+)` \\|");
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]+)\\)");
    private static final Pattern SCRIPT = Pattern.compile("(?<![\\w/-])scripts/([a-z][a-z-]*)");
    private static final Pattern YAML = Pattern.compile("(?s)```yaml\\n(.*?)```");

    @Test
    void everySettingIsInTheTableAndNoOther() {
        var used = sources().flatMap(source -> all(VARIABLE, source)).collect(Collectors.toCollection(TreeSet::new));

        assertThat(all(ROW, read(ROOT.resolve("README.md"))).toList()).containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void everyLinkLeadsSomewhere() {
        for (var readme : readmes()) {
            var folder = readme.resolveSibling("");

            assertThat(all(LINK, read(readme)).map(folder::resolve))
                    .as(readme.toString())
                    .allMatch(Files::exists);
        }
    }

    @Test
    void everyScriptThatIsNamedIsThere() {
        for (var readme : readmes()) {
            assertThat(all(SCRIPT, read(readme)).map(ROOT.resolve("scripts")::resolve))
                    .as(readme.toString())
                    .allMatch(Files::isExecutable);
        }
    }

    @Test
    void everyModuleSaysWhatItIs() {
        var modules = all(Pattern.compile("<module>(.*?)</module>"), read(ROOT.resolve("pom.xml")))
                .toList();

        assertThat(modules).hasSizeGreaterThan(10);
        assertThat(modules).allMatch(module -> Files.exists(ROOT.resolve(module).resolve("README.md")));
        assertThat(modules)
                .allMatch(module -> read(ROOT.resolve("README.md")).contains(module.replaceFirst(".*/", "") + "/"));
    }

    @Test
    void theSystemFileItShowsIsRight(@TempDir Path folder) throws Exception {
        var shown = all(YAML, read(ROOT.resolve("README.md"))).findFirst().orElseThrow();
        var file = Files.writeString(folder.resolve("readme.yaml"), shown);
        var environment = Map.of("DB_PASSWORD", "a-password", "PROBE_PASSWORD", "a-password");

        assertThat(new Systems(environment, new SystemTime(), Progress.NONE).open(file))
                .isInstanceOfSatisfying(
                        Opening.Opened.class,
                        opened -> assertThat(Bundle.READING)
                                .allSatisfy(function -> assertThat(opened.bundle()
                                                .section(function)
                                                .names())
                                        .as(function)
                                        .isNotEmpty()));
    }

    private static Stream<String> sources() {
        return Stream.of("functions", "adapters")
                .map(ROOT::resolve)
                .flatMap(ReadmeTest::walk)
                .filter(path -> path.toString().contains("/src/main/"))
                .filter(path -> path.toString().endsWith(".java"))
                .map(ReadmeTest::read);
    }

    private static List<Path> readmes() {
        return Stream.concat(
                        Stream.of(ROOT.resolve("README.md")),
                        Stream.of("functions", "adapters").map(ROOT::resolve).flatMap(ReadmeTest::walk))
                .filter(path -> path.endsWith("README.md"))
                .filter(path -> !path.toString().contains("/target/"))
                .toList();
    }

    private static Stream<Path> walk(Path folder) {
        try (var paths = Files.walk(folder)) {
            return paths.toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult match) -> match.group(1));
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
