package io.belay.adapter.aws.testkit;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Standard workflows of Step Functions, over JSON 1.0, as in its API Reference: a machine is what its one task does. An execution
 * is running when it is first asked for. The same name with the same input is the same execution; with another it is refused.
 */
public final class StatesControl implements Control {
    private static final Pattern NAME = Pattern.compile("[^\\s<>{}\\[\\]?*\"#%\\\\^|~`$&,;:/]{1,80}");

    private final Map<String, UnaryOperator<String>> machines = new ConcurrentHashMap<>();
    private final Map<String, Execution> executions = new LinkedHashMap<>();

    StatesControl() {}

    private static final class Execution {
        private final String input;
        private final UnaryOperator<String> task;
        private boolean asked;

        private Execution(String input, UnaryOperator<String> task) {
            this.input = input;
            this.task = task;
        }
    }

    /** A machine whose task turns input into output, or throws what it fails of. */
    public String machine(String name, UnaryOperator<String> task) {
        var arn = "arn:aws:states:" + AwsServer.REGION + ":" + AwsServer.ACCOUNT + ":stateMachine:" + name;
        machines.put(arn, task);
        return arn;
    }

    /** The ARNs of its executions, in the order of their start. */
    public List<String> executions() {
        return List.copyOf(executions.keySet());
    }

    @Override
    public String action(Asked asked) {
        return asked.operation();
    }

    @Override
    public Answer answer(String action, Asked asked) {
        var body = asked.json();
        return switch (action) {
            case "StartExecution" ->
                start(
                        body.path("stateMachineArn").asString(""),
                        body.path("name").asString(""),
                        body.path("input").asString("{}"));
            case "DescribeExecution" -> describe(body.path("executionArn").asString(""));
            default -> throw new Refusal(400, "UnknownOperationException", action);
        };
    }

    @Override
    public Answer refused(Refusal refusal) {
        return JsonRefusals.of(refusal);
    }

    private Answer start(String machine, String name, String input) {
        var task = Optional.ofNullable(machines.get(machine))
                .orElseThrow(() -> new Refusal(400, "StateMachineDoesNotExist", "State Machine Does Not Exist"));
        if (!NAME.matcher(name).matches()) {
            throw new Refusal(400, "InvalidName", "Invalid Name: '" + name + "'");
        }
        var arn = machine.replace(":stateMachine:", ":execution:") + ":" + name;
        var before = Optional.ofNullable(executions.get(arn));
        if (before.filter(each -> !each.input.equals(input)).isPresent()) {
            throw new Refusal(400, "ExecutionAlreadyExists", "Execution Already Exists: '" + arn + "'");
        }
        executions.putIfAbsent(arn, new Execution(input, task));
        return Answer.json10(Map.of("executionArn", arn, "startDate", 1_700_000_000));
    }

    private Answer describe(String arn) {
        var found = Optional.ofNullable(executions.get(arn))
                .orElseThrow(
                        () -> new Refusal(400, "ExecutionDoesNotExist", "Execution Does Not Exist: '" + arn + "'"));
        var said = new HashMap<String, Object>(
                Map.of("executionArn", arn, "input", found.input, "startDate", 1_700_000_000));
        if (!found.asked) {
            found.asked = true;
            said.put("status", "RUNNING");
            return Answer.json10(said);
        }
        try {
            said.put("output", found.task.apply(found.input));
            said.put("status", "SUCCEEDED");
        } catch (IllegalStateException failed) {
            said.put("status", "FAILED");
            said.put("error", "States.TaskFailed");
            said.put("cause", String.valueOf(failed.getMessage()));
        }
        return Answer.json10(said);
    }
}
