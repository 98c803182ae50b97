package io.belay.templates.aws;

import static java.util.stream.Collectors.joining;

import java.util.Optional;
import java.util.TreeSet;

/** What no other rule could know to be wrong is what the table {@code held.yaml} says as well, in both variants. */
final class Held implements Rule {
    private static final Node TABLE = Resource.yaml("held.yaml");
    private static final String ABSENT = "absent";

    @Override
    public void hold(Templates templates, Faults faults) {
        var root = templates.sam().root();
        TABLE.find("template").orElseThrow().fields().forEach((path, wanted) -> {
            var found = root.find(path.split("\\.", -1));
            same(Templates.SAM + " " + path, Optional.of(wanted), found, faults);
        });
        TABLE.find("terraform").orElseThrow().fields().forEach((path, wanted) -> {
            var dot = path.lastIndexOf('.');
            var found = attribute(templates.terraform(), path.substring(0, dot), path.substring(dot + 1));
            same("terraform " + path, Optional.of(wanted), found, faults);
        });
    }

    /** {@code aws_lambda_permission.topic} is a resource; {@code output.topic} and {@code locals} are blocks of their own. */
    private static Optional<Node> attribute(Hcl.Body body, String block, String name) {
        var parts = block.split("\\.", -1);
        var blocks = parts[0].startsWith("aws_")
                ? body.of("resource", parts)
                : parts.length > 1 ? body.of(parts[0], parts[1]) : body.of(parts[0]);
        return blocks.stream()
                .flatMap(each -> Optional.ofNullable(each.body().attributes().get(name)).stream())
                .findFirst();
    }

    private static void same(String path, Optional<Node> wanted, Optional<Node> found, Faults faults) {
        if (plain(wanted) && plain(found)) {
            var keys = new TreeSet<>(wanted.orElseThrow().fields().keySet());
            keys.addAll(found.orElseThrow().fields().keySet());
            keys.forEach(key -> same(
                    path + "." + key,
                    wanted.flatMap(node -> node.find(key)),
                    found.flatMap(node -> node.find(key)),
                    faults));
            return;
        }
        var said = wanted.map(Held::said).orElse(ABSENT);
        var here = found.map(Held::said).orElse(ABSENT);
        if (!said.equals(here)) {
            faults.at(found.map(Node::place).orElse(path), path + ": held.yaml says " + said + ", and here is " + here);
        }
    }

    private static boolean plain(Optional<Node> node) {
        return node.filter(
                        each -> each instanceof Node.Fields && each.intrinsic().isEmpty())
                .isPresent();
    }

    /** What {@code node} says, wherever it stands. */
    static String said(Node node) {
        return switch (node) {
            case Node.Text text -> text.value().replaceAll("\\s+", " ").strip();
            case Node.Items items -> items.list().stream().map(Held::said).collect(joining(", ", "[", "]"));
            case Node.Fields fields ->
                fields.map().entrySet().stream()
                        .map(each -> each.getKey() + ": " + said(each.getValue()))
                        .collect(joining(", ", "{", "}"));
        };
    }
}
