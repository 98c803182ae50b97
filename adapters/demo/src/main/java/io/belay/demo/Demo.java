package io.belay.demo;

import io.belay.assembly.Bundle;
import io.belay.assembly.Systems;
import io.belay.assembly.door.Doorway;
import io.belay.core.Progress;
import io.belay.core.Verdict;
import io.belay.demo.harbor.Breakage;
import io.belay.demo.harbor.Harbor;
import io.belay.demo.harbor.HarborFile;
import io.belay.demo.harbor.HarborOptions;
import io.belay.demo.server.ServerException;
import io.belay.runtime.cli.CommandLines;
import io.belay.runtime.cli.Console;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * Harbor is started, Function Compute's door is opened before its system file, each function that verifies is called once as the
 * platform would call it, and its report is shown as a table and as a page. Where nothing was broken on purpose, the {@link Story}
 * of a bad release follows.
 */
record Demo(Console console, HarborOptions options, Optional<Breakage> broken, boolean stays, Path page) {
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
        var doors = new FcDoors(doorway, console);
        var pages = new Pages(console, page);
        var verdicts = new ArrayList<Verdict>();
        for (var function : Bundle.VERIFYING) {
            var report = doors.ask(function);
            pages.show(report);
            verdicts.add(report.verdict());
        }
        if (broken.isEmpty()) {
            verdicts.addAll(new Story(console, harbor, doors, pages).tell());
        }
        if (stays) {
            try (var door = doors.open(Bundle.HEALTH)) {
                console.out().println(Invitation.text(harbor, FcDoors.url(door)));
                new CountDownLatch(1).await();
            }
        }
        return CommandLines.exit(Verdict.worst(verdicts));
    }
}
