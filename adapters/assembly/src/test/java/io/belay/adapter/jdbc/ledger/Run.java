package io.belay.adapter.jdbc.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.adapter.jdbc.Dialect;
import io.belay.assembly.Bundle;
import io.belay.assembly.Opening;
import io.belay.assembly.SystemTime;
import io.belay.assembly.Systems;
import io.belay.core.Correlation;
import io.belay.core.Deadline;
import io.belay.core.Finding;
import io.belay.core.Progress;
import io.belay.core.Report;
import io.belay.core.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks migration-verify by a system file in {@code folder}, as every door does. */
record Run(Path folder, Fresh fresh) {
    private static final Duration WITHIN = Duration.ofSeconds(30);

    Path file(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    /** The bundle of a system file with {@code lines} about the one database. */
    Bundle bundle(String lines) throws IOException {
        var engine = fresh.dialect() == Dialect.POSTGRES ? "postgres" : "mysql";
        var file = file("system.yaml", """
                system: matrix
                environment: test
                migrations:
                  - name: main
                    %s: { url: "%s", user: "%s", password: "${env:PASSWORD}" }
                """.formatted(engine, fresh.url(), fresh.reader()) + lines.indent(4));
        var opening = new Systems(Map.of("PASSWORD", Fresh.PASSWORD), new SystemTime(), Progress.NONE).open(file);
        assertThat(opening).isInstanceOf(Opening.Opened.class);
        return ((Opening.Opened) opening).bundle();
    }

    Report report(String lines) throws IOException {
        return bundle(lines)
                .function(Bundle.MIGRATION_VERIFY)
                .apply(new Request(Set.of(), Deadline.in(WITHIN, new SystemTime()), new Correlation("abcdefgh")));
    }

    static Deadline within() {
        return Deadline.in(WITHIN, new SystemTime());
    }

    /** What is said of the parts of the one database. */
    static Stream<Finding> parts(Report report) {
        return report.findings().stream().flatMap(finding -> finding.parts().stream());
    }

    /** All that a person would read. */
    static String shown(Report report) {
        return Stream.concat(report.findings().stream(), parts(report))
                .map(finding -> finding.verdict() + " " + finding.subject() + ": " + finding.summary())
                .collect(Collectors.joining("\n"));
    }

    /** Each thing that is said: {@code pending 2: applied, not applied}. */
    static Stream<String> said(Report report) {
        return parts(report)
                .flatMap(part -> part.evidence().stream())
                .map(evidence -> evidence.fact() + ": " + evidence.expected().orElse("") + " | " + evidence.observed());
    }
}
