package io.belay.adapter.aliyun.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.adapter.aliyun.testkit.AliyunCloud.Reply;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Cloud Assistant of ECS 2014-05-26: instances, the commands that were sent to them, and how those ended. A test says what an
 * instance does with a command. (API reference, "RunCommand" and "DescribeInvocationResults".) Thread-safe.
 */
public final class AssistantState {
    static final String VERSION = "2014-05-26";

    /** "The content cannot exceed 24 KB in size after it is Base64-encoded" where it is not kept. */
    private static final int LARGEST = 24 * 1024;

    /** "The output can be up to 24 KB in size"; what comes later is dropped. */
    private static final int KEPT = 24 * 1024;

    private final Map<String, Host> hosts = new ConcurrentHashMap<>();
    private final Map<String, Invocation> invocations = new ConcurrentHashMap<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final AtomicInteger looks = new AtomicInteger(1);

    AssistantState() {}

    /** What an instance does with a command. */
    @FunctionalInterface
    public interface Host {
        /** Runs it to its end. */
        Ran run(String script);
    }

    /**
     * How a command ended.
     *
     * @param output standard output and error, as they came
     */
    public record Ran(int code, String output) {}

    private record Invocation(String instance, Ran ran, AtomicInteger pending) {}

    /** An instance that runs, with the agent on it. */
    public void instance(String id, Host host) {
        hosts.put(id, host);
    }

    /** How often a command is still running when it is looked at; once where nothing was said. */
    public void runningFor(int times) {
        looks.set(times);
    }

    /** What was run, in order. */
    public List<String> commands() {
        return List.copyOf(commands);
    }

    Reply answer(Received request) {
        return switch (request.action()) {
            case "RunCommand" -> run(request.parameters());
            case "DescribeInvocationResults" -> results(request.parameters());
            default -> throw new Refusal(404, "InvalidAction.NotFound", request.action());
        };
    }

    private Reply run(Map<String, String> parameters) {
        needed(parameters, "RegionId");
        if (!needed(parameters, "Type").equals("RunShellScript")) {
            throw new Refusal(403, "InvalidCmdType.NotFound", "the Type is not supported");
        }
        var content = needed(parameters, "CommandContent");
        var timeout = Integer.parseInt(parameters.getOrDefault("Timeout", "60"));
        // "The timeout period cannot be less than 10 seconds."
        if (timeout < 10) {
            throw new Refusal(400, "InvalidParameter.Timeout", "the Timeout is not valid");
        }
        if (content.length() > LARGEST) {
            throw new Refusal(403, "CmdContent.ExceedLimit", "The maximum length of a command is exceeded.");
        }
        var instance = parameters.getOrDefault("InstanceId.1", "");
        var host = Optional.ofNullable(hosts.get(instance))
                .orElseThrow(
                        () -> new Refusal(404, "InvalidInstance.NotFound", "The specified instance does not exist."));
        var script = script(content, parameters.getOrDefault("ContentEncoding", "PlainText"));
        commands.add(script);
        var id = "t-hz" + invocations.size() + "0123456789";
        invocations.put(id, new Invocation(instance, host.run(script), new AtomicInteger(looks.get())));
        return Reply.ok(Map.of("RequestId", "1-a", "CommandId", "c-hz0123456789", "InvokeId", id));
    }

    private static String script(String content, String encoding) {
        if (!encoding.equals("Base64")) {
            return content;
        }
        try {
            return new String(Base64.getDecoder().decode(content), UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new Refusal(403, "CmdContent.DecodeError", "the CommandContent can not be base64 decoded");
        }
    }

    private Reply results(Map<String, String> parameters) {
        needed(parameters, "RegionId");
        var id = parameters.getOrDefault("InvokeId", "");
        var found = Optional.ofNullable(invocations.get(id)).map(each -> described(id, each, parameters)).stream()
                .toList();
        return Reply.ok(Map.of(
                "RequestId", "1-i", "Invocation", Map.of("InvocationResults", Map.of("InvocationResult", found))));
    }

    private static Map<String, Object> described(String id, Invocation invocation, Map<String, String> parameters) {
        var said = new LinkedHashMap<String, Object>();
        said.put("InvokeId", id);
        said.put("InstanceId", invocation.instance());
        if (invocation.pending().getAndDecrement() > 0) {
            said.put("InvocationStatus", "Running");
            said.put("InvokeRecordStatus", "Running");
            said.put("Output", "");
            return said;
        }
        var code = invocation.ran().code();
        var output = invocation.ran().output().getBytes(UTF_8);
        var kept = Arrays.copyOf(output, Math.min(output.length, KEPT));
        said.put("InvocationStatus", code == 0 ? "Success" : "Failed");
        // "Finished" whatever the exit code was.
        said.put("InvokeRecordStatus", "Finished");
        said.put("ExitCode", code);
        said.put("Dropped", output.length - kept.length);
        said.put(
                "Output",
                // "ContentEncoding: the encoding of Output. Default: Base64."
                parameters.getOrDefault("ContentEncoding", "Base64").equals("Base64")
                        ? Base64.getEncoder().encodeToString(kept)
                        : new String(kept, UTF_8));
        return said;
    }

    private static String needed(Map<String, String> parameters, String name) {
        return Optional.ofNullable(parameters.get(name))
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> new Refusal(400, "Missing" + name, "the parameter " + name + " is missing"));
    }
}
