package io.belay.rollback;

import io.belay.core.Cause;
import io.belay.core.Finding;
import io.belay.core.Request;
import io.belay.core.fact.Spans;
import io.belay.core.system.SystemSpec;
import java.util.stream.Collectors;

/** What people are told: what was done, why, how long each part took, and what to do next. */
record Words(SystemSpec system, Request request, Outcome outcome) {
    String title() {
        return system.redactor().redact(system.name() + " " + system.environment() + ": " + outcome.title());
    }

    String text() {
        var cause = "Cause: " + request.cause().map(Cause::shown).orElse("the clock called") + "\n";
        var parts = outcome.findings().stream()
                .map(each -> each.subject() + ": " + each.summary() + took(each))
                .collect(Collectors.joining("\n", "", "\n"));
        return system.redactor().redact(cause + parts + "Next: " + outcome.next() + ".");
    }

    private static String took(Finding finding) {
        return finding.took().isZero() ? "" : " (took " + Spans.shown(finding.took()) + ")";
    }
}
