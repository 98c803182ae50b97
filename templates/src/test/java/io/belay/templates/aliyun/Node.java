package io.belay.templates.aliyun;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A value of a YAML or JSON document and its place, such as {@code s.yaml: resources.health.props.timeout}. */
record Node(String place, Optional<Object> value) {

    static Node parse(String file, String text) {
        return new Node(
                file + ": ",
                Optional.ofNullable(
                        new Load(LoadSettings.builder().setLabel(file).build()).loadFromString(text)));
    }

    /** What stands under these keys, one within the other; nothing where one of them is not there. */
    Node at(String... keys) {
        var found = this;
        for (var key : keys) {
            found = new Node(found.inner(key), Optional.ofNullable(found.map().get(key)));
        }
        return found;
    }

    Map<String, Node> fields() {
        var fields = new LinkedHashMap<String, Node>();
        map().forEach((key, each) -> fields.put(key, new Node(inner(key), Optional.ofNullable(each))));
        return fields;
    }

    List<Node> items() {
        return value.orElse("") instanceof List<?> list
                ? IntStream.range(0, list.size())
                        .mapToObj(index -> new Node(place + "[" + index + "]", Optional.ofNullable(list.get(index))))
                        .toList()
                : List.of();
    }

    boolean isMap() {
        return value.orElse("") instanceof Map;
    }

    boolean isList() {
        return value.orElse("") instanceof List;
    }

    boolean there() {
        return value.isPresent();
    }

    /** As text, whatever it is; empty where there is nothing. */
    String text() {
        return value.map(Object::toString).orElse("");
    }

    /** As texts: a list's items, or the one text. */
    List<String> texts() {
        return isList() ? items().stream().map(Node::text).toList() : there() ? List.of(text()) : List.of();
    }

    /** As a number; NaN where it is none. */
    double number() {
        return value.orElse("") instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    /** Everything within, this one first. */
    List<Node> all() {
        var all = new ArrayList<Node>(List.of(this));
        fields().values().forEach(each -> all.addAll(each.all()));
        items().forEach(each -> all.addAll(each.all()));
        return all;
    }

    /** This map with {@code over} laid upon it, maps within maps, as Serverless Devs does for {@code extend}. */
    Node under(Node over) {
        return new Node(over.place(), Optional.of(laid(map(), over.map())));
    }

    private static Map<String, Object> laid(Map<String, Object> under, Map<String, Object> over) {
        var laid = new LinkedHashMap<>(under);
        over.forEach((key, each) -> laid.put(
                key,
                each instanceof Map<?, ?> map && under.get(key) instanceof Map<?, ?> below
                        ? laid(keyed(below), keyed(map))
                        : each));
        return laid;
    }

    private Map<String, Object> map() {
        return value.orElse("") instanceof Map<?, ?> map ? keyed(map) : Map.of();
    }

    private static Map<String, Object> keyed(Map<?, ?> map) {
        var keyed = new LinkedHashMap<String, Object>();
        map.forEach((key, each) -> keyed.put(String.valueOf(key), each == null ? "" : each));
        return keyed;
    }

    private String inner(String key) {
        return place.endsWith(": ") ? place + key : place + "." + key;
    }
}
