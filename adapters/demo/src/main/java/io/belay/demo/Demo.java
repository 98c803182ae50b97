package io.belay.demo;

import io.belay.adapter.report.Faces;
import io.belay.adapter.report.ReportReader;
import io.belay.assembly.Systems;
import io.belay.assembly.door.Doorway;
import io.belay.core.Progress;
import io.belay.core.Report;
import io.belay.demo.harbor.Breakage;
import io.belay.demo.harbor.Harbor;
import io.belay.demo.harbor.HarborFile;
import io.belay.demo.harbor.HarborOptions;
import io.belay.demo.server.ServerException;
import io.belay.runtime.cli.CommandLines;
import io.belay.runtime.cli.Console;
import io.belay.runtime.cli.WrongUse;
import io.belay.runtime.fc.FcServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * The story: harbor is started, Function Compute's door is opened before its system file, called once as the platform would
 * call it, and the one report is shown as a table and as a page.
 */
record Demo(Console console, HarborOptions options, Optional<Breakage> broken, boolean stays, Path page) {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    int run() throws InterruptedException {
        var err = console.err();
        err.println("starting harbor, a small shipping-orders service, on this machine");
        try (var harbor = Harbor.start(options, new Milestones(err))) {
            broken.ifPresent(part -> err.println("broken on purpose: " + part.story()));
            return withHarbor(harbor);
        } catch (ServerException failed) {
            err.println("harbor could not be started: " + failed.getMessage());
            return 3;
        } catch (IOException failed) {
            err.println("the demo could not go on: " + failed.getMessage());
            return 3;
        }
    }

    private int withHarbor(Harbor harbor) throws IOException, InterruptedException {
        var file = Files.createTempFile("harbor-", ".yaml");
        // Ctrl-C ends the process without coming back here.
        file.toFile().deleteOnExit();
        try {
            Files.writeString(
                    file,
                    HarborFile.fitting(
                            Files.readString(Main.home().resolve("templates/examples/harbor.yaml")), harbor));
            var environment = new HashMap<>(harbor.environment());
            environment.put(Systems.FILE, file.toString());
            try (var door = door(environment)) {
                return throughTheDoor(harbor, door.address().getPort());
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private FcServer door(Map<String, String> environment) throws IOException {
        var time = console.time();
        // The door's log lines are for a platform; here they would stand between the table's rows.
        var silent = new PrintStream(OutputStream.nullOutputStream());
        var doorway = Doorway.to(new Systems(environment, time, Progress.NONE), silent, time);
        var free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        return FcServer.start(free, doorway, "health", Optional.of(LIMIT), time);
    }

    private int throughTheDoor(Harbor harbor, int port) throws IOException, InterruptedException {
        var url = URI.create("http://127.0.0.1:" + port);
        console.err().println("asking Belay through Function Compute's door at " + url + "\n");
        var report = report(new Invocation(url).invoke());
        console.out().print(Faces.terminal(console.width(), console.colour()).text(report));
        writePage(report);
        console.out().println("page: " + page);
        console.out().flush();
        if (stays) {
            console.out().println(Invitation.text(harbor, url));
            new CountDownLatch(1).await();
        }
        return CommandLines.exit(report.verdict());
    }

    private static Report report(String answer) {
        try {
            return ReportReader.read(answer);
        } catch (IllegalArgumentException _) {
            throw new WrongUse(answer.strip());
        }
    }

    private void writePage(Report report) throws IOException {
        var folder = page.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try (var out = Files.newOutputStream(page)) {
            Faces.HTML.write(report, out);
        }
    }
}
