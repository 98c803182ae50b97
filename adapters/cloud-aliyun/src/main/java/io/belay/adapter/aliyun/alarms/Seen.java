package io.belay.adapter.aliyun.alarms;

import io.belay.adapter.aliyun.http.Json;
import io.belay.core.alarm.Canonical;
import io.belay.core.alarm.Owner;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A rule as CloudMonitor lists it (DescribeMetricRuleList).
 *
 * @param targets by their ids, their ARNs
 * @param levels the targets' levels
 */
record Seen(Json json, Map<String, String> targets, List<String> levels) {
    /** As we write it, with what the console adds: its own zone, and every day of the week. */
    private static final Pattern ALWAYS =
            Pattern.compile(RuleWriting.ALWAYS + "( [+-]\\d{4})?( dayofweek 1,2,3,4,5,6,7)?");

    /** The label that says why a rule is there: it has no other room for it, and those who are told read it. */
    static final String DESCRIPTION = "description";

    String id() {
        return text("RuleId");
    }

    String name() {
        return text("RuleName");
    }

    String text(String name) {
        return json.text(name).orElse("");
    }

    boolean enabled() {
        return !text("EnableState").equals("false");
    }

    /** By its id, else by its label. */
    Optional<Owner> owner() {
        return RuleName.owner(id())
                .or(() -> Optional.ofNullable(labels().get(RuleName.OWNER)).flatMap(Owner::read));
    }

    Map<String, String> labels() {
        return json.object("Labels").objects("Labels").stream()
                .collect(Collectors.toMap(
                        each -> each.text("Key").orElse(""),
                        each -> each.text("Value").orElse(""),
                        (one, _) -> one,
                        TreeMap::new));
    }

    /** The things it watches, each by its dimensions. */
    List<TreeMap<String, String>> resources() {
        var written = json.text("Resources").or(() -> json.text("Dimensions")).orElse("[]");
        return Json.read("{\"list\":" + written + "}").orElse(Json.EMPTY).objects("list").stream()
                .map(each -> {
                    var dimensions = new TreeMap<String, String>();
                    each.members()
                            .keySet()
                            .forEach(name -> each.text(name).ifPresent(value -> dimensions.put(name, value)));
                    return dimensions;
                })
                .toList();
    }

    /** {@code form} with what no rule of ours has: a difference that a person should see, and that a write puts right. */
    Canonical beyond(Canonical form, String level) {
        var all = form;
        if (!enabled()) {
            all = all.with(RuleForms.ACTIONS, "off");
        }
        var hours = text("EffectiveInterval");
        if (!hours.isBlank() && !ALWAYS.matcher(hours).matches()) {
            all = all.with("at hours", hours);
        }
        if (!text("NoEffectiveInterval").isBlank()) {
            all = all.with("not at hours", text("NoEffectiveInterval"));
        }
        var others = labels();
        others.remove(RuleName.OWNER);
        others.remove(DESCRIPTION);
        if (!others.isEmpty()) {
            all = all.with("labels", others.toString());
        }
        if (resources().size() > 1) {
            all = all.with("of", text("Resources"));
        }
        if (levels.stream().anyMatch(each -> !each.equalsIgnoreCase(level))) {
            all = all.with("targets", "told at " + String.join(", ", levels));
        }
        return all;
    }
}
