package io.belay.templates.aws;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Nobody may do more than it needs: no action by a star, and no resource, unless the API knows none. */
final class Policies implements Rule {
    /** Actions for which a policy can name nothing but a star, by the Service Authorization Reference. */
    static final Map<String, String> WITHOUT_RESOURCES = Map.of(
            "cloudwatch:ListDashboards", "it lists the account's, by no name",
            "ecs:ListTaskDefinitions", "task definitions are no resource of it",
            "logs:DescribeQueryDefinitions", "saved queries are no resources",
            "logs:PutQueryDefinition", "saved queries are no resources",
            "logs:DeleteQueryDefinition", "saved queries are no resources",
            "sns:ListTopics", "it lists the account's, by no name",
            "xray:PutTraceSegments", "traces are no resources",
            "xray:PutTelemetryRecords", "traces are no resources");

    /** What changes nothing; of all else a star that stands for a whole kind would be too much. */
    private static final Pattern LOOKS =
            Pattern.compile("\\w+:(Get|List|Describe|BatchGet|Filter|View)\\w*|kms:Decrypt|kms:GenerateDataKey");

    private static final Set<String> WHOLE =
            Set.of("arn:${AWS::Partition}:ssm:${AWS::Region}::document/AWS-RunShellScript");

    @Override
    public void hold(Templates templates, Faults faults) {
        templates.sam().statements().forEach(statement -> statement(statement, faults));
        templates.sam().ofType("AWS::SQS::QueuePolicy").values().forEach(node -> sources(node, faults));
        templates.sam().ofType("AWS::SNS::TopicPolicy").values().forEach(node -> sources(node, faults));
        templates.sam().ofType("AWS::Lambda::Permission").values().forEach(permission -> {
            for (var needed : Set.of("SourceArn", "SourceAccount")) {
                if (permission.find("Properties", needed).isEmpty()) {
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
                if (arn.equals("*") && !WITHOUT_RESOURCES.containsKey(action.word())) {
                    faults.at(each, action.word() + " on everything; name what it may do it on");
                }
                if (arn.matches("arn:.*[:/]\\*")
                        && !arn.contains("${Prefix}")
                        && !LOOKS.matcher(action.word()).matches()
                        && !arn.contains("${EcsCluster}")
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
