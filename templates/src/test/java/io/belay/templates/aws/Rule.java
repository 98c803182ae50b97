package io.belay.templates.aws;

import java.util.List;

/** One thing that the templates have to be. */
@FunctionalInterface
interface Rule {
    List<Rule> ALL = List.of(
            new Code(),
            new References(),
            new RuleFunctions(),
            new Held(),
            new Properties(),
            new Policies(),
            new Kinds(),
            new Grants(),
            new Doors(),
            new Calls(),
            new Retries(),
            new Logs(),
            new Schedules(),
            new Ticks(),
            new Heard(),
            new Handlers(),
            new Settings(),
            new Machines(),
            new Terraform(),
            new Pipelines());

    void hold(Templates templates, Faults faults);

    /** All that is wrong with {@code templates}. */
    static List<String> faults(Templates templates) {
        return faults(templates, ALL);
    }

    static List<String> faults(Templates templates, List<Rule> rules) {
        var faults = new Faults();
        rules.forEach(rule -> rule.hold(templates, faults));
        return faults.all();
    }
}
