package io.belay.adapter.aws;

import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.ssm.model.GetCommandInvocationResponse;

/** A script that Systems Manager runs on a managed node, as root, by the document {@code AWS-RunShellScript}. */
record SsmCommand(AwsClients aws, String node) {
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

    /** "The minimum is 30 seconds": for how long it may wait for the node. */
    private static final int DELIVERY = 30;

    /** How the script ended: its exit code and what it said, of which Systems Manager keeps the first 24,000 characters. */
    record Ended(int code, String said, String complained) {}

    /** Runs it once and waits for its end. */
    Ended run(String script, Deadline deadline) throws InterruptedException {
        var seconds = String.valueOf(Math.clamp(deadline.remaining().toSeconds(), 5, 3_600));
        var command = AwsCall.ask(
                        deadline,
                        limits -> aws.ssm()
                                .sendCommand(request -> request.documentName("AWS-RunShellScript")
                                        .instanceIds(node)
                                        .timeoutSeconds(DELIVERY)
                                        .parameters(Map.of(
                                                "commands", List.of(script), "executionTimeout", List.of(seconds)))
                                        .overrideConfiguration(limits)))
                .command()
                .commandId();
        // The deadline ends this: a look without time left is a fault.
        for (var pause = Duration.ofMillis(50); ; pause = longer(pause)) {
            var ended = look(command, deadline);
            if (ended.isPresent()) {
                return ended.get();
            }
            Thread.sleep(pause);
        }
    }

    private static Duration longer(Duration pause) {
        var twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    private Optional<Ended> look(String command, Deadline deadline) throws InterruptedException {
        final GetCommandInvocationResponse found;
        try {
            found = AwsCall.ask(
                    deadline,
                    limits -> aws.ssm()
                            .getCommandInvocation(request ->
                                    request.commandId(command).instanceId(node).overrideConfiguration(limits)));
        } catch (PortException notYet) {
            if (notYet.fault().kind() == Fault.Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw notYet;
        }
        return switch (found.status()) {
            case SUCCESS, FAILED ->
                Optional.of(
                        new Ended(found.responseCode(), found.standardOutputContent(), found.standardErrorContent()));
            case PENDING, IN_PROGRESS, DELAYED, CANCELLING, UNKNOWN_TO_SDK_VERSION -> Optional.empty();
            case CANCELLED, TIMED_OUT ->
                throw new PortException(
                        new Fault(Fault.Kind.TIMED_OUT, "command " + command + " is " + found.statusDetails()));
        };
    }
}
