package io.belay.templates.aliyun;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The fleet's flow: each state is known and reached, each retry bounded, and one system's fault stays its own. */
final class FlowRule {
    private static final String PATH = "templates/aliyun/fleet.flow.yaml";
    private static final Node KEYS = Sources.table("flow.yaml");
    private static final int MOST_RETRIES = 2;
    private static final int MOST_AT_ONCE = 40;

    private FlowRule() {}

    static List<String> faults(Sources sources, Templates templates, Terraform terraform) {
        var faults = new ArrayList<String>();
        var flow = sources.yaml(PATH);
        keys(flow, "flow", faults);
        states(flow, templates.functions().keySet(), faults);
        FlowData.faults(flow, KEYS, faults);
        tick(flow, templates, terraform, faults);
        return faults;
    }

    /** The flow's clock, verify's own timer and what both say are one. */
    private static void tick(Node flow, Templates templates, Terraform terraform, List<String> faults) {
        var cron = terraform
                .resource("alicloud_fnf_schedule", "fleet")
                .at("cron_expression")
                .replace("\"", "");
        for (var task : flow.all()) {
            var body = task.at("Parameters", "body");
            if (task.at("Parameters", "resourceArn").text().contains("-verify/")
                    && !Payload.every(cron).equals(Optional.of(body.at("tick").text()))) {
                faults.add(
                        body.at("tick").place() + ": is '" + body.at("tick").text() + "', and the schedule is " + cron);
            }
        }
        if (!templates.functions().containsKey("verify")
                || templates.functions().get("verify").at("triggers").all().stream()
                        .noneMatch(each -> each.at("cronExpression").text().equals(cron))) {
            faults.add("terraform: alicloud_fnf_schedule.fleet.cron_expression: is not that of verify's timer");
        }
    }

    private static void states(Node scope, Set<String> functions, List<String> faults) {
        var states = scope.at("States").items();
        var names = states.stream().map(state -> state.at("Name").text()).collect(Collectors.toSet());
        resolves(scope.at("StartAt"), names, faults);
        for (var state : states) {
            keys(state, state.at("Type").text(), faults);
            var choice = state.at("Type").text().equals("Choice");
            if (!choice && state.at("Next").there() == state.at("End").there()) {
                faults.add(state.place() + ": has either a Next or an End");
            }
            if (state.at("Next").there()) {
                resolves(state.at("Next"), names, faults);
            }
            if (choice) {
                resolves(state.at("Default"), names, faults);
            }
            for (var each : state.at("Branches").items()) {
                keys(each, "Branch", faults);
                resolves(each.at("Next"), names, faults);
            }
            for (var each : state.at("Catch").items()) {
                keys(each, "Catch", faults);
                resolves(each.at("Next"), names, faults);
            }
            retries(state, faults);
            expressions(state, faults);
            switch (state.at("Type").text()) {
                case "Task" -> task(state, functions, faults);
                case "Map" -> map(state, functions, faults);
                default -> {}
            }
        }
    }

    private static void map(Node state, Set<String> functions, List<String> faults) {
        var most = state.at("MaxConcuccency");
        if (!(most.number() >= 1 && most.number() <= MOST_AT_ONCE)) {
            faults.add(most.place() + ": is not from 1 to " + MOST_AT_ONCE);
        }
        keys(state.at("Processor"), "Processor", faults);
        states(state.at("Processor"), functions, faults);
        for (var each : state.at("Processor", "States").items()) {
            if (each.at("Type").text().equals("Task")
                    && each.at("Catch").items().stream()
                            .noneMatch(caught -> caught.at("Errors").texts().contains("FnF.ALL"))) {
                faults.add(each.place() + ".Catch: one that fails would stop the others");
            }
        }
    }

    private static void task(Node state, Set<String> functions, List<String> faults) {
        var arn = state.at("Parameters", "resourceArn");
        var function = arn.text().replaceFirst("^acs:fc:\\$\\{region}:\\$\\{account}:functions/\\$\\{name}-", "");
        if (!function.endsWith("/live") || !functions.contains(function.replace("/live", ""))) {
            faults.add(arn.place() + ": '" + arn.text() + "' is not the alias live of a function of s.yaml");
        }
    }

    private static void retries(Node state, List<String> faults) {
        for (var retry : state.at("Retry").items()) {
            keys(retry, "Retry", faults);
            if (!(retry.at("MaxAttempts").number() <= MOST_RETRIES)) {
                faults.add(retry.at("MaxAttempts").place() + ": is not bounded by " + MOST_RETRIES);
            }
            if (!(retry.at("IntervalSeconds").number() >= 1)) {
                faults.add(retry.at("IntervalSeconds").place() + ": is no span");
            }
        }
    }

    /** A key that ends in {@code .$} holds an expression, and no other key does. */
    private static void expressions(Node state, List<String> faults) {
        for (var inner : List.of("Parameters", "InputConstructor", "OutputConstructor")) {
            for (var map : state.at(inner).all()) {
                map.fields().forEach((key, each) -> {
                    if (key.endsWith(".$") != each.text().matches("\\$(Input|Output|Context|Global)\\b.*")) {
                        faults.add(each.place()
                                + ": an expression stands under a key that ends in .$, and nothing else does");
                    }
                });
            }
        }
    }

    private static void keys(Node found, String kind, List<String> faults) {
        if (!KEYS.at(kind).there()) {
            faults.add(found.place() + ": there is no " + kind);
        }
        found.fields().forEach((key, each) -> {
            if (!KEYS.at(kind).texts().contains(key)) {
                faults.add(each.place() + ": there is no such key in a " + kind);
            }
        });
    }

    private static void resolves(Node next, Set<String> names, List<String> faults) {
        if (!names.contains(next.text())) {
            faults.add(next.place() + ": there is no state '" + next.text() + "'; there are " + names);
        }
    }
}
