package io.belay.adapter.systemfile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Right files, made wrong at random: whatever comes of them, it is an answer. */
@Timeout(120)
class MutationTest {
    private static final int ROUNDS = 1_000;

    private static final List<String> SCRAPS = List.of(
            "{",
            "}",
            "[",
            "]",
            ":",
            ": ",
            "- ",
            ", ",
            "#",
            "\"",
            "'",
            "&a ",
            "*a",
            "!t ",
            "|",
            ">",
            "%",
            "@",
            "?",
            "<<: ",
            "\n",
            "\t",
            "  ",
            "\r",
            "null",
            "~",
            "true",
            "5",
            "5s",
            "1e999",
            "-1",
            "${env:PW}",
            "${",
            "$${",
            "{{unique}}",
            "{{",
            "}}",
            "..",
            "2xx",
            "\u0000",
            "\uFEFF",
            "\u2028",
            "\uD83D\uDE00",
            "\uD83D",
            "---\n",
            "...\n",
            "name",
            "expect",
            "forms",
            "migrations",
            "ledger",
            "flyway",
            "not null",
            "unique (",
            "rollback",
            "alarms",
            "lambda",
            "gate: person");

    private static final List<String> FILES = Stream.of(
                    Samples.RIGHT, DatabaseSamples.RIGHT, RollbackSamples.RIGHT, AlarmSamples.RIGHT)
            .flatMap(List::stream)
            .toList();

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SystemSchema.json(Files.VOCABULARY));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void aMutatedFileIsReadOrRefusedWithItsPlace(long seed) {
        var random = new Random(seed);
        var file = new SystemFile(Files.VOCABULARY, Files.SECRETS);
        var read = 0;
        for (int round = 0; round < ROUNDS; round++) {
            var text = mutated(FILES.get(random.nextInt(FILES.size())), random);

            var reading = file.read("harbor.yaml", text.getBytes(UTF_8));

            assertThat(reading.toString()).as(text).doesNotContain("Zwitschert");
            read += reading instanceof Reading.Read ? 1 : 0;
            switch (reading) {
                case Reading.Read _ -> assertThat(errors(text)).as(text).isEmpty();
                case Reading.Refused refused -> assertPlaced(refused, text);
            }
        }
        // Were all of them refused, nothing would have been said of those that are read.
        assertThat(read).isBetween(ROUNDS / 20, ROUNDS - ROUNDS / 20);
    }

    // The validator takes a text, which has no byte order mark.
    private static List<Error> errors(String text) {
        var errors = SCHEMA.validate(text.startsWith("\uFEFF") ? text.substring(1) : text, InputFormat.YAML);
        // A number beyond what a double holds, such as 1e999, is of no type to the validator.
        return errors.stream()
                .filter(error -> !error.toString().contains(": unknown found, "))
                .toList();
    }

    private static void assertPlaced(Reading.Refused refused, String text) {
        var lines = text.split("\r\n|\r|\n", -1);
        assertThat(refused.faults()).as(text).allSatisfy(fault -> {
            assertThat(fault.line()).isBetween(1, lines.length);
            assertThat(fault.column()).isBetween(1, lines[fault.line() - 1].length() + 1);
            assertThat(fault.found()).isNotBlank();
            assertThat(fault.meant()).isNotBlank();
        });
    }

    private static String mutated(String text, Random random) {
        var changed = text;
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            changed = random.nextInt(3) == 0 ? lines(changed, random) : letters(changed, random);
        }
        // Half of a character that takes two becomes a question mark, for both readers.
        return new String(changed.getBytes(UTF_8), UTF_8);
    }

    private static String letters(String text, Random random) {
        var at = random.nextInt(text.length() + 1);
        var end = Math.min(text.length(), at + random.nextInt(6));
        var scrap = random.nextInt(4) == 0 ? "" : SCRAPS.get(random.nextInt(SCRAPS.size()));
        return text.substring(0, at) + scrap + text.substring(random.nextBoolean() ? at : end);
    }

    private static String lines(String text, Random random) {
        var lines = new ArrayList<>(List.of(text.split("\n", -1)));
        var one = random.nextInt(lines.size());
        var other = random.nextInt(lines.size());
        switch (random.nextInt(4)) {
            case 0 -> lines.remove(one);
            case 1 -> lines.add(other, lines.get(one));
            case 2 -> Collections.swap(lines, one, other);
            default ->
                lines.set(one, " ".repeat(random.nextInt(8)) + lines.get(one).strip());
        }
        return String.join("\n", lines);
    }
}
