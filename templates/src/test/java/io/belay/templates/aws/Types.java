package io.belay.templates.aws;

/** What types of resources take, as the table in the test's resources says. */
record Types(Node type) {
    private static final Node TABLE = Resource.yaml("types.yaml");

    /** Knows nothing where there is no such type. */
    static Types of(String name) {
        return new Types(TABLE.find(name).orElse(new Node.Text("", "", true)));
    }

    boolean known() {
        return type.find("properties").isPresent();
    }

    boolean has(String attribute) {
        return type.find("attributes").stream()
                .flatMap(all -> all.items().stream())
                .anyMatch(each -> each.word().equals(attribute));
    }

    Node properties() {
        return type.find("properties").orElseThrow();
    }
}
