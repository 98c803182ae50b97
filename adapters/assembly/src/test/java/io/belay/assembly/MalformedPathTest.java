package io.belay.assembly;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.adapter.systemfile.FileFault;
import io.belay.adapter.systemfile.Reading;
import io.belay.adapter.systemfile.SystemFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The key {@code json} is both a body that is sent and a fact that is expected; a fault points at the one that is meant. */
final class MalformedPathTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    http | json: { a: b }, url: 'http://localhost/', expect: { json: { '$.a[?(': 1 } } | json
                    http | json: { a: b }, url: 'http://localhost/', expect: { match: { '(': 1 } } | match
                    websocket | url: 'ws://localhost/', expect: { json: { '$.a[?(': 1 } } | json
                    """)
    void theFaultIsAtTheExpectation(String kind, String settings, String fact) {
        var file = "system: harbor\nenvironment: test\nhealth:\n  checks:\n    - name: api\n      " + kind + ": { "
                + settings + " }\n";

        var reading =
                new SystemFile(Kinds.vocabulary(Path.of(".")), List.of()).read("harbor.yaml", file.getBytes(UTF_8));

        assertThat(((Reading.Refused) reading).faults())
                .extracting(FileFault::path)
                .containsExactly("health.checks[0]." + kind + ".expect." + fact);
    }
}
