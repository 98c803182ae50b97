package io.belay.templates.aws;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads YAML, and JSON, which is YAML; the short forms of CloudFormation's functions become the long ones. */
final class Yaml {
    private final String file;

    private Yaml(String file) {
        this.file = file;
    }

    /**
     * What {@code text} says.
     *
     * @throws IllegalArgumentException where it is no YAML, or says a key twice
     */
    static Node read(String file, String text) {
        var root = new Compose(LoadSettings.builder().setLabel(file).build()).composeString(text);
        return new Yaml(file).node(root.orElseThrow(() -> new IllegalArgumentException(file + ": empty")), "");
    }

    private Node node(org.snakeyaml.engine.v2.nodes.Node node, String path) {
        var tag = node.getTag().getValue();
        if (tag.startsWith("!") && !tag.startsWith("!!")) {
            return intrinsic(tag.substring(1), node, path);
        }
        return plain(node, path);
    }

    private Node intrinsic(String name, org.snakeyaml.engine.v2.nodes.Node node, String path) {
        var key = name.equals("Ref") || name.equals("Condition") ? name : "Fn::" + name;
        var value = plain(node, path + "." + key);
        if (name.equals("GetAtt") && value instanceof Node.Text whole) {
            var place = whole.place();
            var text = whole.value();
            var dot = text.indexOf('.');
            value = new Node.Items(
                    place,
                    List.of(
                            new Node.Text(place, dot < 0 ? text : text.substring(0, dot), true),
                            new Node.Text(place, text.substring(dot + 1), true)));
        }
        var map = new LinkedHashMap<String, Node>();
        map.put(key, value);
        return new Node.Fields(place(node, path), map);
    }

    private Node plain(org.snakeyaml.engine.v2.nodes.Node node, String path) {
        var place = place(node, path);
        return switch (node) {
            case ScalarNode scalar ->
                new Node.Text(place, scalar.getValue(), scalar.getScalarStyle() != ScalarStyle.PLAIN);
            case SequenceNode sequence -> {
                var items = new ArrayList<Node>();
                for (var item : sequence.getValue()) {
                    items.add(node(item, path + "[" + items.size() + "]"));
                }
                yield new Node.Items(place, items);
            }
            case MappingNode mapping -> {
                var map = new LinkedHashMap<String, Node>();
                for (var tuple : mapping.getValue()) {
                    var key = ((ScalarNode) tuple.getKeyNode()).getValue();
                    if (map.put(key, node(tuple.getValueNode(), path.isEmpty() ? key : path + "." + key)) != null) {
                        throw new IllegalArgumentException(place(tuple.getKeyNode(), path) + ": " + key + " twice");
                    }
                }
                yield new Node.Fields(place, map);
            }
            default -> throw new IllegalArgumentException(place + ": no anchor is meant");
        };
    }

    private String place(org.snakeyaml.engine.v2.nodes.Node node, String path) {
        var line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
        return file + ":" + line + (path.isEmpty() ? "" : " " + path);
    }
}
