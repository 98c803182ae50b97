package io.belay.adapter.systemfile;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads a list of at least one. */
record RowReader(Faults faults) {
    /**
     * The items at {@code node} that are right, in their order.
     *
     * @param thing how a fault calls one: {@code database}
     */
    <T> List<T> read(Node node, String thing, Function<Node, Optional<T>> reader) {
        if (!(node instanceof Node.Row row) || row.items().isEmpty()) {
            faults.mistaken(node, "a list of at least one " + thing);
            return List.of();
        }
        return row.items().stream().flatMap(item -> reader.apply(item).stream()).toList();
    }
}
