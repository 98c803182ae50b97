package io.belay.templates.aliyun;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What Serverless Devs would make of {@code s.yaml} and {@code s.by-hand.yaml}: each function with its template laid under it. */
record Templates(Map<String, Node> functions, Map<String, Node> byHand, List<String> faults) {
    static final List<String> FILES = List.of("templates/aliyun/s.yaml", "templates/aliyun/s.by-hand.yaml");

    static Templates of(Sources sources) {
        var faults = new ArrayList<String>();
        var found = FILES.stream()
                .map(file -> functions(sources.yaml(file), faults))
                .toList();
        var heads = FILES.stream().map(file -> head(sources.text(file))).toList();
        if (!heads.getFirst().equals(heads.getLast())) {
            faults.add("s.by-hand.yaml: vars and template are not those of s.yaml");
        }
        return new Templates(found.getFirst(), found.getLast(), List.copyOf(faults));
    }

    /** Every function of both files. */
    Map<String, Node> all() {
        var all = new LinkedHashMap<>(functions);
        all.putAll(byHand);
        return all;
    }

    private static Map<String, Node> functions(Node file, List<String> faults) {
        var functions = new LinkedHashMap<String, Node>();
        file.fields().forEach((key, each) -> {
            if (!List.of("edition", "name", "access", "vars", "template", "resources")
                    .contains(key)) {
                faults.add(each.place() + ": there is no such key");
            }
        });
        file.at("resources").fields().forEach((name, resource) -> {
            for (var key : resource.fields().keySet()) {
                if (!List.of("component", "extend", "props").contains(key)) {
                    faults.add(resource.at(key).place() + ": there is no such key");
                }
            }
            if (!resource.at("component").text().equals("fc3")) {
                faults.add(resource.at("component").place() + ": is not fc3");
            }
            var extended = file.at("template", resource.at("extend", "name").text());
            if (!extended.there()) {
                faults.add(resource.at("extend", "name").place() + ": there is no such template");
            }
            functions.put(name, extended.under(resource.at("props")));
        });
        return functions;
    }

    private static String head(String text) {
        return text.lines()
                .dropWhile(line -> !line.startsWith("vars:"))
                .takeWhile(line -> !line.startsWith("resources:"))
                .collect(joining("\n"));
    }
}
