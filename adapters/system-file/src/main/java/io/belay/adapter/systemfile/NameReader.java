package io.belay.adapter.systemfile;

import java.util.Optional;
import java.util.Set;

/** Reads a name that nothing else of its sort has. */
record NameReader(Faults faults, TextReader texts) {
    /** The name in {@code block}, which nothing before it in {@code names} has; takes its own. */
    Optional<String> read(Node.Block block, Set<String> names) {
        var node = block.value(FileShapes.NAME.name());
        if (!(node.orElse(block) instanceof Node.Scalar scalar) || Scalars.isNothing(scalar)) {
            return Optional.empty();
        }
        var before = faults.count();
        var name = texts.shown(scalar);
        if (name.isPresent() && !names.add(name.get())) {
            faults.add(scalar.at(), "the name " + Words.quoted(scalar.text()) + " a second time", "a name of its own");
        }
        return faults.count() == before ? name : Optional.empty();
    }
}
