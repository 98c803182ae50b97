package io.belay.adapter.systemfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.check.Limits;
import io.belay.core.check.Patience;
import io.belay.core.check.Sampling;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands in the environment in plain may stand for a number, a span, a size, a flag or a word. */
class PublicSettingsTest {
    @Test
    void theVariablesValueIsUsed() {
        var settings = Files.settings("whole: \"${public-env:COUNT}\", span: \"${public-env:SPAN}\","
                + " size: \"${public-env:SIZE}\", flag: \"${public-env:YES}\", choice: \"${public-env:VERB}\"");

        assertThat(settings.get(EveryFormKind.WHOLE)).isEqualTo(12);
        assertThat(settings.get(EveryFormKind.SPAN)).isEqualTo(Duration.ofSeconds(90));
        assertThat(settings.get(EveryFormKind.SIZE)).isEqualTo(2048);
        assertThat(settings.get(EveryFormKind.FLAG)).isTrue();
        assertThat(settings.get(EveryFormKind.CHOICE)).isEqualTo("POST");
    }

    @Test
    void aChecksOwnKeysTakeItToo() {
        var checks = Files.system("""
                        system: harbor
                        environment: prod
                        health:
                          limits: { concurrency: "${public-env:COUNT}", within: "${public-env:SPAN}" }
                          checks:
                            - name: a
                              wait: ${public-env:SPAN}
                              every: ${public-env:SPAN}
                              memory: { target: a }
                            - name: b
                              failures: ${public-env:COUNT}
                              every: 1s
                              memory: { target: a }
                            - name: c
                              samples: { count: "${public-env:COUNT}", every: 1s }
                              memory: { target: a }
                        """).health();

        assertThat(checks.limits()).isEqualTo(new Limits(12, 16, Duration.ofSeconds(90)));
        assertThat(checks.checks().get(0).patience())
                .isEqualTo(new Patience.Wait(Duration.ofSeconds(90), Duration.ofSeconds(90)));
        assertThat(checks.checks().get(1).patience()).isEqualTo(new Patience.InARow(12, Duration.ofSeconds(1)));
        assertThat(checks.checks().get(2).sampling()).contains(new Sampling(12, 0, Duration.ofSeconds(1)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    whole: "${public-env:MANY}"   | many | a whole number from -5 to 500, in plain digits
                    span: "${public-env:COUNT}"   | 12   | 12s
                    size: "${public-env:SPAN}"    | 90s  | a size from 1B to 1TB such as 512KB or 10MB
                    flag: "${public-env:MANY}"    | many | true or false
                    choice: "${public-env:MANY}"  | many | one of GET, POST, no or 1.1
                    whole: "${public-env:NOPE}"   | the reference "${public-env:NOPE}" | one that can be read (not found: no environment variable NOPE)
                    whole: "1${public-env:COUNT}" | "1${public-env:COUNT}" | a whole number from -5 to 500; a number or a word holds no secret and no variable, ${public-env:NAME} may stand for it
                    """)
    void aWrongValueIsAFaultAtItsPlace(String setting, String found, String meant) {
        var fault = Files.fault(setting + ", expect: { open: true }");

        assertThat(fault.line()).isEqualTo(6);
        assertThat(fault.path()).isEqualTo("health.checks[0].forms." + setting.substring(0, setting.indexOf(':')));
        assertThat(fault.found()).isEqualTo(found);
        assertThat(fault.meant()).isEqualTo(meant);
    }
}
