package io.belay.demo;

import io.belay.adapter.report.Faces;
import io.belay.adapter.report.ReportReader;
import io.belay.assembly.Bundle;
import io.belay.assembly.Systems;
import io.belay.assembly.door.Doorway;
import io.belay.core.Progress;
import io.belay.core.Report;
import io.belay.core.Verdict;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * The story: harbor is started, Function Compute's door is opened before its system file, each function is called once as the
 * platform would call it, and its report is shown as a table and as a page.
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
        var file = HarborFile.put(harbor.folder(), Main.home().resolve("templates/examples"), harbor);
        var environment = new HashMap<>(harbor.environment());
        environment.put(Systems.FILE, file.toString());
        return throughTheDoors(harbor, environment);
    }

    private int throughTheDoors(Harbor harbor, Map<String, String> environment)
            throws IOException, InterruptedException {
        // The door's log lines are for a platform; here they would stand between the table's rows.
        var silent = new PrintStream(OutputStream.nullOutputStream());
        var doorway = Doorway.to(new Systems(environment, console.time(), Progress.NONE), silent, console.time());
        var verdicts = new ArrayList<Verdict>();
        for (var function : Bundle.VERIFYING) {
            try (var door = door(doorway, function)) {
                verdicts.add(throughTheDoor(function, url(door)));
            }
        }
        if (stays) {
            try (var door = door(doorway, Bundle.HEALTH)) {
                console.out().println(Invitation.text(harbor, url(door)));
                new CountDownLatch(1).await();
            }
        }
        return CommandLines.exit(Verdict.worst(verdicts));
    }

    /** As each function is deployed by itself, with a setting that names it. */
    private FcServer door(Doorway doorway, String function) throws IOException {
        var free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        return FcServer.start(free, doorway, function, Optional.of(LIMIT), console.time());
    }

    private static URI url(FcServer door) {
        return URI.create("http://127.0.0.1:" + door.address().getPort());
    }

    private Verdict throughTheDoor(String function, URI url) throws IOException, InterruptedException {
        console.err().println("asking Belay for " + function + " through Function Compute's door at " + url + "\n");
        var report = report(new Invocation(url, function).invoke());
        console.out().print(Faces.terminal(console.width(), console.colour()).text(report));
        var written = page(function);
        writePage(report, written);
        console.out().println("page: " + written + "\n");
        console.out().flush();
        return report.verdict();
    }

    /** The first function's is the one that was named; another's stands beside it. */
    private Path page(String function) {
        if (function.equals(Bundle.HEALTH)) {
            return page;
        }
        var name = String.valueOf(page.getFileName());
        var dot = name.lastIndexOf('.');
        var stem = dot > 0 ? name.substring(0, dot) : name;
        return page.resolveSibling(stem + "-" + function + (dot > 0 ? name.substring(dot) : ""));
    }

    private static Report report(String answer) {
        try {
            return ReportReader.read(answer);
        } catch (IllegalArgumentException _) {
            throw new WrongUse(answer.strip());
        }
    }

    private static void writePage(Report report, Path page) throws IOException {
        var folder = page.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try (var out = Files.newOutputStream(page)) {
            Faces.HTML.write(report, out);
        }
    }
}
