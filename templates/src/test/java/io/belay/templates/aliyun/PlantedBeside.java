package io.belay.templates.aliyun;

import java.util.stream.Stream;

/** What is planted beside the functions: in policies, in the fleet's flow, in the Terraform variant. */
final class PlantedBeside {
    private static final String RAM = "templates/aliyun/ram/";
    private static final String FLOW = "templates/aliyun/fleet.flow.yaml";
    private static final String TF = "templates/aliyun/terraform/";

    private PlantedBeside() {}

    static Stream<Planted> all() {
        return Stream.of(policy(), flow(), terraform()).flatMap(each -> each);
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
                new Planted(FLOW, "Type: Pass", "Type: Skip", "Processor.States[1]", "no Skip"),
                new Planted(
                        FLOW,
                        "              Errors: [FnF.ALL]\n              OutputConstructor",
                        "              Errors: [FC.Timeout]\n              OutputConstructor",
                        "Processor.States[0].Catch",
                        "stop the others"),
                new Planted(
                        FLOW,
                        "system.$: $Input.name\n          Out",
                        "system: $Input.name\n          Out",
                        "body.system",
                        "ends in .$"));
    }

    private static Stream<Planted> terraform() {
        return Stream.of(
                new Planted(
                        TF + "functions.tf",
                        "timeout     = 1200",
                        "timeout     = 900",
                        "rollback.timeout",
                        "in s.yaml 1200"),
                new Planted(
                        TF + "functions.tf", "retries     = 2", "retries     = 8", "rollback.retries", "in s.yaml 2"),
                new Planted(TF + "functions.tf", "@every 5m", "@every 1m", "rollback.cron", "@every 5m"),
                new Planted(TF + "functions.tf", "\"stamp\" = {", "\"stump\" = {", "functions.tf", "there is no stamp"),
                new Planted(
                        TF + "functions.tf",
                        "memory_size  ",
                        "memory_sizes ",
                        "alicloud_fcv3_function.belay.memory_sizes",
                        "no such argument"),
                new Planted(
                        TF + "functions.tf",
                        "var.image\n",
                        "var.imgae\n",
                        "functions.tf: var.imgae",
                        "no such variable"),
                new Planted(
                        TF + "functions.tf",
                        "alicloud_fcv3_alias.live[each.key].alias_name",
                        "\"LATEST\"",
                        "functions.tf",
                        "LATEST"),
                new Planted(TF + "triggers.tf", "\"function\"", "\"anonymous\"", "triggers.tf", "whoever comes"),
                new Planted(
                        TF + "triggers.tf",
                        "alicloud_ram_role.bell.arn",
                        "alicloud_ram_role.ring.arn",
                        "alicloud_ram_role.ring",
                        "no such resource"),
                new Planted(
                        TF + "roles.tf",
                        "ram/trust-mns.json",
                        "ram/trust-smq.json",
                        "ram/trust-smq.json",
                        "no such file"));
    }
}
