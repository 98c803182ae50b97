package io.belay.templates.aws;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Each action is allowed on what it can be allowed on: a kind of resource of its own service, or on all where it knows none. */
final class Kinds implements Rule {
    private static final Node TABLE = Resource.yaml("kinds.yaml");

    /** Where nothing of a kind is named, no word of it is in a policy. */
    private static final Map<String, Set<String>> NAMED = Map.of(
            "lambda", Set.of("HasLambda"),
            "ecs", Set.of("HasEcs"),
            "codedeploy", Set.of("HasCodeDeploy", "HasLambda"),
            "route53", Set.of("HasRoute53"),
            "ssm", Set.of("HasSsm"),
            "logs", Set.of("HasAlarmLogs"),
            "kms", Set.of("HasTopicKey"));

    @Override
    public void hold(Templates templates, Faults faults) {
        var sam = templates.sam();
        sam.ofType("AWS::IAM::ManagedPolicy").values().stream()
                .flatMap(Node::all)
                .flatMap(node -> node.find("Fn::If").stream())
                .forEach(choice -> named(choice.items(), faults));
        sam.statements()
                .forEach(statement -> statement.find("Resource").stream()
                        .flatMap(all -> all.items().stream())
                        .forEach(resource -> statement
                                .find("Action")
                                .orElseThrow()
                                .items()
                                .forEach(action -> {
                                    var fault = fault(action.word(), On.template(sam, resource));
                                    if (!fault.isEmpty()) {
                                        faults.at(resource, fault);
                                    }
                                })));
    }

    private static void named(List<Node> choice, Faults faults) {
        var statement = choice.get(1);
        var actions = statement.find("Action").map(Node::items).orElse(List.of());
        var fits = actions.stream()
                .map(action -> NAMED.getOrDefault(action.word().split(":", 2)[0], Set.of()))
                .allMatch(conditions -> conditions.contains(choice.get(0).word()));
        if (actions.isEmpty() || !fits || !choice.get(2).text("Ref").equals("AWS::NoValue")) {
            faults.at(choice.get(0), "allowed where its kind is named, else nothing, is meant");
        }
    }

    /** Whether {@code action} can be allowed on nothing but all. */
    static boolean knowsNone(String action) {
        return TABLE.find(action).filter(kinds -> kinds.items().isEmpty()).isPresent();
    }

    private static String fault(String action, String on) {
        var kinds = TABLE.find(action);
        if (kinds.isEmpty()) {
            return action + " is not in the table kinds.yaml";
        }
        if (knowsNone(action)) {
            return on.equals("*") ? "" : action + " can be allowed on * alone, found " + on;
        }
        var colon = on.indexOf(':');
        var service = on.substring(0, Math.max(colon, 0));
        var kind = switch (service) {
            case "sns" -> "topic";
            case "sqs" -> "queue";
            default -> on.substring(colon + 1).split("[:/]", 2)[0];
        };
        var fits = action.startsWith(service + ":")
                && kinds.get().items().stream().anyMatch(each -> each.word().equals(kind));
        return fits || on.equals("*") ? "" : action + " on " + on + ": " + Held.said(kinds.get()) + " is meant";
    }
}
