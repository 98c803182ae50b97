package io.belay.templates.aws;

import static java.util.stream.Collectors.toCollection;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A pipeline may do what the template lets it in Terraform as well, on the same functions, and only the one that is named. */
final class Pipelines implements Rule {
    private static final String PLACE = "terraform/pipeline.tf";
    private static final Pattern ACTION = Pattern.compile("\"((?:lambda|states):\\w+)\"");
    private static final Pattern FUNCTIONS = Pattern.compile("for name in \\[([^]]+)]");
    private static final Pattern MACHINES =
            Pattern.compile("aws_sfn_state_machine\\.\\w+\\.arn|execution:\\$\\{var\\.prefix}[\\w:*-]+");
    private static final Pattern NAME = Pattern.compile("\"([\\w-]+)\"");

    @Override
    public void hold(Templates templates, Faults faults) {
        var role = templates.sam().resources().get("CiRole");
        var text = templates.text(PLACE);
        if (role == null) {
            faults.at(Templates.SAM, "CiRole, which a pipeline gets, is missing");
            return;
        }
        same("actions", words(role, "Action"), found(ACTION, text), faults);
        same(
                "functions",
                role.all()
                        .flatMap(node -> node.find("Resource").stream())
                        .flatMap(list -> list.items().stream())
                        .filter(each -> each.text("Ref").endsWith(".Alias"))
                        .map(each ->
                                each.text("Ref").replaceAll("Function\\..*", "").toLowerCase(Locale.ROOT))
                        .collect(toCollection(TreeSet::new)),
                FUNCTIONS
                        .matcher(text)
                        .results()
                        .flatMap(list -> NAME.matcher(list.group(1)).results())
                        .map(each -> each.group(1).replace("-", ""))
                        .collect(toCollection(TreeSet::new)),
                faults);
        same(
                "machines",
                role.all()
                        .flatMap(node -> node.find("Resource").stream())
                        .flatMap(list -> list.items().stream())
                        .map(each -> On.template(templates.sam(), each))
                        .filter(each -> each.startsWith("states:"))
                        .collect(toCollection(TreeSet::new)),
                MACHINES.matcher(text)
                        .results()
                        .map(each -> each.group().equals("aws_sfn_state_machine.verify.arn")
                                ? "states:stateMachine:VerifyRuns"
                                : "states:" + each.group().replace("${var.prefix}", "${Prefix}"))
                        .collect(toCollection(TreeSet::new)),
                faults);
        Stream.of("aud", "sub")
                .filter(claim -> !text.contains("${var.pipeline.host}:" + claim + "\" = "))
                .forEach(claim -> faults.at(PLACE, claim + ", by which a pipeline is known, is not compared"));
    }

    private static Set<String> words(Node role, String key) {
        return role.all()
                .flatMap(node -> node.find(key).stream())
                .flatMap(list -> list.items().stream())
                .map(Node::word)
                .collect(toCollection(TreeSet::new));
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(each -> each.group(1)).collect(toCollection(TreeSet::new));
    }

    private static void same(String what, Set<String> wanted, Set<String> here, Faults faults) {
        if (!wanted.equals(here)) {
            faults.at(PLACE, what + ": the template says " + wanted + ", and here is " + here);
        }
    }
}
