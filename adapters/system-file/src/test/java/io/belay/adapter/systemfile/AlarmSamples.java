package io.belay.adapter.systemfile;

import java.util.List;
import java.util.stream.Stream;

/** As {@link Samples}, of alarms. */
final class AlarmSamples {
    /** A file of which {@code keys} are the lines of {@code alarms}, beside its stores and receivers. */
    static String withKeys(String keys) {
        return withAlarms("stores: [{ memory: {} }]\nreceivers: { oncall: [{ email: ops@example.com }] }\n" + keys);
    }

    /** A file of which {@code alarms} holds those lines. */
    static String withAlarms(String lines) {
        return "system: harbor\nenvironment: prod\nalarms:\n" + lines.indent(2);
    }

    /** A file of which the only alarm holds {@code keys}. */
    static String withAlarm(String keys) {
        return withKeys("custom: [{ name: a, " + keys + " }]");
    }

    /** All that can be said. */
    static final String WHOLE = withAlarms("""
            stores:
              - memory: { region: eu-west-1 }
              - shelf: {}
            policy: sync
            take-over: [ "old errors" ]
            tell: oncall
            receivers:
              oncall:
                - email: ops@example.com
                - sms: "+49 30 123456"
                - webhook: "https://hooks.example.com/${env:PW}"
                - dingtalk: "https://oapi.dingtalk.com/robot/send?access_token=${env:PW}"
                - slack: "https://hooks.slack.com/x"
              machine:
                - function: "arn:aws:lambda:eu-west-1:123456789012:function:rollback:live"
                - topic: "arn:aws:sns:eu-west-1:123456789012:all"
                - queue: "arn:aws:sqs:eu-west-1:123456789012:all"
            presets:
              - lambda: { function: serve }
                but:
                  error-rate: { bound: 2.5, period: 2m, times: 2, out-of: 3, missing: red, severity: warning, statistic: maximum }
                  throttles: { off: true }
                tell: [ oncall, machine ]
                on: memory
              - ecs-service: { cluster: main, service: orders }
            custom:
              - name: orders failing
                description: see the runbook
                metric: { namespace: Shop, name: Failed, dimensions: { Stage: "${public-env:STAGE}" }, statistic: p99.9 }
                above: 5
                period: 5m
                times: 2
                out-of: 4
                missing: green
                severity: warning
                recovery: false
                remind: 4h
              - name: orders share
                maths:
                  expression: 100 * e / c
                  metrics:
                    e: { namespace: Shop, name: Failed, statistic: sum }
                    c: { namespace: Shop, name: All, statistic: sum }
                at-least: 1.5
              - name: up
                query: min(up)
                below: 1
                on: shelf
              - name: odd
                signal: { name: function-duration, of: { function: serve }, statistic: average }
                band: { width: 2, side: above }
              - name: few
                signal: { name: service-running, of: { cluster: main, service: orders }, statistic: minimum }
                at-most: 1
            composites:
              - name: orders are down
                red: { any: [ orders failing, { all: [ orders share, { not: few } ] } ] }
                hush: { while: odd, patience: 2m, extension: 3m }
            dashboards:
              - name: harbor
                widgets:
                  - title: failures
                    measures:
                      - metric: { namespace: Shop, name: Failed, statistic: sum }
                      - query: sum(up)
            retention:
              - logs: [ /aws/lambda/serve, /aws/lambda/orders ]
                days: 14
                force: true
            metric-filters:
              - { name: panics, log: /aws/lambda/serve, pattern: PANIC, namespace: Shop, metric: Panics, value: 2, otherwise: 0 }
            queries:
              - { name: slow, logs: /aws/lambda/serve, text: "filter @duration > 1000" }
            budgets:
              - { name: month, limit: 300, currency: EUR, at: [ 100, 250.50 ], tell: oncall }
            safety: { evaluation: 30s, delivery: 2s, start: 3s, work: 20s, ttl: 60s }
            drill: { log: /aws/lambda/rollback, within: 2m, every: 2s, tell: machine }
            """);

    /** A section with an alarm that a rollback can name. */
    static final String NAMED =
            "alarms: { stores: [{ memory: {} }], custom: [{ name: errors, query: x, above: 1 }] }\n";

    private static final List<String> RIGHT_KEYS = List.of(
            "",
            "policy: create-only",
            "tell: oncall",
            "tell: [oncall]",
            "presets: [{ redis: { cache: c } }]",
            "presets: [{ redis: { cache: \"${public-env:STAGE}\" }, but: {} }]",
            "retention: [{ logs: x }]",
            "budgets: [{ name: month }]",
            "budgets: [{ name: month, limit: 50 }]",
            "drill: { log: l }",
            "custom: [{ name: test, query: x, above: 0 }]\ndrill: { log: l, alarm: test }",
            "safety: {}");

    private static final List<String> WRONG_KEYS = List.of(
            "policy: all",
            "receivers: []",
            "tell: {}",
            "presets: []",
            "presets: lambda",
            "presets: [{}]",
            "presets: [{ lamda: { function: a } }]",
            "presets: [{ lambda: {} }]",
            "presets: [{ lambda: { function: a, alias: b } }]",
            "presets: [{ lambda: { function: a }, redis: { cache: a } }]",
            "presets: [{ lambda: { function: a }, but: { errors: { bund: 1 } } }]",
            "presets: [{ lambda: { function: a }, but: { errors: 1 } }]",
            "custom: [{ above: 1, query: x }]",
            "custom: [{ name: a, query: x, above: much }]",
            "custom: [{ name: a, query: x, abvoe: 1 }]",
            "custom: [{ name: a, query: x, above: 1, missing: fine }]",
            "custom: [{ name: a, query: x, above: 1, times: 0 }]",
            "custom: [{ name: a, metric: { namespace: n, name: m }, above: 1 }]",
            "custom: [{ name: a, signal: { name: errors, of: { function: a }, statistic: sum }, above: 1 }]",
            "composites: [{ name: a }]",
            "dashboards: [{ name: a }]",
            "dashboards: [{ name: a, widgets: [{ title: t }] }]",
            "retention: [{}]",
            "retention: [{ logs: a, days: 0 }]",
            "metric-filters: [{ name: a }]",
            "queries: [{ name: a, logs: b }]",
            "budgets: [{ name: a, currency: euro }]",
            "safety: { delivery: soon }",
            "drill: {}",
            "take-over: []");

    /** What only the whole file can tell. */
    static final List<String> WRONG_TO_THE_READER = Stream.concat(
                    Stream.of(
                                    "receivers: { a: [{ email: a@b, sms: \"12345\" }] }",
                                    "receivers: { \"a b\": [{ email: a@b }] }",
                                    "receivers: { a: [{}] }",
                                    "drill: { log: l }\nstores: [{ shelf: {} }]",
                                    "stores: [{ memory: {} }, { memory: {} }]")
                            .map(each ->
                                    withAlarms(each.contains("stores:") ? each : "stores: [{ memory: {} }]\n" + each)),
                    Stream.of(
                                    "tell: nobody",
                                    "presets: [{ lambda: { function: a }, but: { eror-rate: { bound: 1 } } }]",
                                    "presets: [{ lambda: { function: a }, on: shelf }]",
                                    "presets: [{ lambda: { function: \"${env:PW}\" } }]",
                                    "presets: [{ lambda: { function: a } }, { lambda: { function: a } }]",
                                    "custom: [{ name: a, query: x }]",
                                    "custom: [{ name: a, above: 1 }]",
                                    "custom: [{ name: a, query: x, above: 1, below: 2 }]",
                                    "custom: [{ name: a, query: x, above: 1, maths: { expression: e, metrics: {} } }]",
                                    "custom: [{ name: a, maths: { expression: e, metrics: {} }, above: 1 }]",
                                    "custom: [{ name: a, query: x, above: 1, times: 3, out-of: 2 }]",
                                    "custom: [{ name: \"${env:PW}\", query: x, above: 1 }]",
                                    "custom: [{ name: a, query: x, above: 1, tell: nobody }]",
                                    "custom: [{ name: a, query: x, band: { width: 0 } }]",
                                    "custom: [{ name: a, query: x, above: 1 }, { name: a, query: y, above: 1 }]",
                                    "custom: [{ name: a, signal: { name: service-cpu, of: { service: s }, statistic: sum }, above: 1 }]",
                                    "composites: [{ name: a, red: b }]",
                                    "composites: [{ name: a, red: { any: [] } }]",
                                    "composites: [{ name: a, red: { some: [a] } }]",
                                    "composites: [{ name: a, red: b }, { name: b, red: a }]",
                                    "dashboards: [{ name: a, widgets: [{ title: t, measures: [{ query: x }] }, { title: t, measures: [{ query: x"
                                            + " }] }] }]",
                                    "budgets: [{ name: a, limit: -1 }]",
                                    "drill: { log: l, alarm: none }")
                            .map(AlarmSamples::withKeys))
            .toList();

    static final List<String> RIGHT = Stream.concat(
                    RIGHT_KEYS.stream().map(AlarmSamples::withKeys),
                    Stream.of(
                            WHOLE,
                            RollbackSamples.withKeys("when: { alarms: [ errors, { bell: { alarm: b } } ] }") + NAMED,
                            RollbackSamples.withKeys("when: { alarms: errors }") + NAMED))
            .toList();

    static final List<String> WRONG_IN_STRUCTURE = Stream.concat(
                    WRONG_KEYS.stream()
                            .map(each -> each.startsWith("receivers")
                                    ? withAlarms("stores: [{ memory: {} }]\n" + each)
                                    : withKeys(each)),
                    Stream.of(
                            withAlarms("policy: sync"),
                            withAlarms("stores: []"),
                            withAlarms("stores: [{ memry: {} }]"),
                            withAlarms("stores: [{ memory: { regoin: x } }]")))
            .toList();

    private AlarmSamples() {}
}
