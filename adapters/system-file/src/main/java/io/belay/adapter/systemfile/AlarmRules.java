package io.belay.adapter.systemfile;

import io.belay.core.alarm.Rule;
import io.belay.core.settings.SettingException;
import io.belay.core.settings.Tree;
import java.util.List;

/** When a composite alarm is red, from what stands under {@code red}. */
final class AlarmRules {
    private static final String MEANT = "an alarm's name, or one of any: [...], all: [...] and not: ...";

    private AlarmRules() {}

    static Rule of(Tree tree) {
        return switch (tree) {
            case Tree.Leaf(var text) -> new Rule.Red(AlarmMeasures.open(AlarmShapes.RED.name(), text));
            case Tree.Branch(var children)
            when children.size() == 1 -> {
                var entry = children.entrySet().iterator().next();
                yield of(entry.getKey(), entry.getValue());
            }
            case Tree.Branch _, Tree.Row _, Tree.Numeral _, Tree.Flag _, Tree.Nothing _ -> throw no();
        };
    }

    private static Rule of(String word, Tree tree) {
        return switch (word) {
            case "any" -> new Rule.Any(list(tree));
            case "all" -> new Rule.All(list(tree));
            case "not" -> new Rule.Not(of(tree));
            default -> throw no();
        };
    }

    private static List<Rule> list(Tree tree) {
        if (!(tree instanceof Tree.Row(var items)) || items.isEmpty()) {
            throw no();
        }
        return items.stream().map(AlarmRules::of).toList();
    }

    private static SettingException no() {
        return new SettingException(AlarmShapes.RED.name(), MEANT);
    }
}
