package io.belay.alarmsetup;

import io.belay.core.Evidence;
import io.belay.core.Finding;
import io.belay.core.Severity;
import io.belay.core.Verdict;
import io.belay.core.alarm.AlarmSpec;
import io.belay.core.alarm.Budget;
import io.belay.core.alarm.Canonical;
import io.belay.core.alarm.Composite;
import io.belay.core.alarm.Dashboard;
import io.belay.core.alarm.Gap;
import io.belay.core.alarm.MetricFilter;
import io.belay.core.alarm.Receiver;
import io.belay.core.alarm.Rendering;
import io.belay.core.alarm.Resource;
import io.belay.core.alarm.Retention;
import io.belay.core.alarm.SavedQuery;
import io.belay.core.plan.Change;
import io.belay.core.plan.Difference;
import io.belay.core.plan.Fields;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Findings on changes, whether made or not: each field as it is beside what it should be. */
record Told(Drawn drawn) {
    Finding of(Change<Canonical> change, Sign sign, Verdict verdict, String summary) {
        var form = change.subject();
        var evidence = new ArrayList<Evidence>();
        evidence.add(sign.evidence());
        var before = change.before().map(Canonical::all).orElse(Fields.NONE);
        var after = change.after().map(Canonical::all).orElse(Fields.NONE);
        before.to(after).forEach(each -> evidence.add(evidence(each)));
        return finding(form.resource(), verdict, summary, evidence);
    }

    Finding done(Change<Canonical> change, Sign sign, String summary) {
        var before = change.before().map(Canonical::all).orElse(Fields.NONE);
        var after = change.after().map(Canonical::all).orElse(Fields.NONE);
        var evidence = new ArrayList<Evidence>();
        evidence.add(sign.evidence());
        before.to(after).forEach(each -> evidence.add(Evidence.noted(each.field(), each.step())));
        return finding(change.subject().resource(), Verdict.PASS, summary, evidence);
    }

    Finding left(Withheld withheld) {
        return of(withheld.change(), Sign.LEAVE, Verdict.WARN, "left as it is: " + withheld.reason());
    }

    Finding gaps(Rendering rendering) {
        var evidence = new ArrayList<Evidence>();
        evidence.add(Sign.GAP.evidence());
        rendering
                .gaps()
                .forEach(each -> evidence.add(Evidence.compared(each.field(), each.wanted(), each.reason(), false)));
        var what = rendering.form().isPresent() ? "cannot express all of it: " : "cannot express it: ";
        var reasons = rendering.gaps().stream().map(Gap::reason).collect(Collectors.joining("; "));
        return finding(rendering.wanted(), Verdict.WARN, drawn.store().kind() + " " + what + reasons, evidence);
    }

    private Finding finding(Resource resource, Verdict verdict, String summary, List<Evidence> evidence) {
        return new Finding(
                resource.name(),
                resource.kind().word(),
                drawn.store().target().address(),
                verdict,
                summary,
                evidence,
                Duration.ZERO);
    }

    /** What would be done, in a sentence. */
    static String would(Change<Canonical> change) {
        return switch (change) {
            case Change.Create<Canonical> _ -> "is not there";
            case Change.Delete<Canonical> _ -> "is not wanted any more";
            case Change.Update<Canonical>(var current, var desired) ->
                "is otherwise: "
                        + current.all().to(desired.all()).stream()
                                .map(Difference::toString)
                                .collect(Collectors.joining("; "));
        };
    }

    /** How much a resource weighs. */
    static Severity severity(Resource resource) {
        return switch (resource) {
            case AlarmSpec alarm -> alarm.severity();
            case Composite composite -> composite.severity();
            case Budget _, Dashboard _, MetricFilter _, Receiver _, Retention _, SavedQuery _ -> Severity.WARNING;
        };
    }

    private static Evidence evidence(Difference difference) {
        return Evidence.compared(
                difference.field(),
                difference.shouldBe().orElse(""),
                difference.is().orElse(""),
                false);
    }
}
