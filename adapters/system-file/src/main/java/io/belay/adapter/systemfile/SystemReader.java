package io.belay.adapter.systemfile;

import static io.belay.adapter.systemfile.FileShapes.ALARMS;
import static io.belay.adapter.systemfile.FileShapes.ANNOUNCE;
import static io.belay.adapter.systemfile.FileShapes.CHECKS;
import static io.belay.adapter.systemfile.FileShapes.HEALTH;
import static io.belay.adapter.systemfile.FileShapes.LOAD;
import static io.belay.adapter.systemfile.FileShapes.MIGRATIONS;
import static io.belay.adapter.systemfile.FileShapes.ROLLBACK;
import static io.belay.adapter.systemfile.FileShapes.SCENARIOS;

import io.belay.core.Redactor;
import io.belay.core.alarm.Owner;
import io.belay.core.announce.Announcer;
import io.belay.core.check.Check;
import io.belay.core.check.HealthSpec;
import io.belay.core.check.Limits;
import io.belay.core.migration.MigrationsSpec;
import io.belay.core.release.RollbackSpec;
import io.belay.core.settings.Settings;
import io.belay.core.system.SystemSpec;
import io.belay.core.system.Watch;
import java.time.Duration;
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
        isAsked(block);
        var home = Home.read(forms, block.value(FileShapes.CLOUD));
        var health = section(block, HEALTH, HealthSpec.NONE, node -> health(node, home));
        var migrations = section(
                block, MIGRATIONS, MigrationsSpec.NONE, new MigrationsReader(forms, vocabulary.databases())::read);
        var alarms = section(block, ALARMS, AlarmsReader.NONE, alarms(home, name, environment)::read);
        var watched = alarms.map(AlarmsReader.Found::watched);
        var rollback = section(
                block,
                ROLLBACK,
                RollbackSpec.NONE,
                new RollbackReader(forms, vocabulary.releases(), home, watched)::read);
        var announcers = section(block, ANNOUNCE, List.<Announcer>of(), node -> Optional.of(announcers(node, home)));
        if (settings.isEmpty()
                || name.isEmpty()
                || environment.isEmpty()
                || health.isEmpty()
                || migrations.isEmpty()
                || alarms.isEmpty()
                || rollback.isEmpty()
                || announcers.isEmpty()) {
            return Optional.empty();
        }
        var system = SystemSpec.of(name.get(), environment.get(), health.get())
                .with(migrations.get())
                .with(alarms.get().spec())
                .with(rollback.get().telling(announcers.get()))
                .with(redactor.get());
        return Optional.of(settings.get()
                .find(FileShapes.WATCH)
                .map(watch -> system.with(new Watch(
                        watch.get(FileShapes.AT_FIRST), watch.get(FileShapes.LASTING), watch.get(FileShapes.RATE))))
                .orElse(system));
    }

    private AlarmsReader alarms(Home home, Optional<String> name, Optional<String> environment) {
        return new AlarmsReader(
                forms,
                vocabulary.stores(),
                home,
                name.flatMap(system -> environment.flatMap(which -> {
                    try {
                        return Optional.of(Owner.named(system, which));
                    } catch (IllegalArgumentException noMark) {
                        return Optional.empty();
                    }
                })));
    }

    private void isAsked(Node.Block file) {
        var rollback = file.entry(ROLLBACK).filter(_ -> vocabulary.sections().contains(ROLLBACK));
        if (rollback.isPresent() && file.value(HEALTH).isEmpty()) {
            faults().add(
                            rollback.get().at(),
                            "rollback without health",
                            "health beside it: that a rollback helped is proved by health that passes");
        } else if (vocabulary.asking().stream()
                .noneMatch(section -> file.value(section).isPresent())) {
            faults().add(file.at(), "no " + String.join(" and no ", vocabulary.asking()), "one of them at least");
        }
    }

    private List<Announcer> announcers(Node node, Home home) {
        var kinds = new KindsReader<>(forms, "announcer", vocabulary.releases().announcers(), home);
        return new RowReader(faults())
                .read(
                        node,
                        "announcer",
                        item -> kinds.read(RollbackShapes.ANNOUNCER, item).flatMap(KindsReader.Item::thing));
    }

    private <T> Optional<T> section(Node.Block file, String key, T none, Function<Node, Optional<T>> reader) {
        return vocabulary.sections().contains(key) && file.value(key).isPresent()
                ? reader.apply(file.value(key).get())
                : Optional.of(none);
    }

    private Optional<HealthSpec> health(Node node, Home home) {
        var kinds = new KindReader(
                forms,
                vocabulary.checks().stream().map(kind -> kind.in(home.cloud())).toList());
        var settings = new BlockReader(forms).read(FileShapes.HEALTH_BLOCK, node, List.of(CHECKS, SCENARIOS, LOAD));
        if (!(node instanceof Node.Block block)) {
            return Optional.empty();
        }
        if (block.value(CHECKS).isEmpty() && block.value(SCENARIOS).isEmpty()) {
            faults().add(block.at(), "neither checks nor scenarios", "at least one of them");
        }
        var names = new HashSet<String>();
        var allowance = settings.map(Allowance::in).orElseGet(() -> new Allowance(Optional.empty()));
        var check = new CheckReader(kinds, allowance);
        var checks = each(
                block.value(CHECKS), "check", item -> check.read(FileShapes.CHECK, item, Set.of(), List.of(), names));
        var scenario = new ScenarioReader(kinds, allowance);
        var scenarios = each(block.value(SCENARIOS), "scenario", item -> scenario.read(item, names));
        var load = each(block.value(LOAD), "check", item -> loading(item, check, names));
        return settings.map(present ->
                new HealthSpec(checks, scenarios, load, limits(present, allowance.within(checks, scenarios, load))));
    }

    /** One that asks but once is no load, and would be asked by its name alone all the same. */
    private Optional<Check> loading(Node item, CheckReader reader, Set<String> names) {
        var check = reader.read(FileShapes.CHECK, item, Set.of(), List.of(), names);
        if (check.filter(each -> each.sampling().isEmpty()).isPresent()) {
            faults().add(item.at(), "a load without samples", "samples: { count: 1000, at-once: 100 }");
            return Optional.empty();
        }
        return check;
    }

    private <T> List<T> each(Optional<Node> node, String thing, Function<Node, Optional<T>> reader) {
        return node.map(present -> new RowReader(faults()).read(present, thing, reader))
                .orElse(List.of());
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
