package io.belay.bench;

import io.belay.adapter.aws.SsmShell;
import io.belay.adapter.compose.remote.RemoteComposeTarget;
import io.belay.core.testkit.ComposeHost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.ssm.SsmClient;

/** A compose project on a host that Systems Manager manages; docker is a small stand-in, so that what is left is Belay's own time. */
final class SsmComposePlace extends Amazon {
    private static final String NODE = "i-0123456789abcdef0";
    private static final String COMMAND = "ssm:SendCommand";
    private static final Pattern ACTION = Pattern.compile("BELAY_ACTION='(\\w+)'");

    private final SsmClient sdk = plain(SsmClient.builder());

    @Override
    public Thing broken() throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("compose");
        var host = new ComposeHost(folder);
        server.ssm().node(NODE, host.bin());
        var target = new RemoteComposeTarget(
                new SsmShell(clients, NODE), host.project().toString(), ComposeHost.FILE);
        time.ago(Duration.ofHours(4));
        host.registry(1, 2);
        host.deploy(1);
        Place.stamp(target, time);
        time.ago(Duration.ofMinutes(10));
        host.deploy(2);
        time.ago(Duration.ZERO);
        return new Thing(target, Optional.empty(), () -> runs(folder), () -> {}, () -> script(folder, host));
    }

    private static boolean runs(Path folder) {
        try {
            return Files.readString(folder.resolve("bin/containers")).contains(ComposeHost.pin("backend", 1));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A command that looks, to its end, and one that brings up. */
    private void script(Path folder, ComposeHost host) throws IOException, InterruptedException {
        var good = Files.writeString(
                folder.resolve("good.yml"),
                "services:\n  backend:\n    image: \"%s\"\n  frontend:\n    image: \"%s\"\n"
                        .formatted(ComposeHost.pin("backend", 1), ComposeHost.pin("frontend", 1)));
        var compose = "cd " + host.project() + " && docker compose -f " + ComposeHost.FILE + " -f " + good;
        send(compose + " ps -q");
        send(compose + " up -d");
    }

    private void send(String script) throws InterruptedException {
        var id = sdk.sendCommand(request -> request.documentName("AWS-RunShellScript")
                        .instanceIds(NODE)
                        .parameters(Map.of("commands", List.of(script))))
                .command()
                .commandId();
        while (sdk.getCommandInvocation(request -> request.commandId(id).instanceId(NODE))
                .statusAsString()
                .equals("InProgress")) {
            Thread.sleep(50);
        }
    }

    /** Each command with what it does, since SendCommand both reads and writes. */
    @Override
    public List<String> calls() {
        var scripts = server.ssm().commands().iterator();
        return super.calls().stream()
                .map(call -> call.equals(COMMAND) && scripts.hasNext() ? call + " " + action(scripts.next()) : call)
                .toList();
    }

    private static String action(String script) {
        var found = ACTION.matcher(script);
        return found.find() ? found.group(1) : "script";
    }

    @Override
    public boolean writes(String call) {
        return call.startsWith(COMMAND) && !call.endsWith(" read");
    }
}
