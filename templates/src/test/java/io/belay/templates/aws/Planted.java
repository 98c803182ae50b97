package io.belay.templates.aws;

import java.util.List;

/** A fault: what is put in the place of what, and how it has to be told. */
record Planted(String file, String from, String to, String place, String fault) {
    /** Those of the test's resources. */
    static List<Planted> all() {
        return Resource.yaml("planted.yaml").items().stream()
                .map(each -> new Planted(
                        each.text("file"), each.text("from"), each.text("to"), each.text("place"), each.text("fault")))
                .toList();
    }

    /** {@code templates} with it. */
    Templates in(Templates templates) {
        return templates.with(file, from, to);
    }

    @Override
    public String toString() {
        return file + ": " + fault;
    }
}
