package io.belay.alarmsetup;

import io.belay.core.alarm.AlarmsSpec;
import io.belay.core.alarm.Canonical;
import io.belay.core.alarm.Held;
import io.belay.core.alarm.Id;
import io.belay.core.alarm.Rendering;
import io.belay.core.alarm.Retention;
import io.belay.core.plan.Change;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says which changes make what is into what should be. Asks nobody, so that of the same it always says the same.
 *
 * <pre>
 *  is there | bears our mark | wanted | it is
 *  no       |                | yes    | created
 *  yes      | yes            | yes    | updated where it differs
 *  yes      | yes            | no     | deleted
 *  yes      | no             | yes    | taken over where its name is said, else left alone
 *  yes      | no             | no     | never even looked at
 * </pre>
 *
 * Then the policy says which of these may be.
 */
record Planner(AlarmsSpec spec) {
    private record Judged(List<Change<Canonical>> changes, List<Withheld> withheld) {
        void take(Change<Canonical> change, Optional<String> against) {
            against.ifPresentOrElse(why -> withheld.add(new Withheld(change, why)), () -> changes.add(change));
        }
    }

    /** What is to be done of what is wanted and of what bears the mark; in no order yet. */
    private Judged judge(List<Rendering> renderings, List<Held> held, Set<String> only) {
        var there = new HashMap<Id, Canonical>();
        held.forEach(each -> there.put(each.form().id(), each.form()));
        var judged = new Judged(new ArrayList<>(), new ArrayList<>());
        var wanted = new HashSet<Id>();
        for (var rendering : renderings) {
            wanted.add(rendering.wanted().id());
            var form = rendering.form();
            if (form.isPresent() && heard(only, form.get())) {
                judge(rendering, form.get(), there, judged);
            }
        }
        for (var each : held) {
            var form = each.form();
            if (!wanted.contains(form.id()) && form.owner().equals(Optional.of(spec.owner())) && heard(only, form)) {
                var delete = new Change.Delete<>(form);
                judged.take(delete, policy(delete));
            }
        }
        return judged;
    }

    private void judge(Rendering rendering, Canonical form, Map<Id, Canonical> there, Judged judged) {
        var current = there.get(form.id());
        if (current == null) {
            var create = new Change.Create<>(form);
            judged.take(create, policy(create));
            return;
        }
        if (!current.same(form)) {
            var update = new Change.Update<>(current, form);
            judged.take(
                    update, foreign(current).or(() -> kept(rendering, current)).or(() -> policy(update)));
        }
    }

    /** {@link Order} says in which order; what its policy keeps from being deleted is in the way of what bears its name. */
    Sketch sketch(List<Rendering> renderings, List<Held> held, Set<String> only) {
        var judged = judge(renderings, held, only);
        return new Sketch(Order.of(judged.changes(), judged.withheld()), judged.withheld());
    }

    /** What is done, in order, and what is not. */
    record Sketch(List<Change<Canonical>> changes, List<Withheld> withheld) {}

    private static boolean heard(Set<String> only, Canonical form) {
        return only.isEmpty() || only.contains(form.id().name());
    }

    private Optional<String> policy(Change<Canonical> change) {
        if (spec.policy().allows(change)) {
            return Optional.empty();
        }
        return Optional.of("the policy is " + Words.of(spec.policy()));
    }

    private Optional<String> foreign(Canonical current) {
        var mine = !current.id().kind().owned() || current.owner().equals(Optional.of(spec.owner()));
        if (mine || spec.takeOver().contains(current.id().name())) {
            return Optional.empty();
        }
        var whose = current.owner().map(each -> "it is of " + each).orElse("it bears no owner's mark");
        return Optional.of(whose + "; name it under take-over to make it one of " + spec.owner());
    }

    private static Optional<String> kept(Rendering rendering, Canonical current) {
        return rendering.wanted() instanceof Retention wanted
                        && current.resource() instanceof Retention set
                        && set.days().isPresent()
                        && !wanted.forced()
                ? Optional.of("somebody has set " + set.days().get() + "d; force it to set another")
                : Optional.empty();
    }
}
