package io.belay.adapter.aws.testkit;

import static io.belay.adapter.aws.testkit.Xml.element;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A form of the query protocol, {@code Dimensions.member.1.Name=…}, as the XML in which the same is answered. */
final class FormTree {
    private static final String MEMBER = "member";

    private final Map<String, FormTree> children = new LinkedHashMap<>();
    private String text = "";

    private FormTree() {}

    static String xml(Map<String, String> form) {
        var root = new FormTree();
        form.forEach((key, value) -> root.put(List.of(key.split("\\.", -1)), value));
        return root.inner();
    }

    private void put(List<String> path, String value) {
        if (path.isEmpty()) {
            text = value;
        } else {
            children.computeIfAbsent(path.getFirst(), _ -> new FormTree()).put(path.subList(1, path.size()), value);
        }
    }

    private String inner() {
        return children.entrySet().stream()
                .map(each -> each.getKey().equals(MEMBER)
                        ? each.getValue().members()
                        : each.getValue().outer(each.getKey()))
                .collect(Collectors.joining());
    }

    private String outer(String name) {
        return children.isEmpty() ? element(name, text) : "<" + name + ">" + inner() + "</" + name + ">";
    }

    private String members() {
        var ordered = new TreeMap<Integer, FormTree>();
        children.forEach((number, child) -> ordered.put(Integer.parseInt(number), child));
        return ordered.values().stream().map(each -> each.outer(MEMBER)).collect(Collectors.joining());
    }
}
