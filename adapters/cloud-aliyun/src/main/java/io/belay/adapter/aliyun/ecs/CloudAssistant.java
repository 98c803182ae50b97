package io.belay.adapter.aliyun.ecs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.belay.adapter.aliyun.acs.AcsClient;
import io.belay.adapter.aliyun.acs.Ask;
import io.belay.adapter.aliyun.http.Json;
import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.host.Shell;
import io.belay.core.probe.Target;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An instance on which Cloud Assistant runs scripts, as root. What a script says and what it complains of come as one. (ECS
 * 2014-05-26, "RunCommand" and "DescribeInvocationResults".)
 */
public final class CloudAssistant implements Shell {
    /** {@code i-} for an instance of ECS, {@code mi-} for a machine elsewhere that was registered. */
    public static final String INSTANCE = "(i|mi)-[A-Za-z0-9-]{1,64}";

    /** "The Base64-encoded content cannot exceed 24 KB" of a command that is run and not saved. */
    private static final int LARGEST = 24 * 1024;

    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);
    private static final Pattern WRITTEN = Pattern.compile(INSTANCE);

    private final AcsClient client;
    private final String region;
    private final String instance;

    /**
     * The instance {@code instance}, asking {@code client}, which was made for ECS in {@code region}.
     *
     * @throws IllegalArgumentException where the instance is written otherwise
     */
    public CloudAssistant(AcsClient client, String region, String instance) {
        this.client = requireNonNull(client, "client");
        this.region = requireNonNull(region, "region");
        if (!WRITTEN.matcher(instance).matches()) {
            throw new IllegalArgumentException("an instance is written like i-bp185dy2o3o6n, found " + instance);
        }
        this.instance = instance;
    }

    @Override
    public Target target() {
        return new Target(region + ":" + instance, instance);
    }

    @Override
    public String kind() {
        return "cloud-assistant";
    }

    @Override
    public Ended run(String script, Deadline deadline) throws InterruptedException {
        var invocation = send(script, deadline);
        // The deadline ends this: a look without time left is a fault.
        for (var pause = Duration.ofMillis(50); ; pause = longer(pause)) {
            var ended = look(invocation, deadline);
            if (ended.isPresent()) {
                return ended.get();
            }
            Thread.sleep(pause);
        }
    }

    private String send(String script, Deadline deadline) throws InterruptedException {
        var content = Base64.getEncoder().encodeToString(script.getBytes(UTF_8));
        if (content.length() > LARGEST) {
            throw new PortException(new Fault(
                    Fault.Kind.REJECTED,
                    "a script of " + content.length() + " bytes in Base64, and Cloud Assistant takes " + LARGEST));
        }
        var query = new LinkedHashMap<String, String>();
        query.put("RegionId", region);
        query.put("Type", "RunShellScript");
        query.put("CommandContent", content);
        query.put("ContentEncoding", "Base64");
        query.put("InstanceId.1", instance);
        query.put("RepeatMode", "Once");
        // "The timeout period cannot be less than 10 seconds"; it is of what runs there, not of our waiting.
        query.put("Timeout", Long.toString(Math.clamp(deadline.remaining().toSeconds(), 10, 3_600)));
        return client.ask(Ask.call("RunCommand", query), deadline)
                .text("InvokeId")
                .orElseThrow(() -> fault(Fault.Kind.REJECTED, "ECS RunCommand: no InvokeId"));
    }

    private Optional<Ended> look(String invocation, Deadline deadline) throws InterruptedException {
        var query =
                Map.of("RegionId", region, "InvokeId", invocation, "InstanceId", instance, "ContentEncoding", "Base64");
        var results = client.ask(Ask.call("DescribeInvocationResults", query), deadline)
                .object("Invocation")
                .object("InvocationResults")
                .objects("InvocationResult");
        // What was begun a moment ago may not be there yet.
        return results.isEmpty() ? Optional.empty() : ended(invocation, results.getFirst());
    }

    private static Optional<Ended> ended(String invocation, Json result) {
        var status = result.text("InvocationStatus").orElse("");
        var why = result.text("ErrorCode").orElse("") + " "
                + result.text("ErrorInfo").orElse("");
        return switch (status) {
            case "Success", "Failed" -> {
                var output = output(result);
                yield Optional.of(new Ended(code(result, status), output, output));
            }
            case "Timeout" -> throw fault(Fault.Kind.TIMED_OUT, "command " + invocation + " did not end: " + why);
            case "Invalid", "Aborted", "Error", "Cancelled", "Terminated" ->
                throw fault(Fault.Kind.REJECTED, "command " + invocation + " is " + status + ": " + why);
            default -> Optional.empty();
        };
    }

    private static int code(Json result, String status) {
        return result.number("ExitCode").map(each -> each.intValue()).orElse(status.equals("Success") ? 0 : 1);
    }

    private static String output(Json result) {
        try {
            return new String(Base64.getDecoder().decode(result.text("Output").orElse("")), UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new PortException(
                    new Fault(Fault.Kind.REJECTED, "ECS DescribeInvocationResults: an Output that is no Base64"),
                    malformed);
        }
    }

    private static Duration longer(Duration pause) {
        var twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    private static PortException fault(Fault.Kind kind, String message) {
        return new PortException(new Fault(kind, message.strip()));
    }
}
