package io.belay.adapter.aws;

import static java.util.Objects.requireNonNull;

import io.belay.core.Absent;
import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.host.Shell;
import io.belay.core.probe.Target;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.ssm.model.GetCommandInvocationResponse;

/**
 * A managed node on which Systems Manager runs scripts, as root, by the document {@code AWS-RunShellScript}. Of what a script says
 * it keeps the first 24,000 characters.
 *
 * @param node its id: {@code i-0123456789abcdef0}, or {@code mi-} and so on where it is not of EC2
 */
public record SsmShell(AwsClients aws, String node) implements Shell {
    static final Pattern NODE = Pattern.compile("(i|mi)-[0-9a-f]{8,17}");

    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

    /** "The minimum is 30 seconds": for how long it may wait for the node. */
    private static final int DELIVERY = 30;

    /** @throws IllegalArgumentException where {@code node} is written otherwise */
    public SsmShell {
        requireNonNull(aws, "aws");
        if (!NODE.matcher(node).matches()) {
            throw new IllegalArgumentException(node + " is not like " + NODE);
        }
    }

    @Override
    public Target target() {
        return new Target(aws.place().region() + ":" + node, node);
    }

    @Override
    public String kind() {
        return "ssm";
    }

    @Override
    public Ended run(String script, Deadline deadline) throws InterruptedException {
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
        // It is not there before the node has heard of it.
        return Absent.or(() -> AwsCall.ask(
                        deadline,
                        limits -> aws.ssm()
                                .getCommandInvocation(request -> request.commandId(command)
                                        .instanceId(node)
                                        .overrideConfiguration(limits))))
                .flatMap(found -> ended(command, found));
    }

    private static Optional<Ended> ended(String command, GetCommandInvocationResponse found) {
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
