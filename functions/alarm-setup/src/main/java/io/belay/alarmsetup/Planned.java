package io.belay.alarmsetup;

import io.belay.core.Evidence;
import io.belay.core.Finding;
import io.belay.core.Request;
import io.belay.core.Time;
import io.belay.core.Verdict;
import io.belay.core.alarm.Canonical;
import io.belay.core.plan.Change;
import io.belay.core.system.SystemSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A plan as it is told. Of each change {@code weight} says the verdict. */
record Planned(SystemSpec system, Frame frame, Function<Change<Canonical>, Verdict> weight) {
    List<Finding> findings(Request request, Time time) throws InterruptedException {
        var spec = system.alarms();
        if (spec.sites().isEmpty()) {
            return List.of(frame.head(Verdict.UNKNOWN, "the system file has no alarms", List.of()));
        }
        var look = Look.at(spec, request.only(), time, request.deadline());
        var findings = new ArrayList<Finding>();
        findings.add(head(look));
        findings.addAll(look.unread());
        for (var drawn : look.drawn()) {
            var told = new Told(drawn);
            drawn.plan()
                    .changes()
                    .forEach(each -> findings.add(told.of(each, Sign.of(each), weight.apply(each), Told.would(each))));
            drawn.withheld().forEach(each -> findings.add(told.left(each)));
            drawn.renderings().stream()
                    .filter(each -> !each.gaps().isEmpty())
                    .forEach(each -> findings.add(told.gaps(each)));
            findings.addAll(new Reach(spec.owner()).findings(drawn));
            findings.addAll(new TimeToSafety(spec, system.rollback()).findings(drawn));
        }
        return findings;
    }

    private Finding head(Look look) {
        var changes = look.changes();
        var all = look.unread().isEmpty();
        var what = changes == 0 ? "nothing to do" : changes == 1 ? "1 change" : changes + " changes";
        var evidence = List.of(
                Evidence.noted("plan", all ? PlanId.of(look.drawn()) : "none"),
                Evidence.compared("changes", "0", Integer.toString(changes), changes == 0),
                Evidence.noted("policy", Words.of(system.alarms().policy())),
                Evidence.noted("owner", system.alarms().owner().mark()));
        return all
                ? frame.head(Verdict.PASS, what, evidence)
                : frame.head(Verdict.UNKNOWN, what + " in what could be read", evidence);
    }
}
