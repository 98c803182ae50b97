package io.belay.adapter.rules;

import io.belay.core.Severity;
import io.belay.core.alarm.AlarmSpec;
import io.belay.core.alarm.Canonical;
import io.belay.core.alarm.Composite;
import io.belay.core.alarm.Id;
import io.belay.core.alarm.Kind;
import io.belay.core.alarm.Limit;
import io.belay.core.alarm.Measure;
import io.belay.core.alarm.Missing;
import io.belay.core.alarm.Owner;
import io.belay.core.alarm.Resource;
import io.belay.core.alarm.Rule;
import io.belay.core.alarm.Window;
import io.belay.core.plan.Fields;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/**
 * What stands in a rule file, as YAML has it. Groups and rules that are not ours stay as they are; comments do not.
 *
 * @param root of the file; mutable
 */
record RuleFile(Map<String, Object> root) {
    private static final String GROUPS = "groups";
    private static final String RULES = "rules";
    private static final String ALERT = "alert";
    private static final String LABELS = "labels";
    private static final String ANNOTATIONS = "annotations";
    private static final String OWNER = "belay_owner";
    private static final String KIND = "belay_kind";
    private static final String COMPOSITE = "composite";
    private static final String TOLD = "belay_receivers";

    /**
     * Reads {@code text}; an empty one has no groups.
     *
     * @throws IllegalArgumentException where it is no rule file
     */
    static RuleFile read(String text) {
        try {
            var read =
                    new Load(LoadSettings.builder().setCodePointLimit(16 << 20).build()).loadFromString(text);
            if (read == null) {
                return new RuleFile(new LinkedHashMap<>());
            }
            if (read instanceof Map<?, ?> map) {
                return new RuleFile(texts(map));
            }
        } catch (RuntimeException broken) {
            throw new IllegalArgumentException("no rule file: it is not YAML", broken);
        }
        throw new IllegalArgumentException("no rule file: a block with groups is meant");
    }

    String written() {
        var settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setWidth(1_000)
                .build();
        return new Dump(settings).dumpToString(root);
    }

    /**
     * Every alerting rule.
     *
     * @param kinds of which kind one is that does not say so, by its name
     */
    List<Canonical> all(Map<String, Kind> kinds) {
        return groups().stream()
                .flatMap(group -> rules(group).stream())
                .filter(rule -> rule.containsKey(ALERT))
                .map(rule -> form(rule, kinds))
                .toList();
    }

    Optional<Canonical> find(Id id) {
        // An alarm and a composite alarm share their names.
        return all(Map.of(id.name(), id.kind())).stream()
                .filter(each -> each.id().name().equals(id.name()))
                .findFirst();
    }

    /** Puts {@code form} where its rule stands, else at the end of its owner's group. */
    void put(Owner owner, Canonical form) {
        var rule = rule(owner, form);
        for (var group : groups()) {
            var rules = rules(group);
            for (int each = 0; each < rules.size(); each++) {
                if (form.id().name().equals(rules.get(each).get(ALERT))) {
                    rules.set(each, rule);
                    group.put(RULES, rules);
                    return;
                }
            }
        }
        var group = group(owner);
        var rules = rules(group);
        rules.add(rule);
        group.put(RULES, rules);
    }

    void remove(Id id) {
        for (var group : groups()) {
            var rules = rules(group);
            if (rules.removeIf(rule -> id.name().equals(rule.get(ALERT)))) {
                group.put(RULES, rules);
            }
        }
    }

    private Map<String, Object> group(Owner owner) {
        var groups = groups();
        for (var each : groups) {
            if (owner.mark().equals(each.get("name"))) {
                return each;
            }
        }
        var made = new LinkedHashMap<String, Object>(Map.of("name", owner.mark()));
        groups.add(made);
        root.put(GROUPS, groups);
        return made;
    }

    private List<Map<String, Object>> groups() {
        var groups = blocks(root.get(GROUPS));
        root.put(GROUPS, groups);
        return groups;
    }

    private static List<Map<String, Object>> rules(Map<String, Object> group) {
        return blocks(group.get(RULES));
    }

    private static Map<String, Object> rule(Owner owner, Canonical form) {
        var fields = form.fields();
        var labels = new LinkedHashMap<String, Object>();
        labels.put(OWNER, owner.mark());
        labels.put(KIND, form.id().kind() == Kind.COMPOSITE ? COMPOSITE : "alarm");
        fields.text(PromForm.SEVERITY).ifPresent(text -> labels.put(PromForm.SEVERITY, text));
        fields.text(PromForm.RECEIVERS).filter(text -> !text.isEmpty()).ifPresent(text -> labels.put(TOLD, text));
        var rule = new LinkedHashMap<String, Object>();
        rule.put(ALERT, form.id().name());
        rule.put(PromForm.EXPR, fields.text(PromForm.EXPR).orElse(""));
        rule.put(PromForm.FOR, fields.text(PromForm.FOR).orElse("0s"));
        rule.put(LABELS, labels);
        fields.text(PromForm.DESCRIPTION)
                .filter(text -> !text.isEmpty())
                .ifPresent(text ->
                        rule.put(ANNOTATIONS, new LinkedHashMap<>(Map.of(PromForm.DESCRIPTION, escaped(text)))));
        return rule;
    }

    /** Annotations are templates of Go's. */
    private static String escaped(String text) {
        return text.replace("{{", "{{`{{`}}");
    }

    private static Canonical form(Map<String, Object> rule, Map<String, Kind> kinds) {
        var labels = block(rule.get(LABELS));
        var name = text(rule, ALERT);
        var composite =
                labels.containsKey(KIND) ? text(labels, KIND).equals(COMPOSITE) : kinds.get(name) == Kind.COMPOSITE;
        var description =
                text(block(rule.get(ANNOTATIONS)), PromForm.DESCRIPTION).replace("{{`{{`}}", "{{");
        var fields = Fields.NONE
                .with(PromForm.EXPR, text(rule, PromForm.EXPR))
                .with(PromForm.FOR, rule.containsKey(PromForm.FOR) ? text(rule, PromForm.FOR) : "0s")
                .with(PromForm.SEVERITY, text(labels, PromForm.SEVERITY))
                .with(PromForm.RECEIVERS, text(labels, TOLD))
                .with(PromForm.DESCRIPTION, description);
        return new Canonical(
                resource(name, composite, text(rule, PromForm.EXPR)), Owner.read(text(labels, OWNER)), fields);
    }

    /** All that is known of it is in its fields. */
    private static Resource resource(String name, boolean composite, String expr) {
        return composite
                ? new Composite(name, "", new Rule.Red(name), Severity.CRITICAL, List.of(), true, Optional.empty())
                : new AlarmSpec(
                        name,
                        "",
                        new Measure.Query(expr),
                        Limit.Threshold.above("0"),
                        Window.of(Duration.ofMinutes(1), 1),
                        Missing.GREEN,
                        Severity.CRITICAL,
                        List.of(),
                        true,
                        Optional.empty());
    }

    private static String text(Map<String, Object> block, String key) {
        return String.valueOf(block.getOrDefault(key, ""));
    }

    private static List<Map<String, Object>> blocks(@Nullable Object value) {
        var blocks = new ArrayList<Map<String, Object>>();
        if (value instanceof List<?> list) {
            for (var each : list) {
                blocks.add(block(each));
            }
        }
        return blocks;
    }

    private static Map<String, Object> block(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? texts(map) : new LinkedHashMap<>();
    }

    /** The same map where its keys are texts, as what is changed in it is to stay. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> texts(Map<?, ?> map) {
        if (!map.keySet().stream().allMatch(String.class::isInstance)) {
            throw new IllegalArgumentException("no rule file: its keys are texts");
        }
        return (Map<String, Object>) map;
    }
}
