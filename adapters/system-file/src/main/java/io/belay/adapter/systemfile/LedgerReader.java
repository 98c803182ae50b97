package io.belay.adapter.systemfile;

import static io.belay.adapter.systemfile.MigrationShapes.AUTO;
import static io.belay.adapter.systemfile.MigrationShapes.NONE;
import static io.belay.adapter.systemfile.MigrationShapes.OWN_LEDGER;
import static io.belay.adapter.systemfile.MigrationShapes.TOOL;
import static io.belay.adapter.systemfile.MigrationShapes.VERSION_COLUMN;

import io.belay.core.migration.LedgerChoice;
import io.belay.core.settings.Form;
import io.belay.core.settings.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads which ledgers are meant: a word, or a block. */
record LedgerReader(FormReader forms, List<String> tools) {
    /** Those that {@code ledger} names; each that is recognised where there is no such key. */
    Optional<LedgerChoice> read(Optional<Node.Entry> ledger) {
        if (ledger.isEmpty()) {
            return Optional.of(new LedgerChoice.Auto());
        }
        var before = forms.faults().count();
        var choice = ledger.get().value() instanceof Node.Block block
                ? block(block)
                : word(ledger.get().value());
        return forms.faults().count() == before ? choice : Optional.empty();
    }

    private Optional<LedgerChoice> word(Node node) {
        if (node instanceof Node.Row) {
            forms.faults().mistaken(node, "one ledger, or auto for every one that is there");
            return Optional.empty();
        }
        var words = new ArrayList<>(MigrationShapes.LEDGER_WORDS);
        words.addAll(tools);
        return forms.read(new Form.OfChoice(words), node).map(word -> switch ((String) word) {
            case AUTO -> new LedgerChoice.Auto();
            case NONE -> new LedgerChoice.None();
            default -> new LedgerChoice.Known((String) word, Optional.empty(), Optional.empty());
        });
    }

    private Optional<LedgerChoice> block(Node.Block block) {
        if (block.entry(TOOL).isPresent()) {
            return tool(block);
        }
        if (block.entry(VERSION_COLUMN.name()).isEmpty()) {
            return neither(block);
        }
        var settings = new BlockReader(forms).read(OWN_LEDGER, block, Set.of());
        var shown = new ShownTexts(forms);
        var table = shown.one(block, MigrationShapes.TABLE);
        var schema = shown.one(block, MigrationShapes.SCHEMA_NAME);
        var version = shown.one(block, VERSION_COLUMN);
        var appliedAt = shown.one(block, MigrationShapes.APPLIED_AT);
        var success = shown.one(block, MigrationShapes.SUCCESS);
        var checksum = shown.one(block, MigrationShapes.CHECKSUM);
        var description = shown.one(block, MigrationShapes.DESCRIPTION);
        if (settings.isEmpty() || table.isEmpty() || version.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new LedgerChoice.Custom(table.get(), schema, version.get(), appliedAt, success, checksum, description));
    }

    private Optional<LedgerChoice> tool(Node.Block block) {
        var shape = MigrationShapes.toolLedger(tools);
        var settings = new BlockReader(forms).read(shape, block, Set.of());
        var shown = new ShownTexts(forms);
        var table = shown.one(block, MigrationShapes.TABLE);
        var schema = shown.one(block, MigrationShapes.SCHEMA_NAME);
        return settings.flatMap(present -> present.find(Key.choice(TOOL, tools, "")))
                .map(tool -> new LedgerChoice.Known(tool, table, schema));
    }

    /** The words of both, so that a slip in one is told of as that. */
    private Optional<LedgerChoice> neither(Node.Block block) {
        var keys = new ArrayList<String>();
        keys.add(TOOL);
        OWN_LEDGER.keys().forEach(key -> keys.add(key.name()));
        if (keys.containsAll(block.entries().stream().map(Node.Entry::key).toList())) {
            forms.faults()
                    .add(
                            block.at(),
                            "neither tool nor version",
                            "tool: one of " + Words.oneOf(tools) + "; or the table and version column of one's own");
            return Optional.empty();
        }
        for (var entry : block.entries()) {
            if (!keys.contains(entry.key())) {
                var found = "the unknown key " + Words.quoted(entry.key());
                forms.faults().add(entry.at(), found, Words.nearestOf(entry.key(), keys));
            }
        }
        return Optional.empty();
    }
}
