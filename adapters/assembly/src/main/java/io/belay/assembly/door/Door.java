package io.belay.assembly.door;

import static java.util.Objects.requireNonNull;

import io.belay.adapter.report.Face;
import io.belay.adapter.report.Faces;
import io.belay.assembly.Bundle;
import io.belay.core.Correlation;
import io.belay.core.Report;
import io.belay.core.Request;
import io.belay.core.Verdict;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Answers calls with a bundle's functions: what all doors do alike, so that the same call gives the same answer through
 * each. Safe for use by many threads.
 */
public final class Door {
    private final Bundle bundle;
    private final Log log;

    /** A door to {@code bundle}. */
    public Door(Bundle bundle, Log log) {
        this.bundle = requireNonNull(bundle, "bundle");
        this.log = requireNonNull(log, "log");
    }

    /** The functions behind it. */
    public Set<String> names() {
        return bundle.names();
    }

    /**
     * Why {@code function} could find nothing out, whatever it was asked: the system file has no section for it.
     *
     * @throws BadRequest where there is no such function
     */
    public Optional<String> idle(String function) {
        var section = known(function).section(function);
        return section.empty() ? Optional.of(section.absence()) : Optional.empty();
    }

    /** Its log, which knows the system's secrets and keeps them out. */
    public Log log() {
        return log;
    }

    /**
     * Runs the function that {@code call} names and writes its report in the form asked for.
     *
     * @throws BadRequest where there is no such function
     */
    public Answer answer(Call call) {
        known(call.function());
        // Before the run: an answer that nobody can read is not worth the asking.
        var face = Faces.accepting(call.accept().orElse(""))
                .orElseThrow(() -> new BadRequest(406, "accept", "no such form of report; there are " + forms()));
        return written(report(call), face);
    }

    /**
     * Runs the function that {@code call} names.
     *
     * @throws BadRequest where there is no such function
     */
    Report report(Call call) {
        var function = known(call.function()).function(call.function());
        var asked = call.asked();
        var deadline = asked.within().map(call.deadline()::within).orElse(call.deadline());
        var report = function.apply(new Request(asked.only(), deadline, call.correlation(), asked.cause()));
        log.info(
                "report",
                call.correlation(),
                Map.of(
                        "function", report.function(),
                        "system", report.system(),
                        "verdict", report.verdict().name().toLowerCase(Locale.ROOT),
                        "took", Long.toString(report.took().toMillis())));
        DrillLines.of(report).forEach(line -> log.info("drill", call.correlation(), line));
        return report;
    }

    /** Whether the system file names an alarm of {@code source} that is called {@code alarm}, to be put back for or drilled. */
    boolean watches(String source, String alarm) {
        var drilled = bundle.system()
                .alarms()
                .drill()
                .filter(each ->
                        each.alarm().equals(alarm) && each.source().kind().equals(source));
        return drilled.isPresent()
                || bundle.system().rollback().when().alarms().stream()
                        .anyMatch(each -> each.alarm().equals(alarm)
                                && each.source().kind().equals(source));
    }

    private Bundle known(String function) {
        if (!bundle.names().contains(function)) {
            throw new BadRequest(404, "function", "there is no such function");
        }
        return bundle;
    }

    /** The answer to a call that cannot be understood. */
    public Answer refusal(BadRequest wrong, Correlation correlation) {
        return Refusals.bad(wrong, correlation, log);
    }

    private static Answer written(Report report, Face face) {
        return new Answer(
                status(report.verdict()),
                face.mediaType(),
                face.text(report),
                report.correlation(),
                Optional.of(report.verdict()));
    }

    private static String forms() {
        return Faces.all().stream().map(Face::mediaType).collect(Collectors.joining(", "));
    }

    private static int status(Verdict verdict) {
        return switch (verdict) {
            case PASS, WARN -> 200;
            case UNKNOWN, FAIL -> 503;
        };
    }
}
