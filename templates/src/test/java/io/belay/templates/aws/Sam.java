package io.belay.templates.aws;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** template.yaml, as SAM reads it. */
record Sam(Node root) {
    static final String FUNCTION = "AWS::Serverless::Function";
    static final String MACHINE = "AWS::Serverless::StateMachine";

    Map<String, Node> section(String name) {
        return root.find(name).map(Node::fields).orElse(Map.of());
    }

    Map<String, Node> resources() {
        return section("Resources");
    }

    Map<String, Node> ofType(String type) {
        var found = new LinkedHashMap<String, Node>();
        resources().forEach((id, node) -> {
            if (node.text("Type").equals(type)) {
                found.put(id, node);
            }
        });
        return found;
    }

    boolean isFunction(String id) {
        return ofType(FUNCTION).containsKey(id);
    }

    /** What {@code function} is given under {@code path}, else what all are given. */
    Optional<Node> given(Node function, String... path) {
        return function.find("Properties")
                .flatMap(own -> own.find(path))
                .or(() -> root.find("Globals", "Function").flatMap(all -> all.find(path)));
    }

    /** The name of what is made without the prefix that all have: {@code verify} of {@code ${Prefix}-verify}. */
    static String named(Node name) {
        return name.text("Fn::Sub").replace("${Prefix}-", "");
    }

    /** Each event of the functions and state machines, by {@code Function.Event}. */
    Map<String, Node> events() {
        var events = new LinkedHashMap<String, Node>();
        Stream.concat(ofType(FUNCTION).entrySet().stream(), ofType(MACHINE).entrySet().stream())
                .forEach(owner -> owner.getValue()
                        .find("Properties", "Events")
                        .ifPresent(all ->
                                all.fields().forEach((name, event) -> events.put(owner.getKey() + "." + name, event))));
        return events;
    }

    /** Each statement of each policy of a role, not of a queue's or a topic's, nor of whom a role trusts. */
    Stream<Node> statements() {
        return Stream.of("AWS::IAM::ManagedPolicy", "AWS::IAM::Role", FUNCTION, MACHINE)
                .flatMap(type -> ofType(type).values().stream())
                .flatMap(Node::all)
                .filter(node -> node.find("Statement").isPresent())
                .flatMap(node -> node.find("Statement").stream())
                .flatMap(node -> node.items().stream())
                .flatMap(Sam::branches)
                .filter(node -> node.find("Action").isPresent()
                        && node.find("Principal").isEmpty());
    }

    /** What an If may come to, but for nothing. */
    static Stream<Node> branches(Node node) {
        return node.find("Fn::If")
                .map(choice -> choice.items().stream().skip(1).flatMap(Sam::branches))
                .orElseGet(() -> node.text("Ref").equals("AWS::NoValue") ? Stream.empty() : Stream.of(node));
    }
}
