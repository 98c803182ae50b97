package io.belay.templates.aliyun;

import java.util.stream.Stream;

/** One fault: in the file at {@code path}, {@code from} becomes {@code to}; the report names {@code place} and says {@code said}. */
record Planted(String path, String from, String to, String place, String said) {
    private static final String S = "templates/aliyun/s.yaml";

    static Stream<Planted> all() {
        return Stream.of(function(), bound(), wired(), PlantedBeside.all(), PlantedThere.all())
                .flatMap(each -> each);
    }

    private static Stream<Planted> function() {
        return Stream.of(
                new Planted(S, "memorySize: 512", "memorysize: 512", "health.props.memorysize", "no such key"),
                new Planted(S, "memorySize: 512", "memorySize: 500", "health.props.memorySize", "number 128"),
                new Planted(S, "cpu: 0.5", "cpu: 0.52", "health.props.cpu", "number 0.05"),
                new Planted(S, "diskSize: 512", "diskSize: 1024", "props.diskSize", "one 512 10240"),
                new Planted(
                        S,
                        "enable: true, payload: 'sweep 5m'",
                        "enabled: true, payload: 'sweep 5m'",
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

    private static Stream<Planted> wired() {
        return Stream.of(
                new Planted(
                        S,
                        "access: default ",
                        "access: ${env('SERVERLESS_DEVS_ACCESS', 'default')} ",
                        "s.yaml: access",
                        "not default"),
                new Planted(
                        S,
                        "'BELAY_HTTP_AUTH', 'function'",
                        "'BELAY_HTTP_AUTH', 'anonymous'",
                        "vars.auth",
                        "not function"),
                new Planted(S, "port: 9000", "port: 8080", "customContainerConfig.port", "where the image listens"),
                new Planted(
                        S,
                        "      timeout: 1200\n",
                        "      timeout: 1200\n      instanceConcurrency: 50\n",
                        "rollback.props.instanceConcurrency",
                        "one where it changes"),
                new Planted(
                        S,
                        "payload: 'sweep 5m'",
                        "payload: 'swep'",
                        "rollback.props.triggers[0].triggerConfig.payload",
                        "not sweep"),
                new Planted(
                        S,
                        "{\"tick\": \"5m\"}",
                        "",
                        "verify.props.triggers[0].triggerConfig.payload",
                        "the timer comes every 5m"),
                new Planted(
                        S,
                        "{\"tick\": \"5m\"}",
                        "{\"tick\": \"30m\"}",
                        "verify.props.triggers[0].triggerConfig.payload",
                        "the timer comes every 5m"),
                new Planted(
                        S,
                        "{\"within\": \"90s\"}",
                        "{\"witin\": \"90s\"}",
                        "health.props.triggers[0].triggerConfig.payload",
                        "no such word"),
                new Planted(
                        S,
                        "          sourceArn: acs:mns:${vars.region}:${vars.account}:/topics/${vars.name}-alarms\n",
                        "",
                        "triggers[1].sourceArn",
                        "which the foundation makes"),
                new Planted(
                        S,
                        "/topics/${vars.name}-alarms",
                        "/topics/${vars.name}-alarm",
                        "triggers[1].sourceArn",
                        "which the foundation makes"),
                new Planted(
                        S,
                        "          invocationRole: acs:ram::${vars.account}:role/${vars.name}-bell\n",
                        "",
                        "triggers[1].invocationRole",
                        "which the foundation makes"),
                new Planted(
                        S,
                        "/queues/${vars.name}-failed",
                        "/queues/${vars.name}-lost",
                        "onFailure.destination",
                        "which the foundation makes"),
                new Planted(
                        S,
                        "methods: [GET, POST]",
                        "methods: [GET]",
                        "health.props.triggers[1].triggerConfig.methods",
                        "is not [GET, POST]"),
                new Planted(
                        S,
                        "project: ${vars.name}-${vars.account}",
                        "project: ${vars.name}-logs",
                        "logConfig.project",
                        "which the foundation makes"),
                new Planted(
                        S,
                        "      role: acs:ram::${vars.account}:role/${vars.name}-health\n",
                        "",
                        "health.props.role",
                        "role of its own policy"));
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
                        "which the foundation makes"),
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
                new Planted(S, "cpu: 0.5", "cpu: 0.1", "health.props.cpu", "1 to 4"),
                new Planted(S, "timeout: 1200", "timeout: 900", "rollback.props.timeout", "1200 s"),
                new Planted(S, "timeout: 1800", "timeout: 1200", "verify.props.timeout", "1500 s"),
                new Planted(
                        S,
                        "authType: '${vars.auth}'",
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
                new Planted(
                        S, "      logstore: ${vars.name}\n", "", "logConfig.logstore", "which the foundation makes"),
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
}
