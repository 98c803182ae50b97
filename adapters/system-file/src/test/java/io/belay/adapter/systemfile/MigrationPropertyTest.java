package io.belay.adapter.systemfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written comes back, and whatever stands there, it is an answer. */
@Timeout(60)
class MigrationPropertyTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whatIsWrittenComesBack(long seed) {
        var random = new RandomDatabase(new Random(seed));
        for (int round = 0; round < 100; round++) {
            var wanted = random.database();

            var text = RandomDatabase.written(wanted);

            var read = Files.system(text).migrations().databases();
            assertThat(read).as(text).hasSize(1);
            assertThat(read.getFirst())
                    .as(text)
                    .usingRecursiveComparison()
                    .ignoringFields("source", "scripts.source")
                    .isEqualTo(wanted);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6, 7, 8})
    void whateverStandsBelowAKeyIsReadOrRefusedAtItsPlace(long seed) {
        var random = new RandomTree(new Random(seed));
        var refused = 0;
        for (int round = 0; round < 500; round++) {
            var text = Files.withDatabase(random.database());

            for (var fault : Files.faults(text)) {
                assertThat(fault.path()).as(text).startsWith("migrations");
                assertThat(fault.line()).as(text).isGreaterThan(3);
                assertThat(fault.shown()).as(text).doesNotContain("Zwitschert");
            }
            refused += Files.faults(text).isEmpty() ? 0 : 1;
        }
        // Were none read, or none refused, nothing would have been said.
        assertThat(refused).isBetween(150, 499);
    }
}
