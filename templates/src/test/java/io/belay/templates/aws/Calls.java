package io.belay.templates.aws;

import java.util.Set;

/** Whatever calls a function calls its alias: that is what is rolled back, and what has a snapshot. */
final class Calls implements Rule {
    /** A metric is of a function by its name. */
    private static final Set<String> BY_NAME = Set.of("AWS::CloudWatch::Alarm");

    @Override
    public void hold(Templates templates, Faults faults) {
        var sam = templates.sam();
        sam.ofType(Sam.FUNCTION).forEach((_, function) -> published(sam, function, faults));
        sam.resources().forEach((_, resource) -> {
            if (!BY_NAME.contains(resource.text("Type"))) {
                resource.all().forEach(node -> unqualified(sam, node, faults));
            }
        });
        sam.section("Outputs").forEach((_, output) -> output.all().forEach(node -> unqualified(sam, node, faults)));
        sam.statements()
                .filter(each -> each.find("Action").orElseThrow().items().stream()
                        .anyMatch(action -> action.word().startsWith("lambda:InvokeFunction")))
                .flatMap(each -> each.find("Resource").stream())
                .flatMap(each -> each.items().stream())
                .filter(each -> !each.text("Ref").endsWith(".Alias")
                        && !each.text("Fn::Sub").endsWith(":live"))
                .forEach(each -> faults.at(each, "a call of an alias is meant"));
    }

    private static void published(Sam sam, Node function, Faults faults) {
        if (!sam.given(function, "AutoPublishAlias").map(Node::word).orElse("").equals("live")) {
            faults.at(function, "AutoPublishAlias: live is meant");
        }
        if (!sam.given(function, "AutoPublishAliasAllProperties")
                .map(Node::word)
                .orElse("")
                .equals("true")) {
            faults.at(function, "without AutoPublishAliasAllProperties the kill switch never reaches the alias");
        }
        if (!sam.given(function, "SnapStart", "ApplyOn")
                .map(Node::word)
                .orElse("")
                .equals("PublishedVersions")) {
            faults.at(function, "SnapStart of published versions is meant");
        }
    }

    private static void unqualified(Sam sam, Node node, Faults faults) {
        if (node.word().contains("$LATEST")) {
            faults.at(node, "$LATEST is never called");
        }
        node.find("Ref")
                .filter(name -> sam.isFunction(name.word()))
                .ifPresent(name -> faults.at(name, name.word() + " without its alias"));
        node.find("Fn::GetAtt")
                .filter(parts -> sam.isFunction(parts.items().getFirst().word()))
                .ifPresent(parts -> faults.at(
                        parts,
                        parts.items().getFirst().word() + "."
                                + parts.items().getLast().word() + " without its alias"));
    }
}
