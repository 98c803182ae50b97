package io.belay.adapter.systemfile;

import java.util.List;
import java.util.stream.Stream;

/** As {@link Samples}, of rollbacks. */
final class RollbackSamples {
    /** A file of which {@code keys} are the lines of {@code rollback}, beside its steps. */
    static String withKeys(String keys) {
        return withRollback("steps: [{ shelf: { function: serve } }]\n" + keys);
    }

    /** A file of which {@code rollback} holds those lines. */
    static String withRollback(String lines) {
        return withSections("rollback:\n" + lines.indent(2));
    }

    /** A file that is asked for its health, and holds {@code sections}. */
    static String withSections(String sections) {
        return Files.forms("expect: { open: true }") + sections;
    }

    /** All that can be said. */
    static final String WHOLE = withSections("""
            cloud: { provider: aws, region: us-east-1 }
            rollback:
              when:
                alarms:
                  - bell: { alarm: serve-errors }
                  - siren: { alarm: slow }
                health: { fails: 2 }
              steps:
                - lambda: { function: serve, alias: blue }
                - name: the shelf
                  shelf: { function: books }
              stop:
                - lambda-stop: { function: serve }
                - name: the shelf
                  switch: { function: books }
              guards:
                max-alarm-age: 20m
                cooldown: 1h
                most: 2
                window: 12h
                schema: ignored
                off: "the region is being moved"
                gate: none
                skew: 30s
              verify: { arrive: 10m, within: 2m, every: 1s }
              soak: 5m
              promise: 4m
            announce:
              - chat: { url: "https://chat.example.com/hook", token: "${env:PW}" }
              - topic: { function: a }
            """);

    private static final List<String> RIGHT_KEYS = List.of(
            "",
            "when: {}",
            "when: { health: { fails: 1 } }",
            "when: { alarms: [{ bell: { alarm: \"a ${public-env:STAGE}\", region: \"${env:PW}\" } }] }",
            "stop: [{ lambda-stop: { function: a, region: eu-west-1 } }, { switch: { function: b } }]",
            "guards: {}",
            "guards: { gate: person }",
            "guards: { off: because }",
            "guards: { off: \"${public-env:STAGE}\", schema: additive, skew: 0s, cooldown: 0s }",
            "guards: { max-alarm-age: 2m }",
            "guards: { max-alarm-age: 1m, skew: 1m }",
            "verify: {}",
            "verify: { every: 3m }",
            "verify: { arrive: 1s, within: 1s, every: 1s }",
            "soak: 0s\npromise: \"${public-env:SPAN}\"");

    private static final List<String> WRONG_KEYS = List.of(
            "steps: []",
            "wehn: {}",
            "when: [a]",
            "when: { alarms: [] }",
            "when: { alarms: [{ bell: { alarm: a }, siren: { alarm: a } }] }",
            "when: { alarms: [{ bell: a }] }",
            "when: { alarms: [{ bell: {} }] }",
            "when: { alarms: [{ bel: { alarm: a } }] }",
            "when: { alarms: [{ name: a, bell: { alarm: a } }] }",
            "when: { alarms: [{}] }",
            "when: { health: 2 }",
            "when: { health: {} }",
            "when: { health: { fails: 0 } }",
            "stop: []",
            "stop: null",
            "stop: lambda-stop",
            "stop: [{}]",
            "stop: [{ name: a }]",
            "stop: [{ lambda: { function: a } }]",
            "stop: [{ lambda-stop: {} }]",
            "stop: [{ lambda-stop: { function: a }, switch: { function: a } }]",
            "stop: [{ name: \"\", switch: { function: a } }]",
            "guards: null",
            "guards: { max-alarm-age: 15 }",
            "guards: { most: 0 }",
            "guards: { schema: none }",
            "guards: { off: \"\" }",
            "guards: { off: null }",
            "guards: { gate: true }",
            "guards: { gate: \"${env:PW}\" }",
            "guards: { skew: -1s }",
            "verify: 3m",
            "verify: { every: 5 }",
            "verify: { evrey: 5s }",
            "soak: long",
            "promise: 5");

    private static final List<String> WRONG_STEPS = List.of(
            "{}",
            "steps: lambda",
            "steps: {}",
            "steps: [lambda]",
            "steps: [{}]",
            "steps: [{ name: a }]",
            "steps: [{ lambda: { function: a }, shelf: { function: a } }]",
            "steps: [{ lamda: { function: a } }]",
            "steps: [{ lambda: { alias: a } }]",
            "steps: [{ lambda: { function: a, alais: b } }]",
            "steps: [{ name: \"\", shelf: { function: a } }]",
            "steps: [{ name: [a], shelf: { function: a } }]");

    private static final List<String> WRONG_SECTIONS = List.of(
            "rollback: null",
            "rollback: [a]",
            "announce: []",
            "announce: chat",
            "announce: [{ name: a, topic: { function: a } }]",
            "announce: [{ chat: { url: \"ftp://x\" } }]",
            "announce: [{ chta: { url: \"https://x\" } }]",
            "cloud: aws",
            "cloud: {}",
            "cloud: { provider: gcp, region: us-east-1 }",
            "cloud: { provider: aws }",
            "cloud: { provider: aws, region: US EAST }",
            "cloud: { provider: aws, region: x.evil.example/# }",
            "cloud: { provider: aws, regoin: us-east-1 }");

    /** What only the whole file, or who binds it, can tell. */
    static final List<String> WRONG_TO_THE_READER = Stream.concat(
                    Stream.of(
                                    "stop: [{ switch: { function: a } }, { switch: { function: a } }]",
                                    "stop: [{ name: x, switch: { function: a } }, { name: x, switch: { function: b } }]",
                                    "when: { alarms: [errors] }",
                                    "when: { alarms: errors }",
                                    "guards: { window: 0s }",
                                    "guards: { off: false }",
                                    "guards: { off: No }",
                                    "guards: { off: \"${public-env:YES}\" }",
                                    "guards: { off: \"${env:PW}\" }",
                                    "guards: { max-alarm-age: 1m }",
                                    "guards: { skew: 16m }",
                                    "guards: { gate: person }\npromise: 5m",
                                    "verify: { within: 4s }",
                                    "verify: { every: 4m }",
                                    "verify: { arrive: 2s, every: 3s }",
                                    "when: { alarms: [{ bell: { alarm: \"{{unique}}\" } }] }")
                            .map(RollbackSamples::withKeys),
                    Stream.of(
                                    "steps: [{ lambda: { function: serve } }]",
                                    "steps: [{ shelf: { function: a } }, { shelf: { function: a } }]",
                                    "steps: [{ name: x, shelf: { function: a } }, { name: y, shelf: { function: a } }]",
                                    "steps: [{ name: x, shelf: { function: a } }, { name: x, shelf: { function: b } }]",
                                    "steps: [{ name: \"${env:PW}\", shelf: { function: a } }]")
                            .map(RollbackSamples::withRollback))
            .toList();

    static final List<String> RIGHT = Stream.concat(
                    RIGHT_KEYS.stream().map(RollbackSamples::withKeys),
                    Stream.of(
                            WHOLE,
                            withRollback("steps: [{ lambda: { function: \"${env:PW}\", region: eu-west-1 } }]"),
                            withSections("announce: [{ topic: { function: a } }, { topic: { function: a } }]"),
                            withSections("cloud: { provider: aliyun, region: \"${public-env:REGION}\" }"),
                            Samples.both() + "rollback: { steps: [{ shelf: { function: a } }] }\n"))
            .toList();

    static final List<String> WRONG_IN_STRUCTURE = Stream.of(
                    WRONG_KEYS.stream().map(keys -> keys.startsWith("steps") ? withRollback(keys) : withKeys(keys)),
                    WRONG_STEPS.stream().map(RollbackSamples::withRollback),
                    WRONG_SECTIONS.stream().map(RollbackSamples::withSections),
                    Stream.of(
                            "system: harbor\nenvironment: prod\nrollback: { steps: [{ shelf: { function: a } }] }",
                            "system: harbor\nenvironment: prod\nannounce: [{ topic: { function: a } }]",
                            "system: harbor\nenvironment: prod\ncloud: { provider: aws, region: us-east-1 }",
                            Files.withDatabase("") + "rollback: { steps: [{ shelf: { function: a } }] }\n"))
            .flatMap(each -> each)
            .toList();

    private RollbackSamples() {}
}
