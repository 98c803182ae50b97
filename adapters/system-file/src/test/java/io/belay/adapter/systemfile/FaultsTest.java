package io.belay.adapter.systemfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.belay.core.probe.ProbeKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultsTest {
    @Test
    void everyFaultIsToldAtOnceInTheOrderOfTheFile() {
        var faults = Files.faults("""
                system: harbor
                enviroment: prod
                health:
                  checks:
                    - name: api
                      wait: 180
                      memory: { tagret: api, expect: { status: many } }
                    - name: api
                      severity: fatal
                      memory: { target: api, say: "${env:NOPE}" }
                """);

        assertThat(faults)
                .extracting(FileFault::shown)
                .containsExactly(
                        "harbor.yaml:1:1 environment: found no environment, meant environment: Which of its environments: prod.",
                        "harbor.yaml:2:1 enviroment: found the unknown key \"enviroment\", meant \"environment\"",
                        "harbor.yaml:6:13 health.checks[0].wait: found 180, meant 180s",
                        "harbor.yaml:7:15 health.checks[0].memory.target: found no target, meant target: Which of the test's targets.",
                        "harbor.yaml:7:17 health.checks[0].memory.tagret: found the unknown key \"tagret\", meant \"target\"",
                        "harbor.yaml:7:48 health.checks[0].memory.expect.status: found many, meant a number, or one with <, <=, >, >= or a range a..b",
                        "harbor.yaml:8:13 health.checks[1].name: found the name \"api\" a second time, meant a name of its own",
                        "harbor.yaml:9:17 health.checks[1].severity: found fatal, meant one of critical or warning",
                        "harbor.yaml:10:35 health.checks[1].memory.say: found the reference \"${env:NOPE}\", meant one that can be read (not found: no environment variable NOPE)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    span: 5                     | 5                      | 5s
                    span: 5 seconds             | "5 seconds"            | 5s
                    span: 3d                    | 3d                     | a span from 10ms to 2d
                    size: 10mb                  | 10mb                   | 10MB
                    whole: "5"                  | "5"                    | a whole number from -5 to 500, without quotes
                    whole: 010                  | 010                    | a whole number from -5 to 500, in plain digits
                    whole: 99999999999999999999 | 99999999999999999999   | a whole number from -5 to 500, in plain digits
                    whole: ~                    | nothing                | a whole number from -5 to 500
                    whole: "${env:PW}"          | "${env:PW}"            | a whole number from -5 to 500; a number or a word holds no secret and no variable, ${public-env:NAME} may stand for it
                    flag: yes                   | yes                    | true
                    flag: "false"               | "false"                | false, without quotes
                    choice: psot                | psot                   | "POST"
                    text: null                  | nothing                | a text; "" is an empty one
                    text: "{{unique}}"          | the variable {{unique}} | no variable: only the steps of a scenario have them
                    text: "${ENV:PW}"           | the reference "${ENV:PW}" | a reference to "env"
                    text: "${PW}"               | the reference "${PW}"  | a reference such as ${env:NAME}, or $${ where the two characters are meant
                    text: "${env:EMPTY}"        | the reference "${env:EMPTY}" | one that can be read (not found: the environment variable EMPTY is empty)
                    text: "${file:/nowhere}"    | the reference "${file:/nowhere}" | one that can be read (not found: the file /nowhere does not exist)
                    text: "a ${env:PW"          | ${ without its }       | a reference such as ${env:NAME}, or $${ for the characters themselves
                    text: "{{ .Title }}"        | {{ without a name and }} | a variable such as {{unique}}, or {{{{ for two plain braces
                    url: "http:///x"            | "http:///x" (no host, or no port from 1 to 65535) | a URL that begins with http:// or https://
                    url: "HTTP://x"             | "HTTP://x" (no such scheme) | a URL that begins with http:// or https://
                    url: "http://x:99999/"      | "http://x:99999/" (no host, or no port from 1 to 65535) | a URL that begins with http:// or https://
                    tree: [.nan]                | .nan                 | a number that JSON has, or the word in quotes
                    text-map: { "${env:PW}": a } | the secret "${env:PW}" | a text that may be shown; ${public-env:NAME} reads what is no secret
                    block: { outer: 1, inner: 1 } | the unknown key "outer" | one of inner or text
                    """)
    void aSettingIsToldOfInItsOwnWords(String setting, String found, String meant) {
        var fault = Files.fault(setting + ", expect: { open: true }");

        assertThat(fault.found()).isEqualTo(found);
        assertThat(fault.meant()).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    opne: true               | the unknown fact "opne" | "open"
                    p95: 5s                  | p95 without samples    | samples: { count: 50 } beside the kind's key
                    count: 9..1              | 9..1                 | a number, or one with <, <=, >, >= or a range a..b
                    valid-for: 30 days       | "30 days"              | 30d
                    body: { matchs: a }      | the unknown word "matchs" | "matches"
                    body: { matches: "(" }   | "("                    | a regular expression (Unclosed group)
                    body: "${env:PW}"        | the secret "${env:PW}" | a text that may be shown; ${public-env:NAME} reads what is no secret
                    body: []                 | an empty list          | a list of at least one condition
                    header: { "": [] }       | an empty list          | a list of at least one condition
                    """)
    void anExpectationIsToldOfInItsOwnWords(String expectation, String found, String meant) {
        var fault = Files.fault("expect: { " + expectation + " }");

        assertThat(fault.found()).isEqualTo(found);
        assertThat(fault.meant()).isEqualTo(meant);
    }

    @Test
    void aCheckThatWouldAlwaysPassIsRefused() {
        assertThat(Files.fault("text: a").found()).isEqualTo("nothing expected");
    }

    @Test
    void keysThatDoNotFitTogetherAreToldOfAtTheirPlace() {
        var fault = Files.fault("text: a, tree: b, expect: { open: true }");

        assertThat(fault.path()).isEqualTo("health.checks[0].forms.tree");
        assertThat(fault.meant()).isEqualTo("either text or tree, not a");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    wait: 5s\\nfailures: 3 | failures beside wait
                    every: 5s             | every without wait or failures
                    wait: 5s\\nsamples: { count: 9 } | patience beside samples
                    """)
    void patienceIsOfOneKind(String keys, String found) {
        var faults = Files.faults(Files.withCheck(keys.replace("\\n", "\n") + "\nmemory: { target: a }"));

        assertThat(faults).extracting(FileFault::found).containsExactly(found);
    }

    @Test
    void factsThatAreAskedForWronglyAreToldOfAtTheirPlace() {
        var fault = Files.fault("expect: { header: { \"X Y\": a } }");

        assertThat(fault.path()).isEqualTo("health.checks[0].forms.expect.header");
        assertThat(fault.column()).isEqualTo(26);
    }

    @Test
    void aVariableIsKnownAfterTheStepThatCapturesIt() {
        var faults = Files.faults("""
                system: harbor
                environment: prod
                health:
                  scenarios:
                    - name: it
                      steps:
                        - name: one
                          memory: { target: a, say: "{{order}}" }
                          capture: { order: { json: id }, name: { jsno: id } }
                        - name: two
                          memory: { target: a, say: "{{order}} {{oder}} {{name}}" }
                """);

        assertThat(faults)
                .extracting(FileFault::shown)
                .containsExactly(
                        "harbor.yaml:8:37 health.scenarios[0].steps[0].memory.say: found the variable {{order}}, which no step before this one captures, meant one of now, run or unique",
                        "harbor.yaml:9:51 health.scenarios[0].steps[0].capture.name.jsno: found the unknown fact \"jsno\", meant \"json\"",
                        "harbor.yaml:11:37 health.scenarios[0].steps[1].memory.say: found the variable {{oder}}, which no step before this one captures, meant \"order\"");
    }

    @ParameterizedTest
    @CsvSource({
        "{{unique}}://x/",
        "http://{{unique}}/",
        "http://x{{unique}}",
        "http://x:{{unique}}/",
        "http://{{unique}}@x/",
        "http://x{{unique}}.evil/",
        "{{unique}}",
        "http://x\\\\{{unique}}/"
    })
    void noVariableDecidesWhereARequestGoes(String url) {
        assertThat(Files.faults(Files.withStep("url: \"" + url + "\""))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"http://x/{{unique}}", "http://x?{{unique}}", "http://x/a#{{unique}}", "http://x:80/{{ now }}/b"})
    void aVariableMayStandBehindTheHost(String url) {
        assertThat(Files.faults(Files.withStep("url: \"" + url + "\""))).isEmpty();
    }

    @Test
    void kindsThatCannotBeToldApartAreNoVocabulary() {
        var twice = List.<ProbeKind>of(new EveryFormKind(), new EveryFormKind());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Vocabulary(twice, Files.DATABASES, Releases.NONE, List.of()).distinct())
                .withMessageContaining("forms");
    }
}
