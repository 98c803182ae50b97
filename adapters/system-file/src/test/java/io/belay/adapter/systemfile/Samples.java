package io.belay.adapter.systemfile;

import java.util.List;
import java.util.stream.Stream;

/** Files that are right, and files that are wrong in a way that their structure shows. */
final class Samples {
    private static final List<String> RIGHT_SETTINGS = List.of(
            "url: \"https://api.example.com/health?a=b#c\"",
            "url: \"https://user:${env:PW}@api.example.com/\"".replace("${env:PW}", "%20"),
            "url: \"https://${env:HOST}:8443/\"",
            "text: 1.10",
            "text: 0x1F",
            "text: no",
            "text: true",
            "text: \"\"",
            "text: \"${env:PW} $${x} {{{{ }}\"",
            "code: abc",
            "code: abc12",
            "whole: -5",
            "whole: 500",
            "span: 1d12h",
            "span: 1.5s",
            "size: 1B",
            "size: 1.5MiB",
            "flag: true",
            "flag: false",
            "choice: no",
            "choice: 1.1",
            "choice: GET",
            "whole: \"${public-env:COUNT}\", span: \"${public-env:SPAN}\", size: \"${public-env:SIZE}\"",
            "flag: \"${public-env:YES}\", choice: \"${public-env:VERB}\"",
            "texts: one",
            "texts: [one, 2, no]",
            "text-map: { a: b, \"x-y\": 1 }",
            "text-map: {}",
            "tree: { a: [1, 2.5, true, null, ~, \"${env:PW}\"], b: {} }",
            "tree: [1]",
            "tree: null",
            "block: { inner: 1, text: x }",
            "blocks: [{ inner: 1 }, { inner: 2 }]",
            "blocks: { inner: 1 }");

    private static final List<String> RIGHT_EXPECTATIONS = List.of(
            "body: healthy",
            "body: \"<html>\"",
            "body: [a, b]",
            "body: { matches: \"^a.*z$\", not: { contains: b } }",
            "body: { present: false }",
            "version: 8.0.41",
            "version: \">= ${public-env:MIN}\"",
            "version: \"8.0..8.4\"",
            "count: 200",
            "count: \"200\"",
            "count: 2xx",
            "count: 200..299",
            "count: [2xx, 304]",
            "count: \"!= 5\"",
            "count: < 5",
            "count: { not: 5 }",
            "count: { all: [\"> 1\", \"< 9\"] }",
            "count: { any: [1, { is: 3 }] }",
            "bytes: 10KB",
            "bytes: 1KB..1MB",
            "valid-for: 30d",
            "valid-for: \"> 30d\"",
            "valid-for: { not: \"< 1d\" }",
            "open: true",
            "open: { is: false }",
            "any: 5",
            "any: \"5\"",
            "any: true",
            "any: [a, 1]",
            "header: { Location: /here, X-Count: { present: true } }",
            "within: 500ms");

    private static final List<String> WRONG_SETTINGS = List.of(
            "url: ftp://x/",
            "url: [1]",
            "text: null",
            "text: [a]",
            "text: { a: b }",
            "code: ABC",
            "whole: 501",
            "whole: -6",
            "whole: five",
            "whole: 1.5",
            "whole: \"5\"",
            "span: 5",
            "span: 5 s",
            "span: -5s",
            "span: ms",
            "span: \"\"",
            "size: 10mb",
            "size: 10",
            "size: 1iB",
            "flag: yes",
            "flag: True",
            "flag: \"true\"",
            "choice: get",
            "texts: []",
            "texts: [[a]]",
            "text-map: [a]",
            "text-map: { a: [b] }",
            "block: { text: x }",
            "block: { inner: 1, outer: 2 }",
            "block: 5",
            "blocks: [{ inner: 1 }, { inner: 2 }, { inner: 3 }]",
            "unknown: 5",
            "expect: 5",
            "expect: { unknown: 5 }");

    private static final List<String> WRONG_EXPECTATIONS = List.of(
            "body: null",
            "body: []",
            "body: {}",
            "body: { equals: x }",
            "body: { is: [a] }",
            "count: many",
            "count: 20x",
            "count: { matches: \"2..\" }",
            "count: { contains: 2 }",
            "count: true",
            "bytes: 10",
            "valid-for: 30",
            "valid-for: 30 days",
            "open: yes",
            "open: \"true\"",
            "open: { present: maybe }",
            "any: null",
            "header: /here",
            "header: {}",
            "within: 5");

    private static final String STEPS = """
            system: harbor
            environment: prod
            health:
              scenarios:
                - name: it
                  steps:
                    - name: one
                      forms: { expect: { open: true } }
                      capture: { token: { header: X-Token }, state: { open: true, shown: true } }
                    - name: two
                      severity: warning
                      forms: { text: "{{token}}", code: "{{state}}", url: "http://x/{{unique}}", expect: { open: true } }
                  finally:
                    - name: three
                      forms: { text-map: { a: "{{ token }}" }, tree: ["{{run}}"], expect: { open: true } }
            """;

    private static final String OPEN_EXPECTATIONS = """
            system: harbor
            environment: prod
            health:
              scenarios:
                - name: it
                  steps:
                    - name: one
                      forms:
                        expect:
                          body: { contains: "a {{unique}}", not: ["{{run}}", { is: "{{now}}" }] }
                          version: "{{run}}"
                          count: "> {{unique}}"
                          bytes: [10KB, "{{unique}}"]
                          open: "{{unique}}"
                          any: "belay-{{unique}}"
                          header: { X-Run: { all: ["{{run}}", { present: true }] } }
            """;

    static final List<String> RIGHT = Stream.of(
                    RIGHT_SETTINGS.stream().map(each -> Files.forms(each + ", expect: { open: true }")),
                    RIGHT_EXPECTATIONS.stream().map(each -> Files.forms("expect: { " + each + " }")),
                    Stream.of(
                            STEPS,
                            OPEN_EXPECTATIONS,
                            Files.withCheck("memory: { target: a }"),
                            Files.withCheck("wait: ${public-env:SPAN}\nmemory: { target: a }"),
                            Files.withCheck("wait: 1m\nevery: 1s\nseverity: warning\nmemory: { target: a }"),
                            Files.withCheck("failures: 1\nmemory: { target: a }"),
                            Files.withCheck(
                                    "samples: { count: 9 }\nmemory: { target: a, expect: { p95: 1s, lost: 5 } }")))
            .flatMap(each -> each)
            .toList();

    static final List<String> WRONG_IN_STRUCTURE = Stream.of(
                    WRONG_SETTINGS.stream().map(Files::forms),
                    WRONG_EXPECTATIONS.stream().map(each -> Files.forms("expect: { " + each + " }")),
                    Stream.of(
                            "system: harbor",
                            "[]",
                            "system: harbor\nenvironment: prod\nhealth: {}",
                            "system: harbor\nenvironment: prod\nhealth: { checks: [] }",
                            "system: ../etc\nenvironment: prod\nhealth: { checks: [{ name: a, memory: { target: a } }] }",
                            STEPS.replace("finally", "at-last"),
                            STEPS.replace("token: {", "unique: {"),
                            STEPS.replace("token: {", "\"a b\": {"),
                            STEPS.replace("open: true, shown", "open: false, shown"),
                            STEPS.replace("shown: true", "shown: perhaps"),
                            STEPS.replace("severity: warning", "samples: { count: 5 }"),
                            Files.withCheck("severity: fatal\nmemory: { target: a }"),
                            Files.withCheck("wait: 180\nmemory: { target: a }"),
                            Files.withCheck("failures: 0\nmemory: { target: a }"),
                            Files.withCheck("samples: { count: 1 }\nmemory: { target: a }"),
                            Files.withCheck("memory: { target: a }\nforms: { expect: { open: true } }"),
                            Files.withCheck("capture: {}\nmemory: { target: a }"),
                            Files.withCheck("memory: { say: a }"),
                            Files.withCheck("memori: { target: a }"),
                            Files.withCheck("severity: warning")))
            .flatMap(each -> each)
            .toList();

    /** A file with both sections. */
    static String both() {
        return Files.withCheck("memory: { target: a }") + "migrations:\n  - name: it\n    postgres: { host: db }\n";
    }

    private Samples() {}
}
