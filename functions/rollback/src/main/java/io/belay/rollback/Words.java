package io.belay.rollback;

import io.belay.core.Cause;
import io.belay.core.Evidence;
import io.belay.core.Finding;
import io.belay.core.Request;
import io.belay.core.fact.Spans;
import io.belay.core.system.SystemSpec;
import java.util.Optional;
import java.util.stream.Collectors;

/** What people are told: what was done, why, how long each part took, and what to do next. */
record Words(SystemSpec system, Request request, Outcome outcome) {
    String title() {
        return system.redactor().redact(system.name() + " " + system.environment() + ": " + outcome.title());
    }

    String text() {
        var parts = outcome.findings().stream()
                .map(each -> each.subject() + ": " + each.summary() + took(each))
                .collect(Collectors.joining("\n", "", "\n"));
        return system.redactor().redact(why() + parts + "Next: " + outcome.next() + ".");
    }

    /** The cause, which a sweep finds by itself, and what its source said when it was asked. */
    private String why() {
        var head = outcome.findings().stream().findFirst();
        var cause = request.cause()
                .map(Cause::shown)
                .or(() -> head.flatMap(Words::found))
                .orElse("the clock called");
        var said = head.stream()
                .flatMap(each -> each.parts().stream())
                .filter(each -> each.subject().equals(StillSo.NAME))
                .map(each -> "Why: " + each.summary() + "\n")
                .findFirst();
        return "Cause: " + cause + "\n" + said.orElse("");
    }

    private static Optional<String> found(Finding head) {
        return head.evidence().stream()
                .filter(each -> each.fact().equals(Decision.CAUSE))
                .map(Evidence::observed)
                .findFirst();
    }

    private static String took(Finding finding) {
        return finding.took().isZero() ? "" : " (took " + Spans.shown(finding.took()) + ")";
    }
}
