package io.belay.templates.aliyun;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is read in the fleet's flow was put there by the state before, or is in the answer of the function that was called. */
final class FlowData {
    private static final Pattern PATH = Pattern.compile("\\$(Input|Output\\.Body)(?:\\.([a-z]+))?(?:\\.([a-z]+))?");
    private static final Pattern CALLED = Pattern.compile("functions/\\$\\{name}-([a-z-]+)/");

    private final Node table;
    private final List<String> faults;

    private FlowData(Node table, List<String> faults) {
        this.table = table;
        this.faults = faults;
    }

    static void faults(Node flow, Node table, List<String> faults) {
        new FlowData(table, faults).walk(flow, Set.of());
    }

    /** A state and what it is given: keys, of which {@code answer} holds an answer of verify. */
    private record Reached(String state, Set<String> given) {}

    private void walk(Node scope, Set<String> given) {
        var todo =
                new ArrayDeque<Reached>(List.of(new Reached(scope.at("StartAt").text(), given)));
        var seen = new HashSet<Reached>();
        while (!todo.isEmpty()) {
            var now = todo.remove();
            if (!seen.add(now)) {
                continue;
            }
            scope.at("States").items().stream()
                    .filter(state -> state.at("Name").text().equals(now.state()))
                    .findFirst()
                    .ifPresent(state -> todo.addAll(next(state, now.given())));
        }
    }

    private List<Reached> next(Node state, Set<String> given) {
        var called = CALLED.matcher(state.at("Parameters", "resourceArn").text());
        var answer =
                called.find() ? Set.copyOf(table.at("answers", called.group(1)).texts()) : Set.<String>of();
        for (var each : state.all()) {
            // What is within a Map has an input of its own.
            var within = each.place().startsWith(state.at("Processor").place());
            if (!each.isMap() && !each.isList() && !within) {
                reads(each, given, answer);
            }
        }
        state.at("Parameters", "body").fields().forEach((key, each) -> {
            if (!table.at("body").texts().contains(key.replace(".$", ""))) {
                faults.add(each.place() + ": no function reads that");
            }
        });
        if (state.at("Processor").there()) {
            walk(state.at("Processor"), Set.copyOf(table.at("item").texts()));
        }
        var after = state.at("OutputConstructor").there() ? keys(state.at("OutputConstructor")) : given;
        var next = state.at("Branches").items().stream()
                .map(branch -> new Reached(branch.at("Next").text(), given))
                .collect(Collectors.toList());
        state.at("Catch")
                .items()
                .forEach(caught ->
                        next.add(new Reached(caught.at("Next").text(), keys(caught.at("OutputConstructor")))));
        next.add(new Reached(state.at("Next").text(), after));
        next.add(new Reached(state.at("Default").text(), given));
        return next;
    }

    private void reads(Node text, Set<String> given, Set<String> answer) {
        PATH.matcher(text.text()).results().forEach(path -> {
            var first = path.group(2) == null ? "" : path.group(2);
            var there = path.group(1).equals("Input") ? given : answer;
            var known = first.isEmpty() ? !path.group(1).equals("Input") : there.contains(first);
            var deep = path.group(3) == null
                    || (first.equals("answer")
                            && table.at("answers", "verify").texts().contains(path.group(3)));
            if (!known || !deep) {
                faults.add(text.place() + ": there is no " + path.group() + " here");
            }
        });
    }

    private static Set<String> keys(Node constructor) {
        return constructor.fields().keySet().stream()
                .map(key -> key.replace(".$", ""))
                .collect(Collectors.toSet());
    }
}
