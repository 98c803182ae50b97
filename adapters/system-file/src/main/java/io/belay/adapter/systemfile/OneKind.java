package io.belay.adapter.systemfile;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds the one key of a block that says of which kind it is.
 *
 * @param thing how a fault calls one: {@code database}
 * @param kinds in the order in which people list them
 * @param name the key that names a kind
 */
record OneKind<K>(Faults faults, String thing, List<K> kinds, Function<? super K, String> name) {
    /** A kind, and the entry that names it. */
    record Chosen<K>(K kind, Node.Entry entry) {}

    List<String> names() {
        return kinds.stream().map(name).toList();
    }

    /**
     * The one kind in {@code block}; no kind or a second one is a fault.
     *
     * @param others what else may stand in it
     */
    Optional<Chosen<K>> in(Node.Block block, Collection<String> others) {
        var chosen = block.entries().stream()
                .flatMap(entry -> kinds.stream()
                        .filter(kind -> name.apply(kind).equals(entry.key()))
                        .map(kind -> new Chosen<>(kind, entry)))
                .toList();
        // A misspelt kind is told of as an unknown key.
        if (chosen.isEmpty() && block.entries().stream().map(Node.Entry::key).allMatch(others::contains)) {
            faults.add(block.at(), "no " + thing, "one of " + Words.oneOf(names()));
        }
        chosen.stream()
                .skip(1)
                .forEach(more -> faults.add(
                        more.entry().at(),
                        "a second " + thing,
                        "one each; " + chosen.getFirst().entry().key() + " stands there already"));
        return chosen.stream().findFirst();
    }
}
