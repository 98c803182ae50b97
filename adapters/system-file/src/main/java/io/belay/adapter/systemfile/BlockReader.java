package io.belay.adapter.systemfile;

import io.belay.core.settings.Key;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Optional;

/** Reads a block by its shape: unknown keys and missing ones are faults. */
record BlockReader(FormReader forms) {
    /**
     * The block at {@code node}.
     *
     * @param others keys that may stand in it as well and are read elsewhere
     */
    Optional<Settings> read(Shape shape, Node node, Collection<String> others) {
        var faults = forms.faults();
        if (!(node instanceof Node.Block block)) {
            faults.mistaken(node, "a block of keys: " + shape.description());
            return Optional.empty();
        }
        var isWhole = !hasUnknown(shape, block, others);
        var settings = Settings.builder();
        for (var key : shape.keys()) {
            isWhole &= take(key, block, settings);
        }
        return isWhole ? Optional.of(settings.build()) : Optional.empty();
    }

    private <T> boolean take(Key<T> key, Node.Block block, Settings.Builder settings) {
        var node = block.value(key.name());
        if (node.isEmpty()) {
            if (key.required()) {
                forms.faults()
                        .add(block.at().missing(key.name()), "no " + key.name(), key.name() + ": " + key.description());
            }
            return !key.required();
        }
        var value = forms.read(key.form(), node.get());
        if (value.isEmpty()) {
            return false;
        }
        // FormReader.read gives what the key's form promises.
        @SuppressWarnings("unchecked")
        var typed = (T) value.get();
        settings.set(key, typed);
        return true;
    }

    private boolean hasUnknown(Shape shape, Node.Block block, Collection<String> others) {
        var known = new ArrayList<>(shape.keys().stream().map(Key::name).toList());
        known.addAll(others);
        var strangers = block.entries().stream()
                .filter(entry -> !known.contains(entry.key()))
                .toList();
        for (var entry : strangers) {
            var found = "the unknown key " + Words.quoted(entry.key());
            forms.faults().add(entry.at(), found, Words.nearestOf(entry.key(), known));
        }
        return !strangers.isEmpty();
    }
}
