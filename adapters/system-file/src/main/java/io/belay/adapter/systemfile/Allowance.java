package io.belay.adapter.systemfile;

import io.belay.core.check.Check;
import io.belay.core.check.Limits;
import io.belay.core.check.Scenario;
import io.belay.core.settings.Settings;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long a run may take. A check with more patience than that could never fail, only be UNKNOWN.
 *
 * @param stated what the file says; empty where it leaves that to its checks
 */
record Allowance(Optional<Duration> stated) {
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Duration FOR_THE_REST = Duration.ofSeconds(30);

    static Allowance in(Settings health) {
        return new Allowance(health.find(FileShapes.LIMITS)
                .filter(limits -> limits.has(FileShapes.WITHIN))
                .map(limits -> limits.get(FileShapes.WITHIN)));
    }

    /** Whether {@code check}, which stands in {@code block}, can fail before a run is over. */
    boolean covers(Check check, Node.Block block, Faults faults) {
        var need = check.atLeast();
        var order = need.compareTo(stated.orElse(LONGEST));
        // After the last sample there is a pause too, which must be over by then.
        if (order < 0 || (order == 0 && check.sampling().isEmpty())) {
            return true;
        }
        var entry = Stream.of(FileShapes.SAMPLES, FileShapes.WAIT, FileShapes.FAILURES)
                .flatMap(key -> block.entry(key.name()).stream())
                .findFirst();
        var most = stated.map(within -> "than health.limits.within, " + Units.written(within))
                .orElse("than a run can ever take, " + Units.written(LONGEST));
        faults.add(
                entry.map(Node.Entry::at).orElse(block.at()),
                entry.map(Node.Entry::key).orElse("patience") + " for " + Units.written(need),
                "less " + most + ": what outlasts its run never fails, it stays UNKNOWN");
        return false;
    }

    /** What is stated, or enough for whoever needs most. */
    Duration within(Collection<Check> checks, Collection<Scenario> scenarios, Collection<Check> load) {
        var needs = Stream.concat(
                Stream.concat(checks.stream(), load.stream()).map(Check::atLeast),
                scenarios.stream().map(Allowance::need));
        var most = needs.map(FOR_THE_REST::plus).max(Comparator.naturalOrder()).orElse(FOR_THE_REST);
        var usual = Limits.DEFAULT.within();
        var enough = most.compareTo(usual) < 0 ? usual : most;
        return stated.orElse(enough.compareTo(LONGEST) < 0 ? enough : LONGEST);
    }

    /** Its steps run one after the other. */
    private static Duration need(Scenario scenario) {
        return Stream.concat(scenario.steps().stream(), scenario.cleanUp().stream())
                .map(step -> step.check().atLeast())
                .reduce(Duration.ZERO, Duration::plus);
    }
}
