package io.belay.core.alarm;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** When a composite alarm is red. */
public sealed interface Rule {
    /** In one line, always the same for the same. */
    String shown();

    /** The names of the alarms it asks. */
    SortedSet<String> alarms();

    /** Where an alarm is red. */
    record Red(String alarm) implements Rule {
        public Red {
            requireNonNull(alarm, "alarm");
        }

        @Override
        public String shown() {
            return alarm;
        }

        @Override
        public SortedSet<String> alarms() {
            return Collections.unmodifiableSortedSet(new TreeSet<>(List.of(alarm)));
        }
    }

    /** Where a rule does not hold. */
    record Not(Rule rule) implements Rule {
        public Not {
            requireNonNull(rule, "rule");
        }

        @Override
        public String shown() {
            return "not " + rule.shown();
        }

        @Override
        public SortedSet<String> alarms() {
            return rule.alarms();
        }
    }

    /** Where every one of these holds; one at least. */
    record All(List<Rule> rules) implements Rule {
        public All {
            rules = some(rules);
        }

        @Override
        public String shown() {
            return joined(rules, " and ");
        }

        @Override
        public SortedSet<String> alarms() {
            return Rule.alarms(rules);
        }
    }

    /** Where any one of these holds; one at least. */
    record Any(List<Rule> rules) implements Rule {
        public Any {
            rules = some(rules);
        }

        @Override
        public String shown() {
            return joined(rules, " or ");
        }

        @Override
        public SortedSet<String> alarms() {
            return Rule.alarms(rules);
        }
    }

    private static List<Rule> some(List<Rule> rules) {
        if (rules.isEmpty()) {
            throw new IllegalArgumentException("a rule of none says nothing");
        }
        return List.copyOf(rules);
    }

    private static String joined(List<Rule> rules, String word) {
        return rules.stream().map(Rule::shown).collect(Collectors.joining(word, "(", ")"));
    }

    private static SortedSet<String> alarms(List<Rule> rules) {
        return Collections.unmodifiableSortedSet(
                rules.stream().flatMap(each -> each.alarms().stream()).collect(Collectors.toCollection(TreeSet::new)));
    }
}
