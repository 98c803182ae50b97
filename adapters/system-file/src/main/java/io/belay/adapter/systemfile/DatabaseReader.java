package io.belay.adapter.systemfile;

import static io.belay.adapter.systemfile.MigrationShapes.ADDITIVE;
import static io.belay.adapter.systemfile.MigrationShapes.EXPECT;
import static io.belay.adapter.systemfile.MigrationShapes.LEDGER;
import static io.belay.adapter.systemfile.MigrationShapes.SCRIPTS;

import io.belay.core.migration.DatabaseKind;
import io.belay.core.migration.DatabaseSource;
import io.belay.core.migration.DatabaseSpec;
import io.belay.core.migration.DatabaseSpec.Tolerance;
import io.belay.core.migration.DriftKind;
import io.belay.core.migration.Expected;
import io.belay.core.migration.LedgerChoice;
import io.belay.core.settings.Form;
import io.belay.core.settings.Key;
import io.belay.core.settings.Settings;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one database, and what a release expects of it. */
record DatabaseReader(FormReader forms, Databases databases) {
    private record Bound(DatabaseSource source, Optional<Duration> timeout) {}

    private Faults faults() {
        return forms.faults();
    }

    Optional<MigrationsReader.Timed> read(Node node, Set<String> names) {
        var before = faults().count();
        var known = new HashSet<>(databases.names());
        known.addAll(MigrationShapes.PARTS);
        var settings = new BlockReader(forms).read(MigrationShapes.DATABASE, node, known);
        if (!(node instanceof Node.Block block)) {
            return Optional.empty();
        }
        MigrationShapes.DATABASE.keys().stream().map(Key::name).forEach(known::add);
        var name = new NameReader(faults(), forms.texts()).read(block, names);
        var chosen = new OneKind<>(faults(), "database", databases.kinds(), DatabaseKind::name).in(block, known);
        var bound = chosen.flatMap(this::bind);
        var ledger = new LedgerReader(
                        forms, chosen.map(each -> each.kind().tools()).orElseGet(databases::tools))
                .read(block.entry(LEDGER));
        var engine = chosen.map(each -> each.kind().name());
        var scripts = new ScriptsReader(forms, databases.scripts())
                .read(block.value(SCRIPTS), block.entry(ADDITIVE), ledger, engine);
        var expected = new ExpectedReader(forms, chosen.map(OneKind.Chosen::kind), databases.baselines())
                .read(block.value(EXPECT));
        if (settings.isEmpty() || name.isEmpty() || bound.isEmpty() || ledger.isEmpty() || expected.isEmpty()) {
            return Optional.empty();
        }
        isSaid(ledger.get(), expected.get(), block);
        if (faults().count() > before) {
            return Optional.empty();
        }
        var database = new DatabaseSpec(
                name.get(),
                CheckReader.severity(settings.get()),
                bound.get().source(),
                ledger.get(),
                scripts,
                expected.get(),
                tolerance(settings.get()));
        return Optional.of(new MigrationsReader.Timed(database, bound.get().timeout()));
    }

    private Optional<Bound> bind(OneKind.Chosen<DatabaseKind> chosen) {
        var kind = chosen.kind();
        var node = chosen.entry().value();
        var settings = new BlockReader(forms).read(kind.shape(), node, Set.of());
        if (settings.isEmpty() || !(node instanceof Node.Block block)) {
            return Optional.empty();
        }
        return new Fitting(faults())
                .of(block, () -> kind.bind(settings.get()))
                .map(source -> new Bound(source, timeout(kind, settings.get())));
    }

    /** As the kind itself has such a key. */
    private static Optional<Duration> timeout(DatabaseKind kind, Settings settings) {
        return kind.shape().keys().stream()
                .filter(key -> key.name().equals("timeout") && key.form() instanceof Form.OfSpan)
                .flatMap(key -> settings.find(key).stream())
                .map(Duration.class::cast)
                .findFirst();
    }

    /** A database of which nothing is expected would always pass. */
    private void isSaid(LedgerChoice ledger, Expected expected, Node.Block block) {
        if (!(ledger instanceof LedgerChoice.None)) {
            return;
        }
        if (expected.equals(Expected.NOTHING)) {
            faults().add(
                            block.at().missing(EXPECT),
                            "nothing expected, and no ledger",
                            "an expect, since this would always pass");
        }
        if (!expected.heads().isEmpty()) {
            faults().add(block.at().missing(EXPECT), "a head without a ledger", "a ledger that is read");
        }
    }

    private static Tolerance tolerance(Settings settings) {
        var words = settings.find(MigrationShapes.ALLOW).orElse(List.of());
        return new Tolerance(
                Arrays.stream(DriftKind.values())
                        .filter(kind -> words.contains(kind.word()))
                        .toList(),
                settings.get(MigrationShapes.LOCK_AGE));
    }
}
