package io.belay.templates.aliyun;

import java.util.stream.Stream;

/** What is planted in the Terraform variant. */
final class PlantedThere {
    private static final String TF = Terraform.FOLDER;

    private PlantedThere() {}

    static Stream<Planted> all() {
        return Stream.of(same(), known(), provider()).flatMap(each -> each);
    }

    /** Another value than that of s.yaml. */
    private static Stream<Planted> same() {
        return Stream.of(
                new Planted(
                        TF + "functions.tf",
                        "timeout     = 1200",
                        "timeout     = 900",
                        "rollback.timeout",
                        "in s.yaml 1200"),
                new Planted(
                        TF + "functions.tf",
                        "retries     = 2",
                        "retries     = 8",
                        "rollback.async.max_async_retry_attempts",
                        "in s.yaml 2"),
                new Planted(
                        TF + "functions.tf",
                        "@every 5m",
                        "@every 1m",
                        "rollback.timer.trigger_config.cronExpression",
                        "@every 5m"),
                new Planted(
                        TF + "functions.tf",
                        "\"sweep 5m\"",
                        "\"swep 5m\"",
                        "rollback.timer.trigger_config.payload",
                        "sweep"),
                new Planted(TF + "functions.tf", "\"stamp\" = {", "\"stump\" = {", "functions.tf", "there is no stamp"),
                new Planted(TF + "deployed.tf", "= 0.5", "= 0.1", "health.cpu", "in s.yaml 0.5"),
                new Planted(
                        TF + "deployed.tf", "= 9000", "= 80", "health.custom_container_config.port", "in s.yaml 9000"),
                new Planted(
                        TF + "deployed.tf",
                        "\"/health/live\"",
                        "\"/healthz\"",
                        "health_check_config.http_get_url",
                        "/health/live"),
                new Planted(
                        TF + "deployed.tf", "= \"None\"", "= \"DefaultRegex\"", "log_config.log_begin_rule", "None"),
                new Planted(
                        TF + "deployed.tf",
                        "    BELAY_ROLLBACK_OFF = var.rollback_off\n",
                        "",
                        "environment_variables.BELAY_ROLLBACK_OFF",
                        "is nothing"),
                new Planted(
                        TF + "deployed.tf",
                        "= each.value.retries",
                        "= each.value.age",
                        "async.max_async_retry_attempts",
                        "is 300"),
                new Planted(
                        TF + "foundation.tf",
                        "${var.name}-failed",
                        "${var.name}-lost",
                        "async.destination_config.on_failure.destination",
                        "-failed/messages"),
                new Planted(
                        TF + "foundation.tf",
                        "${var.name}-alarms",
                        "${var.name}-alarm",
                        "rollback.mns_topic.source_arn",
                        "-alarms"),
                new Planted(
                        TF + "foundation.tf",
                        "logstore_name    = var.name",
                        "logstore_name    = \"belay\"",
                        "log_config.logstore",
                        "in s.yaml var.name"),
                new Planted(
                        TF + "roles.tf",
                        "role_name                   = \"${var.name}-bell\"",
                        "role_name                   = \"${var.name}-ring\"",
                        "rollback.mns_topic.invocation_role",
                        "-bell"),
                new Planted(
                        TF + "triggers.tf",
                        "/topics/${alicloud",
                        "/queues/${alicloud",
                        "rollback.mns_topic.source_arn",
                        "/topics/"),
                new Planted(
                        TF + "triggers.tf",
                        "= var.http_auth",
                        "= \"anonymous\"",
                        "health.http.trigger_config.authType",
                        "var.http_auth"));
    }

    /** What is not there. */
    private static Stream<Planted> known() {
        return Stream.of(
                new Planted(
                        TF + "deployed.tf",
                        "  memory_size          = local",
                        "  memory_sizes         = local",
                        "alicloud_fcv3_function.belay.memory_sizes",
                        "no such argument"),
                new Planted(
                        TF + "deployed.tf",
                        "      period_seconds        = local",
                        "      period_second         = local",
                        "health_check_config.period_second",
                        "no such argument"),
                new Planted(
                        TF + "deployed.tf",
                        "    pre_stop {",
                        "    pre_stops {",
                        "instance_lifecycle_config.pre_stops",
                        "no such block"),
                new Planted(
                        TF + "deployed.tf",
                        "vswitch_ids       =",
                        "vswitches         =",
                        "vpc_config.vswitches",
                        "no such argument"),
                new Planted(
                        TF + "deployed.tf",
                        "image = var.image\n",
                        "image = var.imgae\n",
                        "deployed.tf: var.imgae",
                        "no such variable"),
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

    /** What the provider, FC or a version would take amiss. */
    private static Stream<Planted> provider() {
        return Stream.of(
                new Planted(TF + "versions.tf", "~> 1.292", "~> 1.252", "versions.tf", "empty onSuccess"),
                new Planted(TF + "versions.tf", "~> 1.292", ">= 1.292", "versions.tf", "empty onSuccess"),
                new Planted(
                        TF + "triggers.tf",
                        "alicloud_fcv3_alias.live[each.key].alias_name",
                        "\"prod\"",
                        "alicloud_fcv3_trigger.timer.qualifier",
                        "alias_name"),
                new Planted(
                        TF + "deployed.tf",
                        "= alicloud_fcv3_alias.live[each.key].alias_name",
                        "= \"LATEST\"",
                        "async_invoke_config.live.qualifier",
                        "LATEST"),
                new Planted(
                        TF + "deployed.tf",
                        "= \"LATEST\"",
                        "= \"live\"",
                        "async_invoke_config.read_back.qualifier",
                        "LATEST"),
                new Planted(
                        TF + "deployed.tf",
                        "  depends_on = [alicloud_fcv3_async_invoke_config.read_back]\n",
                        "",
                        "async_invoke_config.read_back",
                        "made before it"),
                new Planted(
                        TF + "deployed.tf",
                        "= local.shape.cpu",
                        "= 0.5",
                        "alicloud_fcv3_function.belay.cpu",
                        "a constant that no version"),
                new Planted(
                        TF + "deployed.tf",
                        "    local.shape, each.timeout",
                        "    each.timeout",
                        "local.marks",
                        "local.shape"),
                new Planted(
                        TF + "deployed.tf", "    var.vpc, var.secrets", "    var.secrets", "local.marks", "var.vpc"),
                new Planted(
                        TF + "deployed.tf",
                        "\"belay ${local.marks[each.key]}\"",
                        "\"belay\"",
                        "alicloud_fcv3_function_version.belay.description",
                        "mark"),
                new Planted(
                        TF + "deployed.tf",
                        "\"function\" || var.tokens != \"\"",
                        "\"function\" || true",
                        "alicloud_fcv3_function.belay.lifecycle",
                        "does not require"),
                new Planted(
                        TF + "deployed.tf",
                        "\"anonymous\" || var.tokens == \"\"",
                        "\"anonymous\" || true",
                        "alicloud_fcv3_function.belay.lifecycle",
                        "does not require"),
                new Planted(
                        TF + "variables.tf",
                        "default     = \"function\"",
                        "default     = \"anonymous\"",
                        "variable.http_auth.default",
                        "whoever comes"),
                new Planted(
                        TF + "foundation.tf",
                        "0 2/5 * * * *",
                        "0 2/30 * * * *",
                        "alicloud_fnf_schedule.fleet",
                        "verify's timer"));
    }
}
