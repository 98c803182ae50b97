package io.belay.adapter.aws.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * Run Command of Systems Manager, over JSON 1.1, as in its API Reference: the commands of AWS-RunShellScript are run by this
 * machine's own {@code sh}, with a folder of the test's before the PATH. An invocation is in progress when it is first asked for;
 * of its output the first 24,000 characters are kept.
 */
public final class SsmControl implements Control {
    private static final int KEPT = 24_000;

    private final Map<String, Path> nodes = new ConcurrentHashMap<>();
    private final Map<String, Invocation> invocations = new ConcurrentHashMap<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();

    SsmControl() {}

    private static final class Invocation {
        private final int code;
        private final String said;
        private final String complained;
        private boolean asked;

        private Invocation(int code, String said, String complained) {
            this.code = code;
            this.said = said;
            this.complained = complained;
        }
    }

    /** A managed node, whose programs are those in {@code bin} before this machine's. */
    public void node(String id, Path bin) {
        nodes.put(id, bin);
    }

    /** What was run, in order. */
    public List<String> commands() {
        return List.copyOf(commands);
    }

    @Override
    public String action(Asked asked) {
        return asked.operation();
    }

    @Override
    public Answer answer(String action, Asked asked) {
        return switch (action) {
            case "SendCommand" -> send(asked.json());
            case "GetCommandInvocation" ->
                invocation(asked.json().path("CommandId").asString());
            default -> throw new Refusal(400, "UnknownOperationException", action);
        };
    }

    @Override
    public Answer refused(Refusal refusal) {
        return JsonRefusals.of(refusal);
    }

    private Answer send(JsonNode body) {
        if (!body.path("DocumentName").asString().equals("AWS-RunShellScript")) {
            throw new Refusal(400, "InvalidDocument", "no such document");
        }
        if (body.path("TimeoutSeconds").asInt(3_600) < 30) {
            throw new Refusal(400, "ValidationException", "TimeoutSeconds must be greater than or equal to 30");
        }
        var node = body.path("InstanceIds").path(0).asString("");
        var bin = Optional.ofNullable(nodes.get(node))
                .orElseThrow(() -> new Refusal(400, "InvalidInstanceId", "Instances not in a valid state for account"));
        var script = StreamSupport.stream(
                        body.path("Parameters").path("commands").spliterator(), false)
                .map(JsonNode::asString)
                .collect(Collectors.joining("\n"));
        var id = UUID.randomUUID().toString();
        commands.add(script);
        invocations.put(id, run(script, bin));
        return Answer.json11(Map.of("Command", Map.of("CommandId", id, "Status", "Pending")));
    }

    private Answer invocation(String id) {
        var found = Optional.ofNullable(invocations.get(id))
                .orElseThrow(() -> new Refusal(400, "InvocationDoesNotExist", "no invocation " + id));
        if (!found.asked) {
            found.asked = true;
            return Answer.json11(Map.of("CommandId", id, "Status", "InProgress", "ResponseCode", -1));
        }
        return Answer.json11(Map.of(
                "CommandId",
                id,
                "Status",
                found.code == 0 ? "Success" : "Failed",
                "StatusDetails",
                found.code == 0 ? "Success" : "Failed",
                "ResponseCode",
                found.code,
                "StandardOutputContent",
                found.said,
                "StandardErrorContent",
                found.complained));
    }

    private static Invocation run(String script, Path bin) {
        try {
            var folder = Files.createTempDirectory("command");
            var out = folder.resolve("out").toFile();
            var err = folder.resolve("err").toFile();
            var file = Files.writeString(folder.resolve("_script.sh"), script);
            var process = new ProcessBuilder("sh", file.toString())
                    .redirectOutput(out)
                    .redirectError(err);
            process.environment().merge("PATH", bin.toString(), (path, first) -> first + ":" + path);
            var code = ended(process.start());
            var invocation = new Invocation(code, kept(out.toPath()), kept(err.toPath()));
            for (var each : List.of(out.toPath(), err.toPath(), file, folder)) {
                Files.delete(each);
            }
            return invocation;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static int ended(Process process) {
        try {
            if (process.waitFor(30, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        return 137;
    }

    private static String kept(Path file) throws IOException {
        var text = Files.readString(file, UTF_8);
        return text.length() <= KEPT ? text : text.substring(0, KEPT);
    }
}
