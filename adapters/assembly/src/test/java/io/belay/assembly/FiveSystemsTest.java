package io.belay.assembly;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.adapter.systemfile.EnvironmentSecrets;
import io.belay.adapter.systemfile.Reading;
import io.belay.adapter.systemfile.SystemFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of the five systems, each with what its own list of variables gives it. */
class FiveSystemsTest {
    private static final Path EXAMPLES = Path.of("../../templates/examples");

    @ParameterizedTest
    @ValueSource(strings = {"wms-fc", "bailian-ack", "uvis-ecs", "wms-compose", "serveml-lambda"})
    void eachIsRightAndNamesNoVariableThatIsNotListed(String system) throws IOException {
        var file = new SystemFile(Kinds.vocabulary(EXAMPLES), List.of(new EnvironmentSecrets(variables(system))));

        var reading = file.read(EXAMPLES.resolve(system + ".yaml"));

        assertThat(reading instanceof Reading.Refused refused ? refused.shown() : "")
                .isEmpty();
    }

    private static Map<String, String> variables(String system) throws IOException {
        return Files.readAllLines(EXAMPLES.resolve(system + ".env"), UTF_8).stream()
                .filter(line -> line.matches("[A-Z].*"))
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }
}
