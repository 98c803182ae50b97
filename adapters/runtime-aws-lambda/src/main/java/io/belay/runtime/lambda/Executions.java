package io.belay.runtime.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.belay.adapter.aws.StateMachine;
import io.belay.assembly.door.HttpCall;
import io.belay.assembly.door.Later;
import io.belay.core.Correlation;
import io.belay.core.Deadline;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs that nobody waits for as executions of a state machine that calls the same function, and whose output is its answer: Lambda
 * itself keeps no account of what it was asked to do later.
 */
record Executions(StateMachine machine) implements Later {
    /** The variable that names the machine. */
    static final String VARIABLE = "BELAY_STATE_MACHINE";

    Executions {
        requireNonNull(machine, "machine");
    }

    /**
     * Of the machine that the environment names; empty where it names none.
     *
     * @throws IllegalArgumentException where that is no machine's ARN
     */
    static Optional<Later> in(Map<String, String> environment) {
        return Optional.ofNullable(environment.get(VARIABLE))
                .filter(arn -> !arn.isBlank())
                .map(arn -> new Executions(StateMachine.of(arn.strip(), environment)));
    }

    @Override
    public void begin(String id, HttpCall call, byte[] body, Correlation correlation) throws InterruptedException {
        var said = new String(body, UTF_8);
        machine.start(id, said.isBlank() ? "{}" : said, call.deadline());
    }

    @Override
    public Run run(String id, HttpCall call, Deadline deadline) throws InterruptedException {
        var execution = machine.execution(id, deadline);
        if (execution.running()) {
            return new Run.Running();
        }
        return execution
                .output()
                .<Run>map(Run.Done::new)
                .orElseGet(
                        () -> new Run.Failed(why(execution), execution.cause().orElse("")));
    }

    private static String why(StateMachine.Execution execution) {
        return Stream.of(Optional.of(execution.status()), execution.error())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(": "));
    }
}
