package io.belay.templates.aws;

import java.util.ArrayList;
import java.util.List;

/** What is wrong, each with its place. */
final class Faults {
    private final List<String> said = new ArrayList<>();

    void at(Node node, String fault) {
        at(node.place(), fault);
    }

    void at(String place, String fault) {
        said.add(place + ": " + fault);
    }

    List<String> all() {
        return List.copyOf(said);
    }
}
