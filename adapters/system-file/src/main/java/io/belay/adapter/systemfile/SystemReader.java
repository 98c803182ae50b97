package io.belay.adapter.systemfile;

import static io.belay.adapter.systemfile.FileShapes.CHECKS;
import static io.belay.adapter.systemfile.FileShapes.HEALTH;
import static io.belay.adapter.systemfile.FileShapes.MIGRATIONS;
import static io.belay.adapter.systemfile.FileShapes.SCENARIOS;

import io.belay.core.Redactor;
import io.belay.core.check.HealthSpec;
import io.belay.core.check.Limits;
import io.belay.core.migration.MigrationsSpec;
import io.belay.core.settings.Settings;
import io.belay.core.system.SystemSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads the whole file. */
record SystemReader(FormReader forms, Vocabulary vocabulary) {
    private Faults faults() {
        return forms.faults();
    }

    Optional<SystemSpec> read(Node root, Supplier<Redactor> redactor) {
        var sections = vocabulary.sections();
        var settings = new BlockReader(forms).read(FileShapes.FILE, root, sections);
        if (!(root instanceof Node.Block block)) {
            return Optional.empty();
        }
        var name = block.value(FileShapes.SYSTEM.name()).flatMap(forms.texts()::shown);
        var environment = block.value(FileShapes.ENVIRONMENT.name()).flatMap(forms.texts()::shown);
        if (sections.stream().noneMatch(section -> block.value(section).isPresent())) {
            faults().add(block.at(), "no " + String.join(" and no ", sections), "one of them at least");
        }
        var health = section(block, HEALTH, HealthSpec.NONE, this::health);
        var migrations = section(
                block, MIGRATIONS, MigrationsSpec.NONE, new MigrationsReader(forms, vocabulary.databases())::read);
        if (settings.isEmpty() || name.isEmpty() || environment.isEmpty() || health.isEmpty() || migrations.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(SystemSpec.of(name.get(), environment.get(), health.get())
                .with(migrations.get())
                .with(redactor.get()));
    }

    private <T> Optional<T> section(Node.Block file, String key, T none, Function<Node, Optional<T>> reader) {
        return vocabulary.sections().contains(key) && file.value(key).isPresent()
                ? reader.apply(file.value(key).get())
                : Optional.of(none);
    }

    private Optional<HealthSpec> health(Node node) {
        var kinds = new KindReader(forms, vocabulary.checks());
        var settings = new BlockReader(forms).read(FileShapes.HEALTH_BLOCK, node, List.of(CHECKS, SCENARIOS));
        if (!(node instanceof Node.Block block)) {
            return Optional.empty();
        }
        if (block.value(CHECKS).isEmpty() && block.value(SCENARIOS).isEmpty()) {
            faults().add(block.at(), "neither checks nor scenarios", "at least one of them");
        }
        var names = new HashSet<String>();
        var allowance = settings.map(Allowance::in).orElseGet(() -> new Allowance(Optional.empty()));
        var check = new CheckReader(kinds, allowance);
        var checks = each(block.value(CHECKS), item -> check.read(FileShapes.CHECK, item, Set.of(), List.of(), names));
        var scenario = new ScenarioReader(kinds, allowance);
        var scenarios = each(block.value(SCENARIOS), item -> scenario.read(item, names));
        return settings.map(
                present -> new HealthSpec(checks, scenarios, limits(present, allowance.within(checks, scenarios))));
    }

    private <T> List<T> each(Optional<Node> node, Function<Node, Optional<T>> reader) {
        var read = new ArrayList<T>();
        if (node.isPresent()) {
            if (node.get() instanceof Node.Row row && !row.items().isEmpty()) {
                row.items().forEach(item -> reader.apply(item).ifPresent(read::add));
            } else {
                faults().mistaken(node.get(), "a list of at least one");
            }
        }
        return read;
    }

    private static Limits limits(Settings health, Duration within) {
        var limits = health.find(FileShapes.LIMITS)
                .orElseGet(() -> Settings.builder().build());
        return new Limits(
                Math.toIntExact(limits.get(FileShapes.CONCURRENCY)),
                Math.toIntExact(limits.get(FileShapes.PER_HOST)),
                within);
    }
}
