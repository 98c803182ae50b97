package io.belay.templates.aws;

import java.util.Set;

/** What the section Rules asks is what CloudFormation answers there: it takes rule functions and Ref, and refuses all else. */
final class RuleFunctions implements Rule {
    /** CloudFormation's template reference, "Rule functions". */
    private static final Set<String> TAKEN = Set.of(
            "Ref",
            "Fn::And",
            "Fn::Contains",
            "Fn::EachMemberEquals",
            "Fn::EachMemberIn",
            "Fn::Equals",
            "Fn::Not",
            "Fn::Or",
            "Fn::RefAll",
            "Fn::ValueOf",
            "Fn::ValueOfAll");

    @Override
    public void hold(Templates templates, Faults faults) {
        templates.sam().section("Rules").values().stream()
                .flatMap(Node::all)
                .forEach(node -> node.intrinsic()
                        .filter(function -> !TAKEN.contains(function))
                        .ifPresent(function -> faults.at(node, "a rule takes no " + function)));
    }
}
