package io.belay.demo.harbor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class HarborFileTest {

    private static final Path FILE = Path.of("..", "..", "templates", "examples", "harbor.yaml");

    @Test
    void withoutRedisNothingInItNamesOne() throws IOException {
        var text = Files.readString(FILE);

        assertThat(text).contains("HARBOR_REDIS_PORT");
        assertThat(HarborFile.withoutRedis(text))
                .doesNotContain("HARBOR_REDIS")
                .contains("- name: database\n", "scenarios:");
    }

    @Test
    void harborTellsEveryNameThatTheFileUses() throws Exception {
        try (var harbor = Harbor.start(HarborOptions.standard(), Progress.SILENT)) {
            var file = HarborFile.put(harbor.folder(), FILE.resolveSibling(""), harbor);

            assertThat(harbor.environment()).containsKeys(names(Files.readString(file)));
        }
    }

    @Test
    void whatIsSecretIsNamedAsSecret() throws IOException {
        var text = Files.readString(FILE);

        assertThat(text).doesNotContainPattern("public-env:\\w*PASSWORD");
    }

    private static String[] names(String text) {
        Set<String> names = Pattern.compile("\\$\\{(?:public-)?env:(HARBOR_\\w+)}")
                .matcher(text)
                .results()
                .map((MatchResult each) -> each.group(1))
                .collect(Collectors.toSet());
        return names.toArray(String[]::new);
    }
}
