package io.belay.templates.aliyun;

import java.util.stream.Stream;

/** One fault: in the file at {@code path}, {@code from} becomes {@code to}; the report names {@code place} and says {@code said}. */
record Planted(String path, String from, String to, String place, String said) {
    private static final String S = "templates/aliyun/s.yaml";
    private static final String RAM = "templates/aliyun/ram/";
    private static final String FLOW = "templates/aliyun/fleet.flow.yaml";
    private static final String TF = "templates/aliyun/terraform/";

    static Stream<Planted> all() {
        return Stream.of(function(), bound(), policy(), flow(), terraform()).flatMap(each -> each);
    }

    private static Stream<Planted> function() {
        return Stream.of(
                new Planted(S, "memorySize: 1024", "memorysize: 1024", "health.props.memorysize", "no such key"),
                new Planted(S, "memorySize: 1024", "memorySize: 1000", "health.props.memorySize", "number 128"),
                new Planted(S, "cpu: 0.5", "cpu: 0.52", "health.props.cpu", "number 0.05"),
                new Planted(S, "diskSize: 512", "diskSize: 1024", "props.diskSize", "one 512 10240"),
                new Planted(
                        S,
                        "enable: true, payload: 'sweep'",
                        "enabled: true, payload: 'sweep'",
                        "rollback.props.triggers[0].triggerConfig.enabled",
                        "no such key"),
                new Planted(
                        S, "timeoutSeconds: 2", "timeoutSeconds: 5", "healthCheckConfig.timeoutSeconds", "number 1 3"),
                new Planted(
                        S,
                        "preStop: { handler: pre-stop, timeout: 60 }",
                        "preStop: { handler: pre-stop, timeout: 600 }",
                        "preStop.timeout",
                        "number 1 90"),
                new Planted(S, "    runtime: custom-container\n", "", "health.props.runtime", "missing"),
                new Planted(S, "runtime: custom-container", "runtime: java11", "props.runtime", "one custom-container"),
                new Planted(
                        S,
                        "role: acs:ram::${vars.account}",
                        "role: acs:ram::${vars.acount}",
                        "props.role",
                        "leads nowhere"),
                new Planted(
                        S,
                        "${vars.image}",
                        "${resources.image.output.uri}",
                        "customContainerConfig.image",
                        "leads nowhere"),
                new Planted(
                        S,
                        "${env('BELAY_IMAGE')}",
                        "registry.example.com/belay:1.0",
                        "vars.image",
                        "not said by whoever deploys"),
                new Planted(
                        S,
                        "      image: ${vars.image}",
                        "      image: registry.example.com/belay:latest",
                        "customContainerConfig.image",
                        "digest"),
                new Planted(
                        S,
                        "extend: { name: belay }",
                        "extend: { name: bela }",
                        "health.extend.name",
                        "no such template"),
                new Planted(
                        S,
                        "BELAY_FUNCTION: stamp }",
                        "BELAY_FUNCTION: stmap }",
                        "stamp.props.environmentVariables.BELAY_FUNCTION",
                        "no function 'stmap'"),
                new Planted(
                        S,
                        "BELAY_FUNCTION: stamp }",
                        "BELAY_FUNCTION: rollback }",
                        "stamp.props.environmentVariables.BELAY_FUNCTION",
                        "the resource is stamp"),
                new Planted(
                        S,
                        "functionName: ${vars.name}-stamp",
                        "functionName: ${vars.name}-rollback",
                        "stamp.props.functionName",
                        "is not"),
                new Planted(
                        S,
                        "role/${vars.name}-release",
                        "role/${vars.name}-rollback",
                        "release.props.role",
                        "role of its own policy"),
                new Planted(
                        S,
                        "BELAY_TOKENS: ${vars.tokens}",
                        "BELAY_TOKEN: ${vars.tokens}",
                        "environmentVariables.BELAY_TOKEN",
                        "no setting"),
                new Planted(
                        S,
                        "BELAY_ROLLBACK_OFF: ${vars.off}",
                        "BELAY_ROLLBACK_OFF: ''",
                        "BELAY_ROLLBACK_OFF",
                        "kill switch"),
                new Planted(
                        S, "internetAccess: true", "internetAccess: false", "s.by-hand.yaml", "not those of s.yaml"),
                new Planted(
                        "templates/aliyun/s.by-hand.yaml",
                        "environmentVariables: { BELAY_FUNCTION: stop }",
                        "triggers: []",
                        "s.by-hand.yaml: resources.stop.props.triggers",
                        "no trigger"),
                new Planted("README.md", "| **stamp**,", "| **stamp**, **stump**,", "resources", "there is no stump"));
    }

    private static Stream<Planted> bound() {
        return Stream.of(
                new Planted(
                        S,
                        "maxAsyncRetryAttempts: 2",
                        "maxAsyncRetryAttempts: 3",
                        "rollback.props.asyncInvokeConfig.maxAsyncRetryAttempts",
                        "not bounded"),
                new Planted(
                        S,
                        "        maxAsyncRetryAttempts: 2\n",
                        "",
                        "rollback.props.asyncInvokeConfig.maxAsyncRetryAttempts",
                        "not bounded"),
                new Planted(
                        S,
                        "maxAsyncEventAgeInSeconds: 900",
                        "maxAsyncEventAgeInSeconds: 90000",
                        "asyncInvokeConfig.maxAsyncEventAgeInSeconds",
                        "not bounded"),
                new Planted(
                        S,
                        "/queues/${vars.name}-failed",
                        "/topics/${vars.name}-failed",
                        "onFailure.destination",
                        "no queue"),
                new Planted(S, "        asyncTask: true\n", "", "verify.props.asyncInvokeConfig.asyncTask", "polled"),
                new Planted(
                        S,
                        "triggerType: mns_topic\n          qualifier: live",
                        "triggerType: mns_topic\n          qualifier: LATEST",
                        "rollback.props.triggers[1].qualifier",
                        "LATEST"),
                new Planted(
                        S,
                        "triggerType: http\n          qualifier: live",
                        "triggerType: http",
                        "health.props.triggers[1].qualifier",
                        "LATEST"),
                new Planted(
                        S,
                        "asyncInvokeConfig:\n        qualifier: live",
                        "asyncInvokeConfig:",
                        "health.props.asyncInvokeConfig.qualifier",
                        "LATEST"),
                new Planted(
                        S,
                        "0 0/5 * * * *",
                        "0/5 * * * *",
                        "health.props.triggers[0].triggerConfig.cronExpression",
                        "has 5 fields"),
                new Planted(
                        S,
                        "0 30 8 * * *",
                        "0 30 25 * * *",
                        "alarms-drift.props.triggers[0].triggerConfig.cronExpression",
                        "from 0 to 23"),
                new Planted(
                        S,
                        "@every 5m",
                        "@every 5 minutes",
                        "rollback.props.triggers[0].triggerConfig.cronExpression",
                        "fields"),
                new Planted(S, "cpu: 0.5", "cpu: 0.2", "health.props.cpu", "1 to 4"),
                new Planted(S, "timeout: 1200", "timeout: 900", "rollback.props.timeout", "1200 s"),
                new Planted(S, "timeout: 1800", "timeout: 1200", "verify.props.timeout", "1500 s"),
                new Planted(
                        S,
                        "authType: function",
                        "authType: anonymous",
                        "health.props.triggers[1].triggerConfig.authType",
                        "whoever comes"),
                new Planted(
                        S,
                        "notifyContentFormat: JSON",
                        "notifyContentFormat: STREAM",
                        "notifyContentFormat",
                        "JSON alone"),
                new Planted(S, "logBeginRule: None", "logBeginRule: DefaultRegex", "logConfig.logBeginRule", "joined"),
                new Planted(S, "      logstore: ${vars.name}\n", "", "logConfig.logstore", "missing"),
                new Planted(S, "httpGetUrl: /health/live", "httpGetUrl: /healthz", "httpGetUrl", "/health/live"),
                new Planted(
                        S,
                        "        - triggerName: alarms\n          triggerType: mns_topic",
                        "        - { triggerName: http, triggerType: http, qualifier: live, triggerConfig: { authType: function, methods: [POST] } }\n        - triggerName: alarms\n          triggerType: mns_topic",
                        "rollback.props.triggers[1]",
                        "no door over HTTP"),
                new Planted(
                        "adapters/runtime-aliyun-fc/README.md",
                        "`timeout` to 1200 s",
                        "`timeout` to 1400 s",
                        "rollback.props.timeout",
                        "1400 s"));
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
                        "\"fc:GetAlias\", \"fc:UpdateAlias\"",
                        "\"fc:GetAlias\"",
                        "ram/rollback.json",
                        "fc:UpdateAlias is needed"),
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
