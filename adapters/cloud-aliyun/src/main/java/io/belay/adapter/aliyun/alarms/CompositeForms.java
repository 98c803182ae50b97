package io.belay.adapter.aliyun.alarms;

import io.belay.core.alarm.AlarmSpec;
import io.belay.core.alarm.Canonical;
import io.belay.core.alarm.Composite;
import io.belay.core.alarm.Gap;
import io.belay.core.alarm.Missing;
import io.belay.core.alarm.Owner;
import io.belay.core.alarm.Rendering;
import io.belay.core.alarm.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * CloudMonitor's normal form of an alarm on alarms. It knows no rule on rules, but rules on several metrics of one thing: where the
 * alarms that are named are of that kind, their conditions are put into one rule, which then asks no other. It is red when they are.
 *
 * @param alarms the canonical forms of those that can be named
 */
record CompositeForms(Owner owner, Map<String, Canonical> alarms) {
    Rendering of(Composite composite) {
        var gaps = new ArrayList<Gap>();
        var refused = Names.refused(composite.name());
        if (refused.isPresent()) {
            return Rendering.none(composite, refused.get());
        }
        if (composite.receivers().isEmpty()) {
            return Rendering.none(composite, "a rule tells a group of contacts at least: name a receiver");
        }
        var flat = flat(composite.rule());
        if (flat.isEmpty()) {
            return Rendering.none(composite, "a rule joins conditions by and, or by or, and turns none of them round");
        }
        var named = new ArrayList<AlarmSpec>();
        for (var name : composite.rule().alarms()) {
            if (Optional.ofNullable(alarms.get(name)).map(Canonical::resource).orElse(null)
                    instanceof AlarmSpec alarm) {
                named.add(alarm);
            } else {
                return Rendering.none(composite, "it knows no rule on rules, and " + name + " is no rule on a metric");
            }
        }
        var conditions =
                named.stream().flatMap(each -> Condition.of(each).stream()).toList();
        if (conditions.size() != named.size() || !alike(conditions, named)) {
            return Rendering.none(
                    composite,
                    "it knows no rule on rules; one rule asks several metrics where all are of one thing, with plain thresholds and as many periods in a row");
        }
        if (composite.hush().isPresent()) {
            gaps.add(new Gap("hush", composite.hush().get().alarm(), "no rule is silent because of another"));
        }
        var first = named.getFirst();
        return whole(composite, joined(flat.get(), conditions), first.window().evaluations(), first.missing(), gaps);
    }

    private Rendering whole(Composite composite, Rule rule, int times, Missing missing, List<Gap> gaps) {
        var form = new Composite(
                composite.name(),
                composite.description().strip(),
                rule,
                composite.severity(),
                Told.canonical(composite.receivers(), gaps),
                RuleForms.recovery(composite.recovery(), gaps),
                Optional.empty());
        return new Rendering(
                composite,
                Optional.of(RuleForms.form(form, Optional.of(owner), times, RuleForms.SILENCE, missing)),
                gaps);
    }

    /** Whether all of them have to hold; empty where neither all nor any of plain alarms. */
    private static Optional<Boolean> flat(Rule rule) {
        return switch (rule) {
            case Rule.Red _ -> Optional.of(true);
            case Rule.All(var rules) -> red(rules) ? Optional.of(true) : Optional.empty();
            case Rule.Any(var rules) -> red(rules) ? Optional.of(false) : Optional.empty();
            case Rule.Not _ -> Optional.empty();
        };
    }

    private static boolean red(List<Rule> rules) {
        return rules.stream().allMatch(Rule.Red.class::isInstance);
    }

    private static boolean alike(List<Condition> conditions, List<AlarmSpec> named) {
        return conditions.stream()
                                .map(each -> each.namespace() + each.dimensions())
                                .distinct()
                                .count()
                        == 1
                && named.stream()
                                .map(each -> each.window().evaluations() + " " + each.missing())
                                .distinct()
                                .count()
                        == 1;
    }

    /** The conditions as a rule of which each text can be read again. */
    static Rule joined(boolean all, List<Condition> conditions) {
        var reds = conditions.stream()
                .map(Condition::text)
                .distinct()
                .sorted()
                .<Rule>map(Rule.Red::new)
                .toList();
        return all ? new Rule.All(reds) : new Rule.Any(reds);
    }
}
