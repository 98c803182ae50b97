package io.belay.adapter.systemfile;

import static io.belay.adapter.systemfile.MigrationShapes.EXPECTED;
import static io.belay.adapter.systemfile.MigrationShapes.HEAD;
import static io.belay.adapter.systemfile.MigrationShapes.LATENCY;
import static io.belay.adapter.systemfile.MigrationShapes.MORE_EXPECTED;
import static io.belay.adapter.systemfile.MigrationShapes.ROWS;
import static io.belay.adapter.systemfile.MigrationShapes.SCHEMA;
import static io.belay.adapter.systemfile.MigrationShapes.SERVER_VERSION;
import static io.belay.adapter.systemfile.MigrationShapes.VERSION;

import io.belay.core.migration.BaselinePlaces;
import io.belay.core.migration.BaselineSource;
import io.belay.core.migration.DatabaseKind;
import io.belay.core.migration.Expected;
import io.belay.core.migration.Expected.Recorded;
import io.belay.core.schema.Glob;
import io.belay.core.settings.Key;
import io.belay.core.settings.SettingException;
import io.belay.core.settings.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what must be in a database.
 *
 * @param kind whose queries it takes; empty where the file does not say which
 */
record ExpectedReader(FormReader forms, Optional<DatabaseKind> kind, BaselinePlaces baselines) {
    private Faults faults() {
        return forms.faults();
    }

    Optional<Expected> read(Optional<Node> expect) {
        if (expect.isEmpty()) {
            return Optional.of(Expected.NOTHING);
        }
        var before = faults().count();
        var keys = new ArrayList<>(EXPECTED.keys().stream().map(Key::name).toList());
        keys.addAll(MORE_EXPECTED);
        // Each key is read by itself, so that a fault in one hides none in another.
        new BlockReader(forms).read(Shape.of(EXPECTED.description()), expect.get(), keys);
        if (!(expect.get() instanceof Node.Block block)) {
            return Optional.empty();
        }
        var queries = new QueriesReader(forms, kind);
        var expected = new Expected(
                new ShownTexts(forms).list(block, HEAD),
                new FactsReader(forms).read(block),
                block.value(SCHEMA).flatMap(this::recorded),
                block.value(ROWS).map(queries::rows).orElse(List.of()),
                block.value(VERSION).flatMap(node -> conditions().read(SERVER_VERSION, node)),
                block.value(LATENCY).flatMap(queries::latency));
        return faults().count() == before ? Optional.of(expected) : Optional.empty();
    }

    private ConditionReader conditions() {
        return new ConditionReader(faults(), forms.texts());
    }

    /** A file, or a block that says more. */
    private Optional<Recorded> recorded(Node node) {
        if (node instanceof Node.Scalar) {
            return forms.read(MigrationShapes.BASELINE.form(), node)
                    .flatMap(_ -> source(node))
                    .map(source -> new Recorded(source, List.of()));
        }
        var settings = new BlockReader(forms).read(MigrationShapes.RECORDED, node, Set.of());
        if (settings.isEmpty() || !(node instanceof Node.Block block)) {
            return Optional.empty();
        }
        var ignored = new ShownTexts(forms).list(block, MigrationShapes.IGNORE);
        return block.value(MigrationShapes.BASELINE.name())
                .flatMap(this::source)
                .map(source ->
                        new Recorded(source, ignored.stream().map(Glob::new).toList()));
    }

    private Optional<BaselineSource> source(Node node) {
        return forms.texts().shown(node).flatMap(place -> {
            try {
                return Optional.of(baselines.at(place));
            } catch (SettingException unfit) {
                faults().mistaken(node, String.valueOf(unfit.getMessage()));
                return Optional.empty();
            }
        });
    }
}
