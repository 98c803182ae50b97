package io.belay.migrationverify.ledger;

import io.belay.core.script.Script;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Scripts that say which others they follow. */
final class Graph {
    private final Map<String, Script> scripts = new HashMap<>();

    Graph(List<Script> all) {
        all.forEach(script -> scripts.putIfAbsent(script.id(), script));
    }

    Optional<Script> script(String id) {
        return Optional.ofNullable(scripts.get(id));
    }

    /** {@code heads}, and all that they follow, near or far. */
    Set<String> upTo(List<String> heads) {
        var reached = new HashSet<String>();
        var open = new ArrayDeque<>(heads);
        while (!open.isEmpty()) {
            var id = open.remove();
            if (reached.add(id)) {
                script(id).ifPresent(script -> open.addAll(script.follows()));
            }
        }
        return reached;
    }
}
