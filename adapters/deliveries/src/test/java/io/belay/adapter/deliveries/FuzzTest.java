package io.belay.adapter.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.adapter.deliveries.Delivery.Delivered;
import io.belay.core.Cause;
import io.belay.core.testkit.Mutation;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

class FuzzTest {
    private static final Deliveries ANY = new Deliveries(EnumSet.allOf(DeliveryShape.class));

    @Property
    void aBodyAsItIsIsWhatAStrictReadingFinds(@ForAll Fixture fixture) {
        assertThatAStrictReadingFinds(fixture.shape(), Said.by(fixture), fixture.bytes());
    }

    @Property(tries = 20_000)
    void aMutantNeverThrowsAndNeverRingsWhereAStrictReadingWouldNot(@ForAll Fixture fixture, @ForAll long seed) {
        var bytes = Mutation.of(fixture.bytes(), new SplittableRandom(seed));
        var answers = fixture.shape().read(bytes);
        assertThatAStrictReadingFinds(fixture.shape(), answers, bytes);
        Statistics.label("answers")
                .collect(answers.getFirst().getClass().getSimpleName())
                .coverage(coverage -> {
                    coverage.check("Delivered").percentage(share -> share > 5);
                    coverage.check("Refused").percentage(share -> share > 5);
                });
    }

    @Property(tries = 5_000)
    void atADoorForAllAMutantIsItsOwnShapeOrRefused(@ForAll Fixture fixture, @ForAll long seed) {
        var bytes = Mutation.of(fixture.bytes(), new SplittableRandom(seed));
        var answers = ANY.read(bytes);
        assertThat(answers).isNotEmpty();
        if (answers.stream().anyMatch(Delivered.class::isInstance)) {
            assertThat(answers).isEqualTo(fixture.shape().read(bytes));
        }
    }

    @Property(tries = 2_000)
    void anyBytesAreAnsweredByEachDoor(@ForAll byte[] bytes, @ForAll DeliveryShape shape) {
        assertThat(shape.read(bytes)).isNotEmpty().noneMatch(Delivered.class::isInstance);
    }

    private static void assertThatAStrictReadingFinds(DeliveryShape shape, List<Delivery> answers, byte[] bytes) {
        assertThat(answers).isNotEmpty();
        var text = new String(bytes, StandardCharsets.UTF_8);
        for (var answer : answers) {
            if (answer instanceof Delivered delivered) {
                assertThat(delivered.identity()).matches("[a-z]+-[0-9a-f]{32}");
                delivered
                        .cause()
                        .ifPresentOrElse(
                                cause -> assertThat(StrictReading.of(shape, text))
                                        .anyMatch(red -> red.allows(cause)),
                                () -> assertThat(StrictReading.asksForASweep(shape, text))
                                        .isTrue());
            }
        }
        assertThat(answers.stream()
                        .filter(Delivered.class::isInstance)
                        .flatMap(answer -> ((Delivered) answer).cause().stream())
                        .map(Cause.Alarmed::alarm))
                .allMatch(alarm -> !alarm.isBlank() && alarm.length() <= 255);
    }
}
