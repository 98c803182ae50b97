package io.belay.assembly.door;

import io.belay.adapter.report.ReportReader;
import io.belay.assembly.Bundle;
import io.belay.core.Absent;
import io.belay.core.Correlation;
import io.belay.core.PortException;
import io.belay.core.Report;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Runs that nobody waits for: {@code Prefer: respond-async} (RFC 7240) has one begun and answers 202 with its address, which says
 * 202 as long as it runs, and then what the function would have answered, in the form that {@code Accept} names.
 *
 * @param function the one that is run so; it must listen to nobody in person, since who asked is not passed on
 */
record Runs(Doorway doorway, String function, Later later) {
    /** Those that can be run so. */
    static final Set<String> POSSIBLE = Set.of(Bundle.HEALTH, Bundle.MIGRATION_VERIFY, Bundle.VERIFY);

    private static final String PATH = "runs/";
    private static final Pattern ID = Pattern.compile("belay-[0-9a-f]{32}");
    private static final String RETRY = "5";

    Runs {
        if (!POSSIBLE.contains(function)) {
            throw new IllegalArgumentException(function + " cannot be run later; " + POSSIBLE + " can");
        }
    }

    /** Whether {@code path} is of one of them. */
    static boolean at(String path) {
        return path.startsWith(PATH);
    }

    /** Whether {@code call} would have {@code name} run so. */
    boolean wanted(String name, HttpCall call) {
        return name.equals(function) && call.method().equals("POST") && preferred(call);
    }

    private static boolean preferred(HttpCall call) {
        return Stream.of(call.headers().getOrDefault("prefer", "").split(",", -1))
                .map(each -> each.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .anyMatch("respond-async"::equals);
    }

    HttpReply begin(HttpCall call, byte[] body, Correlation correlation) {
        var id = "belay-" + Correlations.made().id();
        try {
            later.begin(id, call, body, correlation);
            doorway.log().info("later", correlation, Map.of("function", function, "run", id));
            return running(id, correlation).with("preference-applied", "respond-async");
        } catch (PortException cannot) {
            return refused(503, "the run could not be begun: " + cannot.fault(), correlation);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return refused(503, "the call was called off", correlation);
        }
    }

    HttpReply show(HttpCall call, Correlation correlation) {
        var id = call.path().substring(1 + PATH.length());
        if (!ID.matcher(id).matches()) {
            throw new BadRequest(404, "path", "there is no such run");
        }
        try {
            return Absent.or(() -> later.run(id, call, call.deadline()))
                    .map(run -> shown(run, id, call, correlation))
                    .orElseGet(() -> refused(404, "there is no such run, or no longer", correlation));
        } catch (PortException cannot) {
            // Told from a report that failed, which is a 503 as well, by the header: it is worth asking again.
            return refused(503, "how the run stands cannot be learned: " + cannot.fault(), correlation)
                    .with("retry-after", RETRY);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return refused(503, "the call was called off", correlation);
        }
    }

    private HttpReply shown(Later.Run run, String id, HttpCall call, Correlation correlation) {
        return switch (run) {
            case Later.Run.Running _ -> running(id, correlation);
            case Later.Run.Done(var answer) -> done(answer, call, correlation);
            case Later.Run.Untold(var why) ->
                refused(502, "the run is done, and its answer is not to be had: " + why, correlation);
            case Later.Run.Failed(var why, var cause) -> failed(id, why, cause, correlation);
        };
    }

    /** The cause may be another program's trace: whoever may look at a run need not see that. */
    private HttpReply failed(String id, String why, String cause, Correlation correlation) {
        doorway.log().info("run-failed", correlation, Map.of("run", id, "why", why, "cause", cause));
        return refused(500, "the run ended without an answer: " + why + "; the log says more", correlation);
    }

    private HttpReply done(String answer, HttpCall call, Correlation correlation) {
        var report = report(answer);
        if (report.isPresent()) {
            return HttpReply.of(doorway.door(correlation)
                    .answer(report.get(), Optional.ofNullable(call.headers().get("accept"))));
        }
        var status = NotDue.is(answer) ? 200 : 502;
        return HttpReply.of(new Answer(status, "application/json", answer, correlation, Optional.empty()));
    }

    private static Optional<Report> report(String answer) {
        try {
            return Optional.of(ReportReader.read(answer));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static HttpReply running(String id, Correlation correlation) {
        var body = "{\"belay\":\"run/1\",\"run\":\"" + id + "\",\"state\":\"running\"}\n";
        return HttpReply.of(new Answer(202, "application/json", body, correlation, Optional.empty()))
                .with("location", "/" + PATH + id)
                .with("retry-after", RETRY);
    }

    private HttpReply refused(int status, String why, Correlation correlation) {
        return HttpReply.of(Refusals.bad(new BadRequest(status, "run", why), correlation, doorway.log()));
    }
}
