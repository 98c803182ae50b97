package io.belay.rollback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whoever is woken by a refusal finds in the README what to do. */
class ReadmeTest {
    @Test
    void eachGuardHasARowThatSaysWhatAPersonDoes() throws IOException {
        var readme = Files.readString(Path.of("README.md"));
        var said = readme.substring(readme.indexOf("## When it refuses"), readme.indexOf("## What looks odd"))
                .lines()
                .filter(each -> each.startsWith("| "))
                .flatMap(each -> Arrays.stream(each.split("\\|", -1)[1].strip().split(", ", -1)))
                .collect(Collectors.toSet());

        assertThat(Guards.ALL.all()).extracting(Guard::name).isSubsetOf(said);
    }
}
