package io.belay.templates.aws;

import static java.util.stream.Collectors.toCollection;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What is allowed is what the adapter says that it needs: all of it, and nothing else. */
final class Grants implements Rule {
    private static final Pattern TICKED = Pattern.compile("`((?:([a-z0-9]+):)?([A-Z][A-Za-z]+))`");

    /** What Belay's own parts need of one another. */
    private static final Set<String> OWN = Set.of(
            "lambda:InvokeFunction",
            "lambda:InvokeFunctionUrl",
            "states:StartExecution",
            "states:DescribeExecution",
            "states:StopExecution",
            "kms:Decrypt",
            "kms:GenerateDataKey",
            "sqs:SendMessage");

    @Override
    public void hold(Templates templates, Faults faults) {
        var needed = needed(templates.text(Templates.PERMISSIONS));
        var given = new TreeSet<String>();
        templates
                .sam()
                .statements()
                .flatMap(each -> each.find("Action").orElseThrow().items().stream())
                .forEach(each -> {
                    given.add(each.word());
                    if (!needed.contains(each.word()) && !OWN.contains(each.word())) {
                        faults.at(
                                each, each.word() + " is needed by nothing, by the table of " + Templates.PERMISSIONS);
                    }
                });
        needed.stream()
                .filter(each -> !given.contains(each))
                .forEach(each -> faults.at(
                        Templates.SAM,
                        each + " is allowed nowhere, and " + Templates.PERMISSIONS + " says that it is needed"));
    }

    /** The actions of the table; one without a service is of the one before it. */
    static Set<String> needed(String readme) {
        var table = readme.substring(readme.indexOf("## Permissions"), readme.indexOf("To read alone"));
        return table.lines()
                .filter(line -> line.startsWith("|"))
                .flatMap(line -> {
                    var found = TICKED.matcher(line);
                    var actions = new TreeSet<String>();
                    var service = "";
                    while (found.find()) {
                        service = found.group(2) == null ? service : found.group(2);
                        if (!service.isEmpty() && !found.group(3).contains("SourceArn")) {
                            actions.add(service + ":" + found.group(3));
                        }
                    }
                    return actions.stream();
                })
                .filter(each -> !each.contains("ChangeResourceRecordSetsNormalized"))
                .collect(toCollection(TreeSet::new));
    }
}
