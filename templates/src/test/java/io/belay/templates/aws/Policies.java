package io.belay.templates.aws;

import java.util.Set;
import java.util.regex.Pattern;

/** Nobody may do more than it needs: no action by a star, and no resource, unless the API knows none. */
final class Policies implements Rule {
    /** By default no more managed policies may be attached to a role (IAM and STS quotas). */
    private static final int MOST = 10;

    /** Those that SAM attaches for logs, for network interfaces and for X-Ray. */
    private static final int ATTACHED = 3;

    /** What changes nothing; of all else a star that stands for a whole kind would be too much. */
    private static final Pattern LOOKS =
            Pattern.compile("\\w+:(Get|List|Describe|BatchGet|Filter|View)\\w*|kms:Decrypt|kms:GenerateDataKey");

    private static final Set<String> WHOLE =
            Set.of("arn:${AWS::Partition}:ssm:${AWS::Region}::document/AWS-RunShellScript");

    @Override
    public void hold(Templates templates, Faults faults) {
        templates.sam().statements().forEach(statement -> statement(statement, faults));
        templates.sam().ofType(Sam.FUNCTION).forEach((_, function) -> {
            var attached = ATTACHED
                    + function.find("Properties", "Policies")
                            .map(all -> all.items().size())
                            .orElse(0);
            if (attached > MOST) {
                faults.at(function, attached + " policies on one role, and IAM attaches " + MOST);
            }
        });
        templates.sam().ofType("AWS::SQS::QueuePolicy").values().forEach(node -> sources(node, faults));
        templates.sam().ofType("AWS::SNS::TopicPolicy").values().forEach(node -> sources(node, faults));
        templates.sam().ofType("AWS::Lambda::Permission").values().forEach(permission -> {
            // Whom a function URL lets through, another rule looks at.
            var everybody = permission.text("Properties", "Principal").equals("*");
            for (var needed : Set.of("SourceArn", "SourceAccount")) {
                if (!everybody && permission.find("Properties", needed).isEmpty()) {
                    faults.at(permission, "a permission without " + needed + " lets anybody's call");
                }
            }
            if (permission.text("Properties", "Action").contains("*")) {
                faults.at(permission, "lambda:InvokeFunction is meant");
            }
        });
    }

    private static void statement(Node statement, Faults faults) {
        var actions = statement.find("Action").orElseThrow().items();
        for (var action : actions) {
            if (action.word().contains("*") || !action.word().matches("[a-z0-9-]+:[A-Z]\\w+")) {
                faults.at(action, "an action by its whole name is meant, found " + action.word());
            }
        }
        if (statement.find("NotAction").isPresent()
                || statement.find("NotResource").isPresent()) {
            faults.at(statement, "what is allowed is said, not what is not");
        }
        var resource = statement.find("Resource");
        if (resource.isEmpty()) {
            faults.at(statement, "Resource is missing");
            return;
        }
        resource.get().items().forEach(each -> {
            var arn = each.word().isEmpty() ? each.text("Fn::Sub") : each.word();
            for (var action : actions) {
                if (arn.equals("*") && !Kinds.knowsNone(action.word())) {
                    faults.at(each, action.word() + " on everything; name what it may do it on");
                }
                if (arn.matches("arn:.*[:/]\\*")
                        && !arn.contains("${Prefix}")
                        && !LOOKS.matcher(action.word()).matches()
                        && !WHOLE.contains(arn)) {
                    faults.at(each, action.word() + " on all of a kind; name what it may do it on");
                }
            }
        });
    }

    /** A service that writes does so for somebody: who that is, has to be said. */
    private static void sources(Node policy, Faults faults) {
        policy.all().filter(node -> node.find("Principal").isPresent()).forEach(statement -> {
            var said = statement.find("Condition").stream()
                    .flatMap(Node::all)
                    .flatMap(node -> node.fields().keySet().stream())
                    .toList();
            for (var needed : Set.of("aws:SourceArn", "aws:SourceAccount")) {
                if (!said.contains(needed)) {
                    faults.at(statement, "a service may write for anybody without " + needed);
                }
            }
        });
    }
}
