package io.belay.templates.aliyun;

import java.util.stream.Stream;

/** What is planted beside the functions: in policies, in the fleet's flow, in the Terraform variant. */
final class PlantedBeside {
    private static final String RAM = "templates/aliyun/ram/";
    private static final String FLOW = "templates/aliyun/fleet.flow.yaml";

    private PlantedBeside() {}

    static Stream<Planted> all() {
        return Stream.of(policy(), flow()).flatMap(each -> each);
    }

    private static Stream<Planted> policy() {
        return Stream.of(
                new Planted(
                        RAM + "rollback.json",
                        "\"fc:UpdateAlias\"",
                        "\"fc:*\"",
                        "ram/rollback.json: Statement[2].Action",
                        "not one action"),
                new Planted(
                        RAM + "rollback.json",
                        "\"fc:UpdateAlias\"",
                        "\"fc:UpdateFunction\"",
                        "ram/rollback.json",
                        "fc:UpdateFunction is not needed"),
                new Planted(
                        RAM + "rollback.json",
                        "\"fc:CreateAlias\", \"fc:UpdateAlias\"",
                        "\"fc:UpdateAlias\"",
                        "ram/rollback.json",
                        "fc:CreateAlias is needed"),
                new Planted(
                        RAM + "stamp.json",
                        "acs:fc:${region}:${account}:functions/${target}\"",
                        "*\"",
                        "ram/stamp.json: Statement[0].Resource",
                        "not narrowed"),
                new Planted(
                        RAM + "stamp.json",
                        "acs:fc:${region}:${account}:functions/${target}\"",
                        "acs:fc:*:*:functions/*\"",
                        "ram/stamp.json: Statement[0].Resource",
                        "not narrowed"),
                new Planted(
                        RAM + "stamp.json",
                        "functions/${target}\"",
                        "functions/${function}\"",
                        "ram/stamp.json",
                        "${function}"),
                new Planted(
                        RAM + "verify.json",
                        "\"Version\": \"1\"",
                        "\"Version\": \"2012-10-17\"",
                        "ram/verify.json: Version",
                        "is not 1"),
                new Planted(
                        RAM + "verify.json",
                        "\"Effect\"",
                        "\"Effekt\"",
                        "ram/verify.json: Statement[0].Effekt",
                        "no such key"),
                new Planted(
                        RAM + "trust-fc.json",
                        "\"Principal\"",
                        "\"Resource\"",
                        "ram/trust-fc.json: Statement",
                        "a trust has a Principal"),
                new Planted(
                        RAM + "release.json",
                        "/aliases/${alias}",
                        "",
                        "ram/release.json",
                        "fc:GetAlias is asked about no such thing"),
                new Planted(
                        RAM + "trust-mns.json",
                        "mns.aliyuncs.com",
                        "fc.aliyuncs.com",
                        "ram/trust-mns.json",
                        "is not mns"),
                new Planted(
                        RAM + "bell.json",
                        "${name}-rollback/live",
                        "${name}-verify/live",
                        "ram/bell.json",
                        "and not {fc:InvokeFunction"),
                new Planted(
                        RAM + "fleet.json",
                        "${name}-verify\"",
                        "${name}-stamp\"",
                        "ram/fleet.json",
                        "and not {fc:InvokeFunction"),
                new Planted(RAM + "own.json", "${name}-failed", "${name}-lost", "ram/own.json", "and not {"),
                new Planted(
                        RAM + "own.json", "${name}-${account}-${region}", "${project}", "ram/own.json", "and not {"),
                new Planted(
                        RAM + "vpc.json",
                        ", \"vpc:DescribeVSwitchAttributes\"",
                        "",
                        "ram/vpc.json",
                        "not [vpc:DescribeVSwitchAttributes]"),
                new Planted(RAM + "ci.json", "\"fc:UntagResources\", ", "", "ram/ci.json", "not [fc:UntagResources]"),
                new Planted(
                        RAM + "ci.json",
                        "\"fc:CreateFunction\", ",
                        "\"fc:CreateFunction\", \"fc:DeleteAlias\", ",
                        "ram/ci.json",
                        "allows [fc:DeleteAlias]"),
                new Planted(
                        RAM + "ci.json",
                        "\"Effect\": \"Deny\"",
                        "\"Effect\": \"Allow\"",
                        "ram/ci.json",
                        "does not deny"),
                new Planted(
                        RAM + "ci.json",
                        "fc:EnableHTTPTriggerAnonymous",
                        "fc:EnableHTTPTriggerInternet",
                        "ram/ci.json",
                        "does not deny"),
                new Planted(
                        RAM + "ci.json",
                        "[\"fc:CreateTrigger\", \"fc:UpdateTrigger\"]",
                        "[\"fc:CreateTrigger\"]",
                        "ram/ci.json",
                        "does not deny"),
                new Planted(
                        RAM + "part-hosts.json",
                        "\"ecs:RunCommand\", ",
                        "",
                        "ram/part-hosts.json",
                        "ecs:RunCommand is needed"),
                new Planted(
                        "adapters/cloud-aliyun/README.md",
                        "`cms:PutCustomMetric`, ",
                        "",
                        "ram/alarms-drill.json",
                        "cms:PutCustomMetric is not needed"),
                new Planted(
                        "adapters/cloud-aliyun/README.md",
                        "| `alarms-drill` | `cms",
                        "| `alarms-drill`, `alarms-bell` | `cms",
                        "ram/alarms-bell.json",
                        "missing"));
    }

    private static Stream<Planted> flow() {
        return Stream.of(
                new Planted(FLOW, "Next: each", "Next: every", "States[0].Next", "no state 'every'"),
                new Planted(FLOW, "StartAt: verify", "StartAt: verfy", "Processor.StartAt", "no state 'verfy'"),
                new Planted(FLOW, "Next: unverified", "Next: each", "Catch[0].Next", "no state 'each'"),
                new Planted(FLOW, "MaxAttempts: 2", "MaxAttempts: 10", "States[0].Retry[0].MaxAttempts", "not bounded"),
                new Planted(FLOW, "        MaxAttempts: 2\n", "", "States[0].Retry[0].MaxAttempts", "not bounded"),
                new Planted(
                        FLOW, "MaxConcuccency: 10", "MaxConcurrency: 10", "States[1].MaxConcurrency", "no such key"),
                new Planted(FLOW, "MaxConcuccency: 10", "MaxConcuccency: 100", "States[1].MaxConcuccency", "1 to 40"),
                new Planted(FLOW, "${name}-verify/live", "${name}-verify", "resourceArn", "alias live"),
                new Planted(FLOW, "${name}-systems/live", "${name}-sytems/live", "resourceArn", "function of s.yaml"),
                new Planted(FLOW, "Type: Pass", "Type: Skip", "Processor.States[2]", "no Skip"),
                new Planted(
                        FLOW,
                        "              Errors: [FnF.ALL]\n              OutputConstructor",
                        "              Errors: [FC.Timeout]\n              OutputConstructor",
                        "Processor.States[0].Catch",
                        "stop the others"),
                new Planted(FLOW, "tick: 5m", "tick: 30m", "body.tick", "and the schedule is"),
                new Planted(FLOW, "tick: 5m", "tock: 5m", "body.tock", "no function reads that"),
                new Planted(
                        FLOW,
                        "ItemsPath: $Input.systems",
                        "ItemsPath: $Input.fleet",
                        "States[1].ItemsPath",
                        "no $Input.fleet"),
                new Planted(
                        FLOW,
                        "$Output.Body.systems",
                        "$Output.Body.system",
                        "OutputConstructor.systems",
                        "no $Output.Body.system"),
                new Planted(
                        FLOW,
                        "$Input.answer.verdict",
                        "$Input.answer.result",
                        "OutputConstructor.verdict",
                        "no $Input.answer.result"),
                new Planted(
                        FLOW, "$Input.answer.belay", "$Input.reply.belay", "Branches[0].Condition", "no $Input.reply"),
                new Planted(FLOW, "Default: verified", "Default: verfied", "Default", "no state 'verfied'"),
                new Planted(
                        FLOW,
                        "system.$: $Input.name\n              tick",
                        "system: $Input.name\n              tick",
                        "body.system",
                        "ends in .$"));
    }
}
