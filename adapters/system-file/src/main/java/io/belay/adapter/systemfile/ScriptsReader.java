package io.belay.adapter.systemfile;

import static io.belay.adapter.systemfile.MigrationShapes.CONVENTION;

import io.belay.core.migration.LedgerChoice;
import io.belay.core.migration.ScriptPlaces;
import io.belay.core.migration.ScriptSet;
import io.belay.core.script.Additivity;
import io.belay.core.settings.Form;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads where the release ships its scripts: a place, or a list of places. */
record ScriptsReader(FormReader forms, ScriptPlaces places) {
    private Faults faults() {
        return forms.faults();
    }

    /**
     * The scripts of one database.
     *
     * @param ledger empty where what the file says of it is wrong
     * @param engine empty where the file does not say which
     */
    List<ScriptSet> read(
            Optional<Node> scripts,
            Optional<Node.Entry> additive,
            Optional<LedgerChoice> ledger,
            Optional<String> engine) {
        var declared = new AdditiveReader(faults(), forms.texts()).read(additive.map(Node.Entry::value));
        if (scripts.isEmpty()) {
            additive.ifPresent(entry -> faults().add(entry.at(), "additive without scripts", "scripts beside it"));
            return List.of();
        }
        if (scripts.get() instanceof Node.Scalar
                || ShownTexts.items(scripts.get()).isEmpty()) {
            faults().mistaken(
                            scripts.get(),
                            "a block of keys, or a list of them: "
                                    + places.shape().description());
            return List.of();
        }
        return ShownTexts.items(scripts.get()).stream()
                .flatMap(item -> set(item, ledger, engine, declared).stream())
                .toList();
    }

    private Optional<ScriptSet> set(
            Node node, Optional<LedgerChoice> ledger, Optional<String> engine, Map<String, Additivity> declared) {
        var settings = new BlockReader(forms).read(places.shape(), node, Set.of(CONVENTION));
        if (!(node instanceof Node.Block block)) {
            return Optional.empty();
        }
        var convention = convention(block, ledger);
        if (settings.isEmpty() || convention.isEmpty() || engine.isEmpty()) {
            return Optional.empty();
        }
        return new Fitting(faults())
                .of(block, () -> places.bind(settings.get(), convention.get(), engine.get(), declared));
    }

    private Optional<String> convention(Node.Block block, Optional<LedgerChoice> ledger) {
        if (block.value(CONVENTION).isPresent()) {
            return forms.read(
                            new Form.OfChoice(places.conventions()),
                            block.value(CONVENTION).get())
                    .map(String.class::cast);
        }
        var tool = ledger.map(choice -> choice instanceof LedgerChoice.Known known ? known.tool() : "");
        if (tool.isPresent() && !places.conventions().contains(tool.get())) {
            faults().add(
                            block.at().missing(CONVENTION),
                            tool.get().isEmpty()
                                    ? "no convention"
                                    : "no convention, and none is known for " + tool.get(),
                            "one of " + Words.oneOf(places.conventions())
                                    + (tool.get().isEmpty() ? "; or a ledger that names the tool" : ""));
            return Optional.empty();
        }
        return tool;
    }
}
