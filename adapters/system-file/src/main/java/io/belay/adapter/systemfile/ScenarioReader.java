package io.belay.adapter.systemfile;

import static io.belay.adapter.systemfile.FileShapes.CAPTURE;
import static io.belay.adapter.systemfile.FileShapes.FINALLY;
import static io.belay.adapter.systemfile.FileShapes.STEPS;

import io.belay.core.check.Capture;
import io.belay.core.check.Scenario;
import io.belay.core.check.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a scenario. A step knows what the steps before it capture. */
record ScenarioReader(KindReader kinds, Allowance allowance) {
    private Faults faults() {
        return kinds.forms().faults();
    }

    Optional<Scenario> read(Node node, Set<String> names) {
        var settings = new BlockReader(kinds.forms()).read(FileShapes.SCENARIO, node, Set.of(STEPS, FINALLY));
        if (!(node instanceof Node.Block block)) {
            return Optional.empty();
        }
        var name = new NameReader(faults(), kinds.forms().texts()).read(block, names);
        var known = new HashSet<>(CaptureReader.BUILT_IN);
        var stepNames = new HashSet<String>();
        var steps = steps(block.value(STEPS), known, stepNames);
        if (block.value(STEPS).isEmpty()) {
            faults().add(block.at().missing(STEPS), "no steps", "a list of at least one step");
        }
        var cleanUp = block.value(FINALLY).isEmpty()
                ? Optional.of(List.<Step>of())
                : steps(block.value(FINALLY), known, stepNames);
        if (settings.isEmpty() || name.isEmpty() || steps.isEmpty() || cleanUp.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Scenario(name.get(), CheckReader.severity(settings.get()), steps.get(), cleanUp.get()));
    }

    private Optional<List<Step>> steps(Optional<Node> node, Set<String> known, Set<String> names) {
        if (node.isEmpty()) {
            return Optional.empty();
        }
        if (!(node.get() instanceof Node.Row row) || row.items().isEmpty()) {
            faults().mistaken(node.get(), "a list of at least one step");
            return Optional.empty();
        }
        var steps = new ArrayList<Step>();
        row.items().forEach(item -> step(item, known, names).ifPresent(steps::add));
        return steps.size() == row.items().size() ? Optional.of(steps) : Optional.empty();
    }

    private Optional<Step> step(Node node, Set<String> known, Set<String> names) {
        var before = faults().count();
        var captures = captures(node);
        var check = new CheckReader(kinds.knowing(known), allowance)
                .read(FileShapes.STEP, node, Set.of(CAPTURE), captures, names);
        // A capture that was told of as wrong is known all the same, so that each slip is told of once.
        known.addAll(variables(node));
        return faults().count() == before ? check.map(present -> new Step(present, captures)) : Optional.empty();
    }

    private static List<String> variables(Node step) {
        return step instanceof Node.Block block
                ? block.value(CAPTURE).stream()
                        .filter(Node.Block.class::isInstance)
                        .flatMap(captures -> ((Node.Block) captures).entries().stream())
                        .map(Node.Entry::key)
                        .toList()
                : List.of();
    }

    private List<Capture> captures(Node node) {
        if (!(node instanceof Node.Block block) || block.value(CAPTURE).isEmpty()) {
            return List.of();
        }
        var kind = kinds.kinds().stream()
                .filter(each -> block.value(each.name()).isPresent())
                .findFirst();
        return kind.map(present -> new CaptureReader(faults(), kinds.forms().texts())
                        .read(present, block.value(CAPTURE).get()))
                .orElse(List.of());
    }
}
