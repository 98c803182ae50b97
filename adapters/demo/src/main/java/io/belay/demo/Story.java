package io.belay.demo;

import io.belay.assembly.Bundle;
import io.belay.core.Report;
import io.belay.core.Verdict;
import io.belay.demo.harbor.Harbor;
import io.belay.runtime.cli.Console;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a night is like with Belay: release 1 is stamped, release 2 breaks orders, the alarm rings three times at once, one
 * rollback puts release 1 back and proves it, and release 2 is in quarantine.
 */
record Story(Console console, Harbor harbor, FcDoors doors, Pages pages) {
    private static final int RINGS = 3;

    /** The verdicts of all that should pass. */
    List<Verdict> tell() throws IOException, InterruptedException {
        var verdicts = new ArrayList<Verdict>();
        say("Release " + harbor.cloud().serving() + " serves and is well: it is stamped as known to be good.");
        verdicts.add(shown(doors.ask(Bundle.STAMP)));
        say("Release " + harbor.cloud().deploy("prices each order") + " is deployed. A customer's order: "
                + new Customer(harbor).order());
        say("CloudMonitor sees it, and its alarm is delivered " + RINGS + " times at once.");
        verdicts.add(rung(harbor.cloud().raise()));
        var served = new Customer(harbor).order();
        harbor.cloud().calm();
        say("Release " + harbor.cloud().serving() + " serves. A customer's order: " + served);
        verdicts.add(served.well() ? Verdict.PASS : Verdict.FAIL);
        harbor.cloud().told().forEach(text -> say("The group was told:\n\n" + text.indent(4)));
        verdicts.add(shown(doors.ask(Bundle.RELEASE)));
        return verdicts;
    }

    /** Delivers {@code event} several times at once: one of them moves something, and one alone. */
    private Verdict rung(String event) throws IOException, InterruptedException {
        var moved = new ArrayList<Report>();
        for (var report : reports(event)) {
            if (said(report).startsWith("rolled back ")) {
                moved.add(report);
            } else {
                say("one delivery: " + said(report));
            }
        }
        for (var report : moved) {
            pages.show(report);
        }
        return moved.size() == 1 ? moved.getFirst().verdict() : Verdict.FAIL;
    }

    private List<Report> reports(String event) throws IOException, InterruptedException {
        try (var door = doors.open(Bundle.ROLLBACK);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Report> ring = () -> report(FcDoors.url(door), event);
            var reports = new ArrayList<Report>();
            for (var each : threads.invokeAll(Collections.nCopies(RINGS, ring))) {
                reports.add(each.get());
            }
            return reports;
        } catch (ExecutionException failed) {
            throw new IOException("a delivery was not answered: " + failed.getCause(), failed);
        }
    }

    private static Report report(URI door, String event) throws IOException, InterruptedException {
        var answer = new Invocation(door, Bundle.ROLLBACK, event).invoke();
        return FcDoors.report(JsonMapper.shared()
                .readTree(answer)
                .path("deliveries")
                .path(0)
                .path("report")
                .toString());
    }

    private static String said(Report report) {
        return report.findings().getFirst().summary();
    }

    private Verdict shown(Report report) {
        pages.table(report);
        console.out().println();
        return report.verdict();
    }

    private void say(String line) {
        console.out().println(line + "\n");
        console.out().flush();
    }
}
