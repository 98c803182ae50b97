package io.belay.adapter.systemfile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.belay.core.announce.Announcer;
import io.belay.core.release.ReleaseTarget;
import io.belay.core.release.RollbackCauses.Watched;
import io.belay.core.release.RollbackGuards;
import io.belay.core.release.RollbackProof;
import io.belay.core.release.RollbackSpec;
import io.belay.core.settings.Cloud;
import io.belay.core.settings.Shape;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RollbackSectionTest {
    @Test
    void allThatIsSaidIsRead() {
        var system = Files.system(RollbackSamples.WHOLE);
        var rollback = system.rollback();

        assertThat(rollback.when().alarms()).extracting(Watched::alarm).containsExactly("serve-errors", "slow");
        assertThat(rollback.when().fails()).isEqualTo(2);
        assertThat(rollback.steps())
                .extracting(step -> step.name(), step -> step.target().target().address())
                .containsExactly(
                        tuple("memory:us-east-1:serve:blue", "memory:us-east-1:serve:blue"),
                        tuple("the shelf", "memory:books"));
        assertThat(rollback.stops())
                .extracting(stop -> stop.name(), stop -> stop.brake().target().address())
                .containsExactly(tuple("memory:serve", "memory:serve"), tuple("the shelf", "memory:books"));
        assertThat(rollback.guards())
                .isEqualTo(new RollbackGuards(
                        Duration.ofMinutes(20),
                        Duration.ofHours(1),
                        2,
                        Duration.ofHours(12),
                        RollbackGuards.Schema.IGNORED,
                        Optional.of("the region is being moved"),
                        false,
                        Duration.ofSeconds(30)));
        assertThat(rollback.verify())
                .isEqualTo(new RollbackProof(Duration.ofMinutes(10), Duration.ofMinutes(2), Duration.ofSeconds(1)));
        assertThat(rollback.soak()).isEqualTo(Duration.ofMinutes(5));
        assertThat(rollback.promise()).isEqualTo(Duration.ofMinutes(4));
        assertThat(rollback.announcers()).hasSize(2);
        assertThat(system.health().checks()).hasSize(1);
    }

    @Test
    void whereItSaysNothingAllIsAsCoreHasIt() {
        var bare = Files.system(RollbackSamples.withKeys("")).rollback();
        var empty = Files.system(RollbackSamples.withKeys("when: {}\nguards: {}\nverify: {}"))
                .rollback();

        for (var rollback : List.of(bare, empty)) {
            assertThat(rollback)
                    .usingRecursiveComparison()
                    .ignoringFields("steps")
                    .isEqualTo(RollbackSpec.NONE);
            assertThat(rollback.steps()).hasSize(1);
        }
    }

    @Test
    void aFileWithoutTheSectionPutsNothingBack() {
        assertThat(Files.system(RollbackSamples.withSections("")).rollback()).isEqualTo(RollbackSpec.NONE);
    }

    @Test
    void somebodyMayBeToldWhereNothingIsPutBack() {
        var rollback = Files.system(RollbackSamples.withSections("announce: [{ topic: { function: a } }]"))
                .rollback();

        assertThat(rollback.announcers()).extracting(Announcer::kind).containsExactly("memory");
        assertThat(rollback.steps()).isEmpty();
    }

    @Test
    void aPersonsGateIsAskedFor() {
        var rollback = Files.system(RollbackSamples.withKeys("guards: { gate: person }"))
                .rollback();

        assertThat(rollback.guards().gate()).isTrue();
        assertThat(rollback.promise()).isEqualTo(RollbackSpec.NONE.promise());
    }

    @Test
    void aKindIsToldWhereTheSystemLives() {
        var told = new ArrayList<Optional<Cloud>>();
        var shelf = new TestingKind<ReleaseTarget>("shelf", Shape.of("A shelf."), (_, cloud) -> {
            told.add(cloud);
            return TestingKind.inMemory("books");
        });
        var words = new Vocabulary(
                Files.VOCABULARY.checks(),
                Files.DATABASES,
                new Releases(List.of(), List.of(shelf), List.of()),
                List.of());
        var file = new SystemFile(words, Files.SECRETS);
        var text = RollbackSamples.withSections("rollback: { steps: [{ shelf: {} }] }\n");
        var cloud = "cloud: { provider: aliyun, region: \"${public-env:REGION}\" }\n";

        assertThat(file.read("x", text.getBytes(UTF_8))).isInstanceOf(Reading.Read.class);
        assertThat(file.read("x", (text + cloud).getBytes(UTF_8))).isInstanceOf(Reading.Read.class);

        assertThat(told)
                .containsExactly(Optional.empty(), Optional.of(new Cloud(Cloud.Provider.ALIYUN, "cn-hangzhou")));
    }

    @Test
    void aSecretInAStepIsHiddenAndKnownToTheRedactor() {
        var system = Files.system(RollbackSamples.withSections(
                "announce: [{ chat: { url: \"https://x.example.com/${env:PW}\", token: \"${env:PW}\" } }]"));

        assertThat(system.toString()).doesNotContain("Zwitschert");
        assertThat(system.redactor().redact("to " + Files.CANARY)).isEqualTo("to ${env:PW}");
    }
}
