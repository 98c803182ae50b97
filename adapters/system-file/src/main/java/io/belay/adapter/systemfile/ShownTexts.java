package io.belay.adapter.systemfile;

import io.belay.core.settings.Key;
import io.belay.core.settings.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads texts that reports show, such as the names of tables: a secret in one is a fault. */
record ShownTexts(FormReader forms) {
    /** The items of a list, of which a single one may stand without its dash. */
    static List<Node> items(Node node) {
        return node instanceof Node.Row row ? row.items() : List.of(node);
    }

    /** The text under {@code key}, which its shape was held against already. */
    Optional<String> one(Node.Block block, Key<Text> key) {
        return block.value(key.name()).flatMap(forms.texts()::shown);
    }

    /** The texts under {@code key}; those that are right. */
    List<String> list(Node.Block block, Key<List<Text>> key) {
        return block.value(key.name())
                .filter(node -> forms.read(key.form(), node).isPresent())
                .map(this::shown)
                .orElse(List.of());
    }

    /** What stands under {@code key} by name; nothing where any of it is wrong. */
    Map<String, Node.Entry> byName(Node.Block block, Key<? extends Map<String, ?>> key) {
        var named = new LinkedHashMap<String, Node.Entry>();
        var node = block.value(key.name());
        var read = node.flatMap(present -> forms.read(key.form(), present));
        if (read.isPresent() && node.get() instanceof Node.Block(var _, var entries)) {
            // The reader keeps the order of the file.
            var names = ((Map<?, ?>) read.get()).keySet().iterator();
            entries.forEach(entry -> named.put((String) names.next(), entry));
        }
        return named;
    }

    List<String> shown(Node list) {
        return items(list).stream()
                .flatMap(item -> forms.texts().shown(item).stream())
                .toList();
    }
}
