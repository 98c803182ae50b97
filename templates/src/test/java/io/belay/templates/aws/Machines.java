package io.belay.templates.aws;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Each state machine comes to an end, in time, whatever becomes of what it calls. */
final class Machines implements Rule {
    /** Fields of the Amazon States Language, with JSONPath, that are used here. */
    private static final Map<String, Set<String>> FIELDS = Map.of(
            "Task", Set.of("Resource", "Parameters", "ResultSelector", "TimeoutSeconds", "Retry", "Catch"),
            "Map",
                    Set.of(
                            "ItemsPath",
                            "ItemSelector",
                            "MaxConcurrency",
                            "ItemProcessor",
                            "Label",
                            "ToleratedFailurePercentage",
                            "ResultSelector"),
            "Pass", Set.of("Parameters", "Result"),
            "Choice", Set.of("Choices", "Default"),
            "Succeed", Set.of(),
            "Fail", Set.of("Error", "Cause", "CausePath"));

    private static final Set<String> COMMON =
            Set.of("Type", "Comment", "Next", "End", "InputPath", "OutputPath", "ResultPath");
    private static final Pattern PATH =
            Pattern.compile("\\$\\$?(\\.[A-Za-z]\\w*|\\[\\d+]|\\[\\*]|\\[\\?\\(@\\.\\w+=='\\w+'\\)])*");
    private static final Pattern CALL =
            Pattern.compile("States\\.(ArrayLength|ArrayContains|Format|JsonToString|JsonMerge)\\(.+\\)");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}");

    /** Seconds that Lambda itself may take to begin and to end. */
    private static final int MARGIN = 20;

    @Override
    public void hold(Templates templates, Faults faults) {
        var sam = templates.sam();
        var longest = sam.ofType(Sam.FUNCTION).values().stream()
                .mapToInt(each -> number(each.text("Properties", "Timeout")))
                .max()
                .orElse(0);
        templates.machines().forEach((_, machine) -> {
            if (number(machine.text("TimeoutSeconds")) == 0) {
                faults.at(machine, "without TimeoutSeconds it may run for a year");
            }
            states(machine, longest, faults);
        });
        sam.ofType(Sam.MACHINE).forEach((_, resource) -> substitutions(resource, templates, faults));
        templates.machines().keySet().stream()
                .filter(file -> sam.ofType(Sam.MACHINE).values().stream()
                        .noneMatch(
                                each -> each.text("Properties", "DefinitionUri").equals(file)))
                .forEach(file -> faults.at(file, "no state machine is made of it"));
    }

    private static void substitutions(Node resource, Templates templates, Faults faults) {
        var file = resource.text("Properties", "DefinitionUri");
        if (!templates.texts().containsKey(file)) {
            faults.at(resource, "there is no file " + file);
            return;
        }
        var given = new HashSet<>(resource.find("Properties", "DefinitionSubstitutions")
                .orElse(resource)
                .fields()
                .keySet());
        VARIABLE.matcher(templates.text(file))
                .results()
                .map(found -> found.group(1))
                .distinct()
                .forEach(name -> {
                    if (!given.contains(name)) {
                        faults.at(resource, file + " wants ${" + name + "}");
                    }
                });
        given.stream()
                .filter(name -> !templates.text(file).contains("${" + name + "}"))
                .forEach(name -> faults.at(resource, file + " wants no " + name));
    }

    private static void states(Node machine, int longest, Faults faults) {
        var states = machine.find("States").map(Node::fields).orElse(Map.of());
        reached(machine, states, faults);
        states.forEach((_, state) -> {
            fields(state, faults);
            var type = state.text("Type");
            if (type.equals("Task")) {
                task(state, longest, faults);
            }
            if (type.equals("Map")) {
                map(state, longest, faults);
            }
            paths(state, faults);
        });
    }

    /** Every next state is there, every state is somebody's next, and every way ends. */
    private static void reached(Node machine, Map<String, Node> states, Faults faults) {
        var before = new HashMap<String, Node>();
        var open = new ArrayDeque<Node>(machine.find("StartAt").stream().toList());
        if (open.isEmpty()) {
            faults.at(machine, "StartAt is missing");
        }
        while (!open.isEmpty()) {
            var name = open.pop();
            var state = states.get(name.word());
            if (state == null) {
                faults.at(name, "there is no state " + name.word());
            } else if (before.put(name.word(), state) == null) {
                next(state).forEach(open::push);
            }
        }
        states.forEach((name, state) -> {
            if (!before.containsKey(name)) {
                faults.at(state, "no way leads here");
            }
            var type = state.text("Type");
            var ends = state.text("End").equals("true") || type.equals("Succeed") || type.equals("Fail");
            var goesOn = type.equals("Choice")
                    ? state.find("Default").isPresent()
                    : state.find("Next").isPresent();
            if (ends == goesOn) {
                faults.at(state, type.equals("Choice") ? "a Default is missing" : "either Next or End is meant");
            }
        });
    }

    private static Stream<Node> next(Node state) {
        return Stream.concat(
                Stream.of("Next", "Default").flatMap(key -> state.find(key).stream()),
                Stream.of("Choices", "Catch")
                        .flatMap(key -> state.find(key).stream())
                        .flatMap(all -> all.items().stream())
                        .flatMap(each -> each.find("Next").stream()));
    }

    private static void fields(Node state, Faults faults) {
        var type = state.text("Type");
        if (!FIELDS.containsKey(type)) {
            faults.at(state, "there is no type " + type);
            return;
        }
        state.fields().forEach((key, node) -> {
            if (!COMMON.contains(key) && !FIELDS.getOrDefault(type, Set.of()).contains(key)) {
                faults.at(node, type + " takes no " + key);
            }
        });
    }

    private static void task(Node state, int longest, Faults faults) {
        var patience = number(state.text("TimeoutSeconds"));
        var asksAll = !state.text("Parameters", "FunctionName").equals("${SystemsAlias}");
        if (patience == 0 || (asksAll && patience < longest + MARGIN)) {
            faults.at(state, "TimeoutSeconds of " + (longest + MARGIN) + " is meant: a function may take " + longest);
        }
        if (!state.text("Resource").equals("arn:${Partition}:states:::lambda:invoke")) {
            faults.at(state, "arn:${Partition}:states:::lambda:invoke is meant");
        }
        var retries = state.find("Retry").map(Node::items).orElse(List.of());
        if (retries.isEmpty()) {
            faults.at(state, "a Retry is missing: a throttled call is no answer");
        }
        for (var retry : retries) {
            var most = retry.text("MaxAttempts");
            if (!most.matches("\\d{1,4}") || number(most) > Retries.MOST) {
                faults.at(retry, "MaxAttempts: " + Retries.MOST + " at the most is meant, found " + most);
            }
            for (var needed : List.of("MaxDelaySeconds", "BackoffRate", "IntervalSeconds")) {
                if (retry.find(needed).isEmpty()) {
                    faults.at(retry, needed + " is missing");
                }
            }
            if (retry.find("ErrorEquals").stream()
                    .flatMap(all -> all.items().stream())
                    .anyMatch(error ->
                            error.word().equals("States.ALL") || error.word().equals("States.TaskFailed"))) {
                faults.at(retry, "what failed for a reason is not tried again");
            }
        }
    }

    /** What becomes of one keeps nobody from the others. */
    private static void map(Node state, int longest, Faults faults) {
        var mode = state.text("ItemProcessor", "ProcessorConfig", "Mode");
        var most = number(state.text("MaxConcurrency"));
        if (most == 0 || (mode.equals("INLINE") && most > 40)) {
            faults.at(state, "MaxConcurrency is missing, or above the 40 of an inline map");
        }
        if (mode.equals("DISTRIBUTED")
                && !state.text("ToleratedFailurePercentage").equals("100")) {
            faults.at(state, "ToleratedFailurePercentage: 100 is meant, else one stops the others");
        }
        state.find("ItemProcessor").ifPresent(each -> {
            states(each, longest, faults);
            each.find("States").map(Node::fields).orElse(Map.of()).values().stream()
                    .filter(inner -> inner.text("Type").equals("Task"))
                    .filter(inner -> inner.find("Catch").stream()
                            .flatMap(all -> all.items().stream())
                            .flatMap(one -> one.find("ErrorEquals").stream())
                            .flatMap(all -> all.items().stream())
                            .noneMatch(error -> error.word().equals("States.ALL")))
                    .forEach(inner -> faults.at(inner, "a Catch of States.ALL is meant, else one stops the others"));
        });
    }

    private static void paths(Node state, Faults faults) {
        state.fields().forEach((key, node) -> {
            if (key.equals("ItemProcessor")) {
                return;
            }
            node.all()
                    .flatMap(each -> each.fields().entrySet().stream())
                    .forEach(each -> path(each.getKey(), each.getValue(), faults));
            path(key, node, faults);
        });
    }

    private static void path(String key, Node node, Faults faults) {
        var isPath = key.endsWith(".$") || key.endsWith("Path") || key.equals("Variable");
        if (isPath
                && !PATH.matcher(node.word()).matches()
                && !CALL.matcher(node.word()).matches()) {
            faults.at(node, node.word() + " is no path");
        }
        if (!isPath && node.word().startsWith("$.")) {
            faults.at(node, "a path, though " + key + " does not end in .$");
        }
    }

    private static int number(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }
}
