package io.belay.adapter.systemfile;

import static io.belay.adapter.systemfile.MigrationShapes.IS;
import static io.belay.adapter.systemfile.MigrationShapes.LATENCY_BLOCK;
import static io.belay.adapter.systemfile.MigrationShapes.LATENCY_P95;
import static io.belay.adapter.systemfile.MigrationShapes.P95;
import static io.belay.adapter.systemfile.MigrationShapes.PARAMS;
import static io.belay.adapter.systemfile.MigrationShapes.ROW;
import static io.belay.adapter.systemfile.MigrationShapes.ROW_VALUE;
import static io.belay.adapter.systemfile.MigrationShapes.SAMPLES;
import static io.belay.adapter.systemfile.MigrationShapes.SQL;

import io.belay.core.fact.Condition;
import io.belay.core.migration.DatabaseKind;
import io.belay.core.migration.Expected.LatencyCheck;
import io.belay.core.migration.Expected.RowCheck;
import io.belay.core.migration.RowQuery;
import io.belay.core.probe.Observable;
import io.belay.core.settings.SettingException;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads queries, and what they must find or keep within.
 *
 * @param kind who says whether they only read; empty where the file does not say which
 */
record QueriesReader(FormReader forms, Optional<DatabaseKind> kind) {
    private static final Text USUAL = Text.of("SELECT 1");

    List<RowCheck> rows(Node node) {
        var items = ShownTexts.items(node);
        if (node instanceof Node.Scalar || items.isEmpty()) {
            forms.faults().mistaken(node, "a list of at least one query");
            return List.of();
        }
        var names = new HashSet<String>();
        return items.stream().flatMap(item -> row(item, names).stream()).toList();
    }

    private Optional<RowCheck> row(Node node, Set<String> names) {
        var settings = new BlockReader(forms).read(ROW, node, Set.of(IS));
        if (!(node instanceof Node.Block block)) {
            return Optional.empty();
        }
        var name = new NameReader(forms.faults(), forms.texts()).read(block, names);
        var value = condition(block, ROW_VALUE);
        var query = settings.flatMap(present -> query(block, present));
        if (name.isEmpty() || value.isEmpty() || query.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new RowCheck(name.get(), query.get(), value.get()));
    }

    Optional<LatencyCheck> latency(Node node) {
        var settings = new BlockReader(forms).read(LATENCY_BLOCK, node, Set.of(P95));
        if (!(node instanceof Node.Block block)) {
            return Optional.empty();
        }
        if (block.entry(PARAMS.name()).isPresent() && block.entry(SQL.name()).isEmpty()) {
            forms.faults().add(block.entry(PARAMS.name()).get().at(), "params without sql", "sql beside them");
        }
        var p95 = condition(block, LATENCY_P95);
        var query = settings.flatMap(present -> query(block, present));
        if (settings.isEmpty() || p95.isEmpty() || query.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new LatencyCheck(Math.toIntExact(settings.get().get(SAMPLES)), query.get(), p95.get()));
    }

    private Optional<Condition> condition(Node.Block block, Observable observable) {
        var key = observable.key();
        if (block.value(key).isEmpty()) {
            forms.faults().add(block.at().missing(key), "no " + key, key + ": " + observable.description());
        }
        return block.value(key)
                .flatMap(node -> new ConditionReader(forms.faults(), forms.texts()).read(observable, node));
    }

    private Optional<RowQuery> query(Node.Block block, Settings settings) {
        var written = new RowQuery(
                settings.find(SQL).orElse(USUAL), settings.find(PARAMS).orElse(List.of()));
        return kind.flatMap(present -> {
            try {
                return Optional.of(present.query(written));
            } catch (SettingException unfit) {
                var at = block.value(unfit.key()).or(() -> block.value(SQL.name()));
                forms.faults().mistaken(at.orElse(block), String.valueOf(unfit.getMessage()));
                return Optional.empty();
            }
        });
    }
}
