package io.belay.adapter.systemfile;

import static io.belay.adapter.systemfile.RollbackShapes.ARRIVE;
import static io.belay.adapter.systemfile.RollbackShapes.EVERY;
import static io.belay.adapter.systemfile.RollbackShapes.PROMISE;
import static io.belay.adapter.systemfile.RollbackShapes.SOAK;
import static io.belay.adapter.systemfile.RollbackShapes.STEPS;
import static io.belay.adapter.systemfile.RollbackShapes.STOP;
import static io.belay.adapter.systemfile.RollbackShapes.VERIFY;
import static io.belay.adapter.systemfile.RollbackShapes.WITHIN;

import io.belay.core.release.EmergencyBrake;
import io.belay.core.release.ReleaseTarget;
import io.belay.core.release.RollbackCauses.Watched;
import io.belay.core.release.RollbackGuards;
import io.belay.core.release.RollbackProof;
import io.belay.core.release.RollbackSpec;
import io.belay.core.release.RollbackStep;
import io.belay.core.release.RollbackStop;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads the section {@code rollback}.
 *
 * @param watched the alarms of the section {@code alarms}, by their names; empty where that is wrong
 */
record RollbackReader(FormReader forms, Releases releases, Home home, Optional<Map<String, Watched>> watched) {
    private Faults faults() {
        return forms.faults();
    }

    Optional<RollbackSpec> read(Node node) {
        var before = faults().count();
        var settings = new BlockReader(forms).read(RollbackShapes.ROLLBACK, node, parts());
        if (!(node instanceof Node.Block block)) {
            return Optional.empty();
        }
        var causes = new CausesReader(forms, releases.alarms(), home, watched).read(block.value(RollbackShapes.WHEN));
        var steps = steps(block);
        var stops = stops(block);
        var guards = new GuardsReader(forms).read(block.value(RollbackShapes.GUARDS));
        var verify = block.value(VERIFY).map(this::verify).orElse(Optional.of(RollbackProof.DEFAULT));
        if (settings.isPresent() && guards.isPresent()) {
            isPossible(settings.get(), guards.get(), block);
        }
        if (settings.isEmpty()
                || causes.isEmpty()
                || guards.isEmpty()
                || verify.isEmpty()
                || faults().count() > before) {
            return Optional.empty();
        }
        return Optional.of(new RollbackSpec(
                causes.get(),
                steps,
                guards.get(),
                verify.get(),
                settings.get().get(SOAK),
                List.of(),
                settings.get().get(PROMISE),
                stops));
    }

    /** What may stand in it besides its keys. */
    private List<String> parts() {
        return releases.brakes().isEmpty()
                ? RollbackShapes.PARTS
                : Stream.concat(RollbackShapes.PARTS.stream(), Stream.of(STOP)).toList();
    }

    private List<RollbackStep> steps(Node.Block block) {
        if (block.value(STEPS).isEmpty()) {
            faults().add(block.at().missing(STEPS), "no steps", "steps: what is put back, in this order");
            return List.of();
        }
        var targets = new KindsReader<>(forms, "thing to put back", releases.targets(), home);
        var reader = new StepReader<>(forms, ReleaseTarget::target, RollbackStep::new);
        return rows(block.value(STEPS).get(), "step", RollbackShapes.STEP, targets, reader);
    }

    private List<RollbackStop> stops(Node.Block block) {
        var brakes = new KindsReader<>(forms, "thing to stop", releases.brakes(), home);
        var reader = new StepReader<>(forms, EmergencyBrake::target, RollbackStop::new);
        return block.value(STOP)
                .filter(_ -> !releases.brakes().isEmpty())
                .map(node -> rows(node, "stop", RollbackShapes.STOPPED, brakes, reader))
                .orElse(List.of());
    }

    private <T, R> List<R> rows(Node node, String thing, Shape besides, KindsReader<T> kinds, StepReader<T, R> reader) {
        var names = new HashSet<String>();
        var addresses = new HashSet<String>();
        return new RowReader(faults())
                .read(
                        node,
                        thing,
                        item -> kinds.read(besides, item).flatMap(read -> reader.read(read, names, addresses)));
    }

    private Optional<RollbackProof> verify(Node node) {
        var settings = new BlockReader(forms).read(RollbackShapes.VERIFY_BLOCK, node, Set.of());
        if (settings.isEmpty() || !(node instanceof Node.Block block)) {
            return Optional.empty();
        }
        var lengths = new Lengths(faults(), block, settings.get());
        var arrives = lengths.fit(ARRIVE, EVERY, "else it is over before anybody looks");
        var proves = lengths.fit(WITHIN, EVERY, "else it is over before anybody looks");
        return arrives && proves
                ? Optional.of(new RollbackProof(
                        settings.get().get(ARRIVE),
                        settings.get().get(WITHIN),
                        settings.get().get(EVERY)))
                : Optional.empty();
    }

    /** Nobody can promise for a person. Where the file says nothing, nothing was promised. */
    private void isPossible(Settings settings, RollbackGuards guards, Node.Block block) {
        if (guards.gate() && settings.has(PROMISE)) {
            faults().add(
                            block.entry(PROMISE.name()).map(Node.Entry::at).orElse(block.at()),
                            "a promise of " + Units.written(settings.get(PROMISE))
                                    + ", and a gate that waits for a person",
                            "one of the two: how long a person takes, nobody can promise");
        }
    }
}
