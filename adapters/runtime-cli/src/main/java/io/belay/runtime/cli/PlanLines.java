package io.belay.runtime.cli;

import io.belay.alarmsetup.PlanText;
import io.belay.core.Evidence;
import io.belay.core.Report;
import java.util.Optional;
import java.util.stream.Collectors;

/** A plan on a terminal: what is made in green, what is changed in yellow, what is deleted in red, all else as it stands. */
final class PlanLines {
    private static final String PLAIN = "\u001b[0m";

    private PlanLines() {}

    static String of(Report plan, boolean colour) {
        var text = PlanText.of(plan);
        return colour ? text.lines().map(PlanLines::coloured).collect(Collectors.joining("\n", "", "\n")) : text;
    }

    private static String coloured(String line) {
        var code = switch (line.length() > 3 && line.startsWith("  ") ? line.charAt(2) : ' ') {
            case '+' -> "\u001b[32m";
            case '~', '!' -> "\u001b[33m";
            case '-' -> "\u001b[31m";
            default -> "";
        };
        return code.isEmpty() ? line : code + line + PLAIN;
    }

    /** Whether a change is due. */
    static boolean isDue(Report plan) {
        return fact(plan, "changes").filter(each -> !each.equals("0")).isPresent();
    }

    /** The plan's id; empty where nothing is due, and where it could not be drawn. */
    static Optional<String> id(Report plan) {
        return fact(plan, "plan");
    }

    private static Optional<String> fact(Report plan, String fact) {
        return plan.findings().stream()
                .limit(1)
                .flatMap(head -> head.evidence().stream())
                .filter(each -> each.fact().equals(fact))
                .map(Evidence::observed)
                .findFirst();
    }
}
