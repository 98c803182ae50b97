package io.belay.adapter.systemfile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema against a validator that knows nothing of our reader: each is the other's second opinion. */
class SystemSchemaTest {
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SystemSchema.json(Files.VOCABULARY));

    private static List<Error> errors(String yaml) {
        return SCHEMA.validate(yaml, InputFormat.YAML);
    }

    static List<String> rightFiles() {
        return Stream.of(Samples.RIGHT, DatabaseSamples.RIGHT, RollbackSamples.RIGHT, AlarmSamples.RIGHT)
                .flatMap(List::stream)
                .toList();
    }

    static List<String> wrongFiles() {
        return Stream.of(
                        Samples.WRONG_IN_STRUCTURE,
                        DatabaseSamples.WRONG_IN_STRUCTURE,
                        RollbackSamples.WRONG_IN_STRUCTURE,
                        AlarmSamples.WRONG_IN_STRUCTURE)
                .flatMap(List::stream)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rightFiles")
    void whatTheReaderTakesTheSchemaTakes(String yaml) {
        assertThat(Files.faults(yaml)).isEmpty();
        assertThat(errors(yaml)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("wrongFiles")
    void whatIsWrongInStructureBothRefuse(String yaml) {
        assertThat(Files.faults(yaml)).isNotEmpty();
        assertThat(errors(yaml)).isNotEmpty();
    }

    @Test
    void aVocabularyWithoutDatabasesHasNoMigrations() {
        var words = new Vocabulary(
                Files.VOCABULARY.checks(),
                new Databases(List.of(), Files.DATABASES.scripts(), Files.DATABASES.baselines()),
                Releases.NONE,
                List.of());

        assertThat(SystemSchema.json(words)).doesNotContain("migrations");
        assertThat(new SystemFile(words, Files.SECRETS)
                        .read("x", Files.withDatabase("").getBytes(UTF_8))
                        .toString())
                .contains("the unknown key", "migrations", "no health");
    }

    @Test
    void aVocabularyWithoutKindsHasNoRollbackAndTellsNobody() {
        var words = new Vocabulary(Files.VOCABULARY.checks(), Files.DATABASES, Releases.NONE, List.of());

        assertThat(SystemSchema.json(words)).doesNotContain("\"rollback\"", "\"announce\"", "\"alarms\"");
        assertThat(new SystemFile(words, Files.SECRETS)
                        .read("x", RollbackSamples.WHOLE.getBytes(UTF_8))
                        .toString())
                .contains("the unknown key \"rollback\"", "the unknown key \"announce\"", "count=2");
    }

    @Test
    void aVocabularyWithoutAlarmsIsPutBackForHealthAlone() {
        var words = new Vocabulary(
                Files.VOCABULARY.checks(),
                Files.DATABASES,
                new Releases(List.of(), TestingKind.ALL.targets(), List.of()),
                List.of());

        assertThat(SystemSchema.json(words)).contains("\"rollback\"").doesNotContain("\"alarms\"");
        assertThat(new SystemFile(words, Files.SECRETS)
                        .read(
                                "x",
                                RollbackSamples.withKeys("when: { alarms: [{ bell: { alarm: a } }] }")
                                        .getBytes(UTF_8))
                        .toString())
                .contains("the unknown key \"alarms\"");
    }

    @Test
    void aVocabularyWithoutBrakesHasNoStop() {
        var words = new Vocabulary(
                Files.VOCABULARY.checks(),
                Files.DATABASES,
                new Releases(List.of(), TestingKind.ALL.targets(), List.of()),
                List.of());

        assertThat(SystemSchema.json(words)).doesNotContain("\"stop\"");
        assertThat(new SystemFile(words, Files.SECRETS)
                        .read(
                                "x",
                                RollbackSamples.withKeys("stop: [{ switch: { function: a } }]")
                                        .getBytes(UTF_8))
                        .toString())
                .contains("the unknown key \"stop\"");
    }

    @Test
    void theSchemaIsTheSameEveryTime() {
        assertThat(SystemSchema.json(Files.VOCABULARY)).isEqualTo(SystemSchema.json(Files.VOCABULARY));
    }

    @Test
    void theSchemaItselfIsOneOfItsDraft() {
        var meta = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        assertThat(meta.validate(SystemSchema.json(Files.VOCABULARY), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void patternsAreWrittenForEcma262() {
        assertThat(SystemSchema.json(Files.VOCABULARY)).contains("\"^(?:[a-z]{3}\\\\d*\\\\]?)$|");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"default\" : \"1500ms\"", "\"default\" : \"10MB\"", "\"description\" : \"A span.\""})
    void anEditorIsToldWhatAKeyIsFor(String said) {
        assertThat(SystemSchema.json(Files.VOCABULARY)).contains(said);
    }
}
