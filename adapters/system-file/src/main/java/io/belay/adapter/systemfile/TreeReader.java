package io.belay.adapter.systemfile;

import io.belay.core.settings.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;

/** Reads what is passed on as JSON: unquoted values mean what YAML 1.2's core schema says. */
record TreeReader(Faults faults, TextReader texts) {
    private static final Set<String> NO_JSON = Set.of(
            ".nan", ".NaN", ".NAN", ".inf", ".Inf", ".INF", "-.inf", "-.Inf", "-.INF", "+.inf", "+.Inf", "+.INF");

    Optional<Tree> read(Node node) {
        return switch (node) {
            case Node.Scalar scalar -> scalar(scalar);
            case Node.Row row -> row(row);
            case Node.Block block -> branch(block);
            case Node.Refused _ -> Optional.empty();
        };
    }

    private Optional<Tree> scalar(Node.Scalar scalar) {
        if (Scalars.isNothing(scalar)) {
            return Optional.of(new Tree.Nothing());
        }
        if (scalar.plain() && NO_JSON.contains(scalar.text())) {
            faults.mistaken(scalar, "a number that JSON has, or the word in quotes");
            return Optional.empty();
        }
        var flag = Scalars.flag(scalar);
        if (flag.isPresent()) {
            return flag.map(Tree.Flag::new);
        }
        var number = Scalars.number(scalar);
        return number.isPresent()
                ? number.map(Tree.Numeral::new)
                : texts.text(scalar).map(Tree.Leaf::new);
    }

    private Optional<Tree> row(Node.Row row) {
        var items = new ArrayList<Tree>();
        row.items().forEach(item -> read(item).ifPresent(items::add));
        return items.size() == row.items().size() ? Optional.of(new Tree.Row(items)) : Optional.empty();
    }

    private Optional<Tree> branch(Node.Block block) {
        var children = new LinkedHashMap<String, Tree>();
        for (var entry : block.entries()) {
            var child = read(entry.value());
            texts.key(entry, children.keySet())
                    .ifPresent(name -> child.ifPresent(present -> children.put(name, present)));
        }
        return children.size() == block.entries().size() ? Optional.of(new Tree.Branch(children)) : Optional.empty();
    }
}
