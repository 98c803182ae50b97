package io.belay.templates.aws;

import static java.util.stream.Collectors.joining;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a statement is allowed on, said alike for both variants: its service and what of it, {@code cloudwatch:alarm:${AlarmPrefix}*};
 * what a parameter lists is {@code EACH}.
 */
final class On {
    private static final Map<String, String> LISTED = Map.of(
            "LambdaTargets", "lambda:function:EACH",
            "EcsServices", "ecs:service/EACH",
            "CodeDeployGroups", "codedeploy:deploymentgroup:EACH",
            "HostedZones", "route53:hostedzone/EACH",
            "SsmNodes", "ssm:node/EACH",
            "AnnounceTopics", "sns:EACH",
            "AnnounceKey", "kms:key/EACH",
            "EnvironmentKey", "kms:key/EACH",
            "AlarmLogs", "logs:log-group:EACH");

    /** What Terraform lists as ARNs; all else it makes of names. */
    private static final Map<String, String> VARIABLES = Map.of(
            "ssm_nodes", LISTED.get("SsmNodes"),
            "announce_topics", LISTED.get("AnnounceTopics"),
            "announce_key", LISTED.get("AnnounceKey"));

    private static final Pattern ARN = Pattern.compile("\"(\\$\\{local\\.arn}:(?:[^\"$]|\\$\\{[^}]*})+|\\*)\"");
    private static final Pattern LOCAL = Pattern.compile("\\blocal\\.(\\w+)");
    private static final Pattern VARIABLE = Pattern.compile("\\bvar\\.(\\w+)");

    private On() {}

    /** What {@code resource} of the template is; what it is made of where no such making is known. */
    static String template(Sam sam, Node resource) {
        var reference = resource.text("Ref");
        if (!reference.isEmpty()) {
            return reference.endsWith(".Alias") ? "lambda:function:" + reference : named(sam, reference);
        }
        if (resource.find("Fn::GetAtt").isPresent()) {
            return named(
                    sam,
                    resource.find("Fn::GetAtt").orElseThrow().items().getFirst().word());
        }
        var split = resource.find("Fn::Split");
        if (split.isPresent()) {
            return each(sam, split.get().items().getLast());
        }
        return arn(resource.word() + resource.text("Fn::Sub"));
    }

    private static String named(Sam sam, String name) {
        var type = sam.resources().containsKey(name) ? sam.resources().get(name).text("Type") : "";
        return switch (type) {
            case "AWS::SQS::Queue" -> "sqs:" + name;
            case Sam.MACHINE -> "states:stateMachine:" + name;
            default -> LISTED.getOrDefault(name, name);
        };
    }

    /** A list of which each item gets a text behind it, and perhaps another kind: Split of Sub, or of Join of Split of Sub. */
    private static String each(Sam sam, Node made) {
        var joined = made.find("Fn::Join").map(Node::items);
        if (joined.isPresent()) {
            var split = joined.get().getLast().find("Fn::Split").orElseThrow().items();
            return each(sam, split.getLast())
                    .replace(split.getFirst().word(), joined.get().getFirst().word());
        }
        var parts = made.find("Fn::Sub").orElseThrow().items();
        var behind = parts.getFirst().word().replace("${Each}", "");
        var list = parts.getLast().find("Each", "Fn::Join").orElseThrow().items();
        return list.getFirst().word().equals(behind + ",") ? template(sam, list.getLast()) + behind : Held.said(made);
    }

    /** All that {@code on} of Terraform's table comes to. */
    static Set<String> terraform(Hcl.Body body, Node on) {
        var text = text(on).replaceAll("length\\([^)]*\\)", "");
        var found = new TreeSet<String>();
        ARN.matcher(text).results().map(each -> arn(each.group(1))).forEach(found::add);
        VARIABLE.matcher(text)
                .results()
                .flatMap(each -> Stream.ofNullable(VARIABLES.get(each.group(1))))
                .forEach(found::add);
        LOCAL.matcher(ARN.matcher(text).replaceAll(""))
                .results()
                .flatMap(each -> body.of("locals").stream()
                        .flatMap(locals ->
                                Stream.ofNullable(locals.body().attributes().get(each.group(1)))))
                .forEach(local -> found.addAll(terraform(body, local)));
        return found;
    }

    private static String text(Node on) {
        return on instanceof Node.Text text
                ? text.quoted() ? '"' + text.value() + '"' : text.value()
                : on.items().stream().map(On::text).collect(joining(" "));
    }

    private static String arn(String text) {
        var alike = text.replace("${AWS::Partition}", "P")
                .replace("${AWS::Region}", "R")
                .replace("${AWS::AccountId}", "A")
                .replace("${local.arn}", "arn:P")
                .replace("${local.here}", "R:A")
                .replace("${data.aws_region.this.region}", "R")
                .replace("${data.aws_caller_identity.this.account_id}", "A")
                .replace("${var.prefix}", "${Prefix}")
                .replace("${var.alarm_prefix}", "${AlarmPrefix}")
                .replaceAll("\\$\\{(name|id)}", "EACH");
        var parts = alike.split(":", 6);
        return parts.length == 6 ? parts[2] + ":" + parts[5] : alike;
    }
}
