package io.belay.adapter.report;

import io.belay.core.Finding;
import io.belay.core.Report;
import io.belay.core.Verdict;
import java.util.List;
import java.util.stream.Stream;

/**
 * One test case of the build server's: a check, a whole scenario, or one part of a database.
 *
 * @param target where it answers; that of the whole where a part has none of its own
 * @param verdict what it counts as
 */
record JUnitCase(String name, String group, Finding finding, String target, Verdict verdict) {
    /**
     * Every case of {@code report}. What was asked at once falls into its parts, each a case under the name of the whole; the
     * whole is a case as well where its parts do not tell its verdict. No part counts as worse than its whole.
     */
    static List<JUnitCase> of(Report report) {
        var system = report.system() + "." + report.environment();
        return report.findings().stream().flatMap(each -> of(each, system)).toList();
    }

    private static Stream<JUnitCase> of(Finding finding, String system) {
        var whole = new JUnitCase(
                finding.subject(), system + "." + finding.kind(), finding, finding.target(), finding.verdict());
        if (finding.parts().isEmpty() || Shown.inSteps(finding)) {
            return Stream.of(whole);
        }
        var parts = finding.parts().stream()
                .map(part -> new JUnitCase(
                        part.kind().equals(part.subject()) ? part.kind() : part.kind() + " " + part.subject(),
                        whole.group() + "." + finding.subject(),
                        part,
                        part.target().isEmpty() ? finding.target() : part.target(),
                        least(part.verdict(), finding.verdict())))
                .toList();
        var told = Verdict.worst(parts.stream().map(JUnitCase::verdict).toList()) == finding.verdict();
        return told ? parts.stream() : Stream.concat(Stream.of(whole), parts.stream());
    }

    private static Verdict least(Verdict one, Verdict other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
