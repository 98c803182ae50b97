package io.belay.assembly.door;

import static java.util.Objects.requireNonNull;

import io.belay.adapter.report.Face;
import io.belay.adapter.report.Faces;
import io.belay.assembly.Bundle;
import io.belay.assembly.Fleet;
import io.belay.assembly.Opening;
import io.belay.core.Correlation;
import io.belay.core.Report;
import io.belay.core.Request;
import io.belay.core.Verdict;
import io.belay.core.system.SystemSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Answers calls with a bundle's functions: what all doors do alike, so that the same call gives the same answer through
 * each. Safe for use by many threads.
 */
public final class Door {
    private static final Set<String> NAMES = Stream.of(Bundle.READING, Bundle.CHANGING, List.of(Fleet.SYSTEMS))
            .flatMap(List::stream)
            .collect(Collectors.collectingAndThen(
                    Collectors.toCollection(LinkedHashSet::new), Collections::unmodifiableSet));

    private final Fleet fleet;
    private final Log log;

    /** A door to one system. */
    public Door(Bundle bundle, Log log) {
        this(Fleet.alone(bundle), log);
    }

    /** A door to {@code fleet}. */
    public Door(Fleet fleet, Log log) {
        this.fleet = requireNonNull(fleet, "fleet");
        this.log = requireNonNull(log, "log");
    }

    /** The functions behind it. */
    public Set<String> names() {
        return NAMES;
    }

    /** Opens every system now; what is wrong with one is in the log, and each call to it will say so. */
    void early(Correlation correlation) {
        for (var name : fleet.names()) {
            if (fleet.opening(name) instanceof Opening.Refused(var why)) {
                log.info("not-open", correlation, Map.of("system", name, "faults", why));
            }
        }
    }

    /** What is wrong with its systems' files, each fault with its system's name; nothing where all is well. */
    List<String> faults() {
        return watchers().faults();
    }

    /**
     * Why {@code function} could find nothing out, whatever it was asked: the system file has no section for it.
     *
     * @throws BadRequest where there is no such function
     */
    public Optional<String> idle(String function, Optional<String> system) {
        if (known(function).equals(Fleet.SYSTEMS)) {
            return Optional.empty();
        }
        var section = bundle(system).section(function);
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
        var face = face(call.accept());
        if (call.function().equals(Fleet.SYSTEMS)) {
            return FleetJson.answer(fleet, call.correlation());
        }
        return notDue(call).orElseGet(() -> written(report(call), face));
    }

    /**
     * Answers a clock. One that names no system means each where there are several, since it has nobody to ask which; what is wrong
     * with one keeps nobody from the others.
     *
     * @throws BadRequest where there is no such function
     */
    public Answer toEach(Call call) {
        if (!several() || call.asked().system().isPresent() || call.function().equals(Fleet.SYSTEMS)) {
            return answer(call);
        }
        var answers = FanOut.over(fleet.names(), system -> {
            var one = new Call(
                    known(call.function()),
                    call.asked().of(system),
                    Optional.empty(),
                    call.deadline(),
                    call.correlation());
            try {
                return new Each.Answered(system, Optional.of(answer(one).body()), List.of());
            } catch (NotOpen shut) {
                return new Each.Answered(system, Optional.empty(), shut.faults());
            }
        });
        return Each.answer(call.function(), answers, call.correlation());
    }

    /** The answer to a clock whose call is not due: no report, for nothing was looked at. */
    private Optional<Answer> notDue(Call call) {
        return call.asked()
                .tick()
                .flatMap(tick -> bundle(call.asked().system())
                        .due(tick, call.deadline())
                        .map(next -> NotDue.answer(next, call, log)));
    }

    /** {@code report}, which was made elsewhere, in the form asked for. */
    Answer answer(Report report, Optional<String> accept) {
        return written(report, face(accept));
    }

    private static Face face(Optional<String> accept) {
        return Faces.accepting(accept.orElse(""))
                .orElseThrow(() -> new BadRequest(406, "accept", "no such form of report; there are " + forms()));
    }

    /**
     * Runs the function that {@code call} names.
     *
     * @throws BadRequest where there is no such function
     */
    Report report(Call call) {
        var asked = call.asked();
        var function = bundle(asked.system()).function(call.function());
        var deadline = asked.within().map(call.deadline()::within).orElse(call.deadline());
        var report =
                function.apply(new Request(asked.only(), deadline, call.correlation(), asked.cause(), asked.tick()));
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

    /** Whether it looks after more than one system. */
    boolean several() {
        return fleet.several();
    }

    /** The names of all its systems. */
    List<String> systems() {
        return fleet.names();
    }

    /** Which of its systems name which alarms, as their files stand now. */
    Watchers watchers() {
        var open = new TreeMap<String, SystemSpec>();
        var faults = new ArrayList<String>();
        for (var name : fleet.names()) {
            switch (fleet.opening(name)) {
                case Opening.Opened(var bundle) -> open.put(name, bundle.system());
                case Opening.Refused(var why) ->
                    NotOpen.because(why).faults().forEach(fault -> faults.add(name + ": " + fault));
            }
        }
        return new Watchers(open, faults);
    }

    /** The one that is meant: a caller has to say which where there are several. */
    private Bundle bundle(Optional<String> system) {
        var known = "there " + (several() ? "are " : "is ") + String.join(", ", fleet.names());
        if (system.isEmpty() && several()) {
            throw BadRequest.at("system", "say which; " + known);
        }
        var name = system.orElseGet(() -> fleet.names().getFirst());
        if (!fleet.names().contains(name)) {
            throw new BadRequest(404, "system", "no such system; " + known);
        }
        return switch (fleet.opening(name)) {
            case Opening.Opened(var bundle) -> bundle;
            case Opening.Refused(var why) -> throw NotOpen.because(why);
        };
    }

    private static String known(String function) {
        if (!NAMES.contains(function)) {
            throw new BadRequest(404, "function", "there is no such function");
        }
        return function;
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
