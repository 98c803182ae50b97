package io.belay.adapter.systemfile;

import io.belay.core.Severity;
import io.belay.core.check.Capture;
import io.belay.core.check.Check;
import io.belay.core.check.Patience;
import io.belay.core.check.Sampling;
import io.belay.core.settings.Key;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a check, or a step as far as it is one. */
record CheckReader(KindReader kinds, Allowance allowance) {
    private static final Duration BETWEEN_ASKINGS = Duration.ofSeconds(5);

    private Faults faults() {
        return kinds.forms().faults();
    }

    /**
     * The check at {@code node}.
     *
     * @param shape its keys, the kind's own apart
     * @param others further keys, read elsewhere
     * @param captures what is captured of its answer
     * @param names the names of the checks before it; takes its own
     */
    Optional<Check> read(Shape shape, Node node, Collection<String> others, List<Capture> captures, Set<String> names) {
        var known = new HashSet<>(kinds.one().names());
        known.addAll(others);
        var settings = new BlockReader(kinds.forms()).read(shape, node, known);
        if (!(node instanceof Node.Block block)) {
            return Optional.empty();
        }
        shape.keys().stream().map(Key::name).forEach(known::add);
        var sampled = block.value(FileShapes.SAMPLES.name()).isPresent();
        var asking = kinds.one().in(block, known).flatMap(chosen -> kinds.read(chosen, sampled, captures));
        var name = new NameReader(faults(), kinds.forms().texts()).read(block, names);
        var patience = settings.flatMap(present -> patience(present, block));
        if (settings.isEmpty() || asking.isEmpty() || name.isEmpty() || patience.isEmpty()) {
            return Optional.empty();
        }
        var check = new Check(
                name.get(),
                severity(settings.get()),
                asking.get().question(),
                asking.get().expectations(),
                patience.get(),
                settings.get().find(FileShapes.SAMPLES).map(CheckReader::sampling));
        return allowance.covers(check, block, faults()) ? Optional.of(check) : Optional.empty();
    }

    static Severity severity(Settings settings) {
        return settings.get(FileShapes.SEVERITY).equals(FileShapes.WARNING) ? Severity.WARNING : Severity.CRITICAL;
    }

    private static Sampling sampling(Settings samples) {
        return new Sampling(
                Math.toIntExact(samples.get(FileShapes.COUNT)),
                Math.toIntExact(samples.get(FileShapes.WARM_UP)),
                samples.get(FileShapes.PAUSE),
                Math.toIntExact(samples.get(FileShapes.AT_ONCE)));
    }

    private Optional<Patience> patience(Settings settings, Node.Block block) {
        var wait = settings.find(FileShapes.WAIT);
        var failures = settings.find(FileShapes.FAILURES);
        var every = settings.find(FileShapes.EVERY);
        if (wait.isPresent() && failures.isPresent()) {
            return unfit(block, FileShapes.FAILURES, "failures beside wait", "one of the two");
        }
        if (settings.has(FileShapes.SAMPLES) && (wait.isPresent() || failures.isPresent())) {
            return unfit(
                    block,
                    wait.isPresent() ? FileShapes.WAIT : FileShapes.FAILURES,
                    "patience beside samples",
                    "one of the two: a sample that fails is lost, and lost says how many may be");
        }
        if (every.isPresent() && wait.isEmpty() && failures.isEmpty()) {
            return unfit(block, FileShapes.EVERY, "every without wait or failures", "one of them beside it");
        }
        if (wait.isPresent()) {
            return Optional.of(new Patience.Wait(wait.get(), every.orElse(BETWEEN_ASKINGS)));
        }
        return Optional.of(failures.filter(count -> count > 1)
                .<Patience>map(count -> new Patience.InARow(Math.toIntExact(count), every.orElse(BETWEEN_ASKINGS)))
                .orElseGet(Patience.None::new));
    }

    private Optional<Patience> unfit(Node.Block block, Key<?> key, String found, String meant) {
        var at = block.entry(key.name()).map(Node.Entry::at).orElse(block.at());
        faults().add(at, found, meant);
        return Optional.empty();
    }
}
