package io.belay.templates.aws;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A value in a template, and its place: {@code template.yaml:12 Resources.Topic.Properties}. */
sealed interface Node {
    String place();

    /** A word, number or flag; {@code quoted} where it is text for sure. */
    record Text(String place, String value, boolean quoted) implements Node {}

    record Items(String place, List<Node> list) implements Node {
        public Items {
            list = List.copyOf(list);
        }
    }

    /** In the order of the file. */
    record Fields(String place, Map<String, Node> map) implements Node {}

    default Optional<Node> find(String... path) {
        Optional<Node> found = Optional.of(this);
        for (var key : path) {
            found = found.flatMap(node -> Optional.ofNullable(node.fields().get(key)));
        }
        return found;
    }

    /** What {@code path} says; empty where it says nothing or no word. */
    default String text(String... path) {
        return find(path).map(Node::word).orElse("");
    }

    default String word() {
        return this instanceof Text text ? text.value() : "";
    }

    default Map<String, Node> fields() {
        return this instanceof Fields fields ? fields.map() : Map.of();
    }

    /** Its items; a value alone is a list of one, as policies have it. */
    default List<Node> items() {
        return this instanceof Items items ? items.list() : List.of(this);
    }

    /** It and all within it. */
    default Stream<Node> all() {
        return Stream.concat(
                Stream.of(this),
                switch (this) {
                    case Text _ -> Stream.<Node>empty();
                    case Items items -> items.list().stream().flatMap(Node::all);
                    case Fields fields -> fields.map().values().stream().flatMap(Node::all);
                });
    }

    /** Whether it is a function of CloudFormation, of one key. */
    default Optional<String> intrinsic() {
        return fields().size() == 1
                ? fields().keySet().stream()
                        .filter(key -> key.equals("Ref") || key.equals("Condition") || key.startsWith("Fn::"))
                        .findFirst()
                : Optional.empty();
    }
}
