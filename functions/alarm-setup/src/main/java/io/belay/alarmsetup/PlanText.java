package io.belay.alarmsetup;

import io.belay.core.Evidence;
import io.belay.core.Finding;
import io.belay.core.Report;
import io.belay.core.Verdict;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A plan as people read it, made of its report alone: a sign, a thing, and under it each field that changes, old → new.
 *
 * <p>{@code +} is made, {@code ~} changed or taken over, {@code -} deleted, {@code =} left as it is, {@code !} cannot be expressed.
 */
public final class PlanText {
    // What a store tells may hold anything; it must not look like a line of ours.
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");

    private PlanText() {}

    /** The text of a report of {@link AlarmPlan} or {@link AlarmDrift}, each line ended. */
    public static String of(Report report) {
        var text = new StringBuilder();
        for (var finding : report.findings()) {
            var seen = finding.map(each -> UNSEEN.matcher(each).replaceAll(" "));
            text.append(Sign.of(seen).map(sign -> change(sign, seen)).orElseGet(() -> other(seen)));
        }
        return text.toString();
    }

    private static String change(Sign sign, Finding finding) {
        var head = "  " + sign.mark() + " " + finding.kind() + " " + finding.subject();
        var said = sign == Sign.CREATE || sign == Sign.CHANGE || sign == Sign.DELETE
                ? ""
                : "  (" + why(sign, finding) + ")";
        // What is deleted or left needs no list of what it is.
        var fields = sign == Sign.DELETE || sign == Sign.GAP ? List.<Evidence>of() : rest(finding);
        return head + said + "\n"
                + fields.stream().map(each -> field(sign, each)).collect(Collectors.joining());
    }

    private static String why(Sign sign, Finding finding) {
        return sign == Sign.TAKE_OVER ? "taken over" : finding.summary();
    }

    private static List<Evidence> rest(Finding finding) {
        return finding.evidence().subList(1, finding.evidence().size());
    }

    private static String field(Sign sign, Evidence evidence) {
        var now = evidence.expected().orElse("");
        var step = sign == Sign.CREATE ? shown(now) : shown(evidence.observed()) + " → " + shown(now);
        return "      " + evidence.fact() + ": " + step + "\n";
    }

    private static String shown(String text) {
        return text.isEmpty() ? "(none)" : text;
    }

    private static String other(Finding finding) {
        if (finding.kind().startsWith("alarms-")) {
            return head(finding);
        }
        var verdict = finding.verdict() == Verdict.PASS ? "" : finding.verdict() + " ";
        return "  " + verdict + finding.kind() + " " + finding.subject() + ": " + finding.summary() + "\n";
    }

    private static String head(Finding finding) {
        var facts = finding.evidence().stream()
                .filter(each -> !each.fact().equals("changes"))
                .map(each -> each.fact() + " " + each.observed())
                .collect(Collectors.joining(", "));
        return finding.summary() + (facts.isEmpty() ? "" : " (" + facts + ")") + "\n";
    }
}
