package io.belay.adapter.aws;

import static java.util.Objects.requireNonNull;

import io.belay.core.Deadline;
import io.belay.core.PortException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A state machine of Step Functions, of the standard kind: the engine keeps how each execution stands for 90 days. Whoever calls
 * needs {@code states:StartExecution} on it and {@code states:DescribeExecution} on its executions.
 */
public final class StateMachine {
    private static final Pattern ARN = Pattern.compile(
            "arn:aws[a-z-]*:states:([a-z0-9-]+):\\d{12}:stateMachine:[A-Za-z0-9_-]{1,80}(:[A-Za-z0-9_-]+)?");

    private final AwsClients aws;
    private final String arn;

    private StateMachine(AwsClients aws, String arn) {
        this.aws = requireNonNull(aws, "aws");
        this.arn = arn;
    }

    /**
     * The one that {@code arn} names, called from an AWS function.
     *
     * @throws IllegalArgumentException where it is no state machine's ARN
     */
    public static StateMachine of(String arn, Map<String, String> environment) {
        var match = ARN.matcher(arn);
        if (!match.matches()) {
            throw new IllegalArgumentException("found " + arn + "; the ARN of a state machine is meant");
        }
        return new StateMachine(AwsClients.of(match.group(1), environment), arn);
    }

    /**
     * Starts an execution. (StartExecution.)
     *
     * @param name unlike any of the last 90 days
     * @param input JSON
     * @throws PortException where it may not have been started
     * @throws InterruptedException when the caller calls it off
     */
    public void start(String name, String input, Deadline deadline) throws InterruptedException {
        AwsCall.ask(
                deadline,
                limits -> aws.states()
                        .startExecution(request -> request.stateMachineArn(arn)
                                .name(name)
                                .input(input)
                                .overrideConfiguration(limits)));
    }

    /**
     * How an execution stands. (DescribeExecution.)
     *
     * @throws PortException where there is none, or that cannot be learned
     * @throws InterruptedException when the caller calls it off
     */
    public Execution execution(String name, Deadline deadline) throws InterruptedException {
        var found = AwsCall.ask(
                deadline,
                limits -> aws.states()
                        .describeExecution(
                                request -> request.executionArn(execution(name)).overrideConfiguration(limits)));
        return new Execution(
                found.statusAsString(),
                Optional.ofNullable(found.output()),
                Optional.ofNullable(found.error()),
                Optional.ofNullable(found.cause()));
    }

    /** A version's or an alias's executions are the machine's. */
    private String execution(String name) {
        var machine = arn.split(":", -1);
        machine[5] = "execution";
        return String.join(":", Arrays.copyOf(machine, 7)) + ":" + name;
    }

    /**
     * An execution, as it stands.
     *
     * @param status {@code RUNNING}, {@code SUCCEEDED}, {@code FAILED}, {@code TIMED_OUT}, {@code ABORTED}, {@code PENDING_REDRIVE}
     * @param output JSON; there where it succeeded
     * @param error what it failed of
     * @param cause why
     */
    public record Execution(String status, Optional<String> output, Optional<String> error, Optional<String> cause) {
        public Execution {
            requireNonNull(status, "status");
            requireNonNull(output, "output");
            requireNonNull(error, "error");
            requireNonNull(cause, "cause");
        }

        /** Whether nothing has become of it yet. */
        public boolean running() {
            return status.equals("RUNNING");
        }
    }
}
