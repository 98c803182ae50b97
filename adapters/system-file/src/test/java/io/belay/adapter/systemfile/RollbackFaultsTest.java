package io.belay.adapter.systemfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RollbackFaultsTest {
    private static final String BARE =
            "an alarm with its kind, as bell: { alarm: ... }: no alarm of the section alarms can be asked how it stands";

    @Test
    void everyFaultIsToldAtOnceInTheOrderOfTheFile() {
        var faults = Files.faults("""
                system: harbor
                environment: prod
                cloud: { provider: aws, region: US EAST }
                migrations:
                  - name: main
                    postgres: { host: db }
                rollback:
                  when:
                    alarms: [errors, { bell: { alarn: a } }, { bell: { alarm: a }, siren: { alarm: b } }]
                    health: { fails: 0 }
                  steps:
                    - lambda: { function: serve }
                    - name: one
                      shelf: { function: a }
                    - name: one
                      shelf: { function: b }
                    - shelf: { function: a }
                    - shelv: { function: c }
                  guards: { cooldown: 5, gate: persons }
                  verify: { within: 1s }
                  promse: 5m
                announce:
                  - chat: { url: "ftp://x" }
                """);

        assertThat(faults)
                .extracting(FileFault::shown)
                .containsExactly(
                        "harbor.yaml:3:33 cloud.region: found \"US EAST\", meant a text like [a-z][a-z0-9]{1,15}(?:-[a-z0-9]{1,20}){1,5}",
                        "harbor.yaml:7:1 rollback: found rollback without health, meant health beside it: that a rollback helped is proved by health that passes",
                        "harbor.yaml:9:14 rollback.when.alarms[0]: found errors, meant " + BARE,
                        "harbor.yaml:9:30 rollback.when.alarms[1].bell.alarm: found no alarm, meant alarm: Which alarm.",
                        "harbor.yaml:9:32 rollback.when.alarms[1].bell.alarn: found the unknown key \"alarn\", meant \"alarm\"",
                        "harbor.yaml:9:68 rollback.when.alarms[2].siren: found a second alarm, meant one each; bell stands there already",
                        "harbor.yaml:10:22 rollback.when.health.fails: found 0, meant a whole number from 1 to 1000",
                        "harbor.yaml:15:13 rollback.steps[2].name: found the name \"one\" a second time, meant a name of its own",
                        "harbor.yaml:17:7 rollback.steps[3].shelf: found the target \"memory:a\" a second time, meant a target of its own",
                        "harbor.yaml:18:7 rollback.steps[4].shelv: found the unknown key \"shelv\", meant \"shelf\"",
                        "harbor.yaml:19:23 rollback.guards.cooldown: found 5, meant 5s",
                        "harbor.yaml:19:32 rollback.guards.gate: found persons, meant \"person\"",
                        "harbor.yaml:20:13 rollback.verify.within: found within of 1s, and every of 5s, meant within at least as long as every: else it is over before anybody looks",
                        "harbor.yaml:21:3 rollback.promse: found the unknown key \"promse\", meant \"promise\"",
                        "harbor.yaml:23:18 announce[0].chat.url: found \"ftp://x\" (no such scheme), meant a URL that begins with https://");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    when: { alarms: [] } | when.alarms | an empty list | a list of at least one alarm
                    when: { alarms: null } | when.alarms | nothing | a list of at least one alarm
                    when: { alarms: [{}] } | when.alarms[0] | no alarm | one of bell or siren
                    guards: { off: false } | guards.off | false | why nothing may be moved, in words; where all may be moved, no off at all
                    guards: { off: "${public-env:YES}" } | guards.off | "${public-env:YES}" | why nothing may be moved, in words; where all may be moved, no off at all
                    guards: { off: "${env:PW}" } | guards.off | the secret "${env:PW}" | a text that may be shown; ${public-env:NAME} reads what is no secret
                    guards: { max-alarm-age: 1m } | guards.max-alarm-age | max-alarm-age of 1m, and skew of 2m | max-alarm-age at least as long as skew: an alarm that has only just turned red may look as old as the skew
                    guards: { skew: 16m } | guards.skew | max-alarm-age of 15m, and skew of 16m | max-alarm-age at least as long as skew: an alarm that has only just turned red may look as old as the skew
                    verify: { every: 4m } | verify.every | within of 3m, and every of 4m | within at least as long as every: else it is over before anybody looks
                    verify: { every: 3s, arrive: 2s } | verify.arrive | arrive of 2s, and every of 3s | arrive at least as long as every: else it is over before anybody looks
                    """)
    void aFaultIsToldOfInItsOwnWords(String key, String path, String found, String meant) {
        var faults = Files.faults(RollbackSamples.withKeys(key));

        assertThat(faults).extracting(FileFault::path).containsExactly("rollback." + path);
        assertThat(faults).extracting(FileFault::found).containsExactly(found);
        assertThat(faults).extracting(FileFault::meant).containsExactly(meant);
    }

    @Test
    void aPromiseForAPersonIsRefused() {
        assertThat(Files.faults(RollbackSamples.withKeys("guards: { gate: person }\npromise: 300s")))
                .extracting(FileFault::shown)
                .containsExactly(
                        "harbor.yaml:10:3 rollback.promise: found a promise of 5m, and a gate that waits for a person, meant one of the two: how long a person takes, nobody can promise");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {} | no steps | steps: what is put back, in this order
                    steps: [] | an empty list | a list of at least one step
                    steps: [lambda] | lambda | a block of keys: A thing whose release is put back, by its kind.
                    steps: [{ name: a }] | no thing to put back | one of lambda or shelf
                    steps: [{ lambda: { function: a } }] | keys that do not fit together | a region here, or under cloud for all
                    """)
    void aRollbackPutsSomethingBack(String lines, String found, String meant) {
        var faults = Files.faults(RollbackSamples.withRollback(lines));

        assertThat(faults).extracting(FileFault::found).containsExactly(found);
        assertThat(faults).extracting(FileFault::meant).containsExactly(meant);
    }

    @Test
    void aTargetThatStandsThereAlreadyIsOneFault() {
        assertThat(
                        Files.faults(
                                RollbackSamples.withRollback(
                                        "steps: [{ shelf: { function: a } }, { shelf: { function: a } }, { name: b, shelf: { function: a } }]")))
                .extracting(FileFault::found)
                .containsExactly("the target \"memory:a\" a second time", "the target \"memory:a\" a second time");
    }

    @Test
    void aNameThatAnotherHasByDefaultIsTaken() {
        assertThat(Files.faults(RollbackSamples.withRollback(
                        "steps: [{ name: \"memory:a\", shelf: { function: b } }, { shelf: { function: a } }]")))
                .extracting(FileFault::path, FileFault::found)
                .containsExactly(tuple("rollback.steps[1].shelf", "the name \"memory:a\" a second time"));
    }

    @Test
    void ofAFileThatSaysWronglyWhereItLivesNoRegionIsMissed() {
        var step = "rollback: { steps: [{ lambda: { function: a } }] }\n";

        assertThat(Files.faults(RollbackSamples.withSections("cloud: { provider: gcp, region: us-east-1 }\n" + step)))
                .extracting(FileFault::path)
                .containsExactly("cloud.provider");
        assertThat(Files.faults(
                        RollbackSamples.withSections("cloud: { provider: aws, region: \"${env:REGION}\" }\n" + step)))
                .extracting(FileFault::path)
                .containsExactly("cloud.region");
    }

    static List<String> onlyTheReaderRefuses() {
        return RollbackSamples.WRONG_TO_THE_READER;
    }

    @ParameterizedTest
    @MethodSource("onlyTheReaderRefuses")
    void whatOnlyTheWholeFileTellsIsRefusedWithoutShowingASecret(String text) {
        assertThat(Files.faults(text)).isNotEmpty().allSatisfy(fault -> {
            assertThat(fault.path()).startsWith("rollback.");
            assertThat(fault.shown()).doesNotContain("Zwitschert");
        });
    }

    @Test
    void ofThousandsOfStepsEachIsToldOf() {
        var steps = IntStream.range(0, 9_000)
                .mapToObj(i -> "{ shelf: { function: a } }")
                .collect(Collectors.joining(", "));

        var refused = (Reading.Refused) Files.read(RollbackSamples.withRollback("steps: [" + steps + "]"));

        assertThat(refused.faults()).hasSize(Faults.MOST_SHOWN);
        assertThat(refused.count()).isEqualTo(8_999);
    }

    @Test
    void kindsThatCannotBeToldApartAreNoVocabulary() {
        var kinds = TestingKind.ALL;
        var targets = List.of(kinds.targets().getFirst(), kinds.targets().getFirst());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Vocabulary(
                                List.of(),
                                Files.DATABASES,
                                new Releases(kinds.alarms(), targets, kinds.announcers()),
                                List.of())
                        .distinct())
                .withMessageContaining("two kinds and keys of a step are named lambda");
    }
}
