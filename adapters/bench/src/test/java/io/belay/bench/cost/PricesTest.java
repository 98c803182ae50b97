package io.belay.bench.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class PricesTest {
    private static final int CALLS = 3_000_000;

    /** Alibaba's own example on the page that the prices are from: 217,500 CU for these. */
    @Test
    void functionComputesOwnExampleComesToItsOwnSum() {
        var dollars = CALLS * Cloud.FC.dollars(new Size(Cloud.FC, 512, 0.25), 200);

        assertThat(dollars / Prices.FC_CU).isCloseTo(217_500, within(1.0));
        assertThat(dollars).isCloseTo(4.35, within(0.001));
    }

    /** 3 million calls of 120 ms at 1,536 MB are 540,000 GB-seconds: 9.00 dollars, and 0.60 for the requests. */
    @Test
    void lambdaCountsGigabyteSecondsAndRequests() {
        var size = new Size(Cloud.LAMBDA, 1_536, 0.87);

        assertThat(CALLS * Cloud.LAMBDA.dollars(size, 120)).isCloseTo(9.60, within(0.001));
        assertThat(CALLS * Cloud.onArm(size, 120)).isCloseTo(7.80, within(0.001));
    }

    @Test
    void aMillisecondThatHasBegunIsPaidWhole() {
        var size = new Size(Cloud.LAMBDA, 1_024, 0.58);

        assertThat(Cloud.LAMBDA.dollars(size, 1.01)).isEqualTo(Cloud.LAMBDA.dollars(size, 2));
    }

    @Test
    void lambdasShareFollowsFromTheMemory() {
        assertThat(Cloud.LAMBDA.sizes(1_024))
                .singleElement()
                .satisfies(size -> assertThat(size.processor()).isCloseTo(0.579, within(0.001)));
    }

    @Test
    void functionComputesSharesAreThoseThatItTakes() {
        for (var memory : Cloud.MEMORIES) {
            assertThat(Cloud.FC.sizes(memory)).isNotEmpty().allSatisfy(size -> {
                assertThat(size.processor() * 20 % 1).isCloseTo(0, within(1e-9));
                assertThat(memory / 1024.0 / size.processor()).isBetween(1.0, 4.0);
            });
        }
        assertThat(Cloud.FC.sizes(1_024)).extracting(Size::processor).isEqualTo(List.of(1.0, 0.5, 0.25));
        assertThat(Cloud.FC.sizes(128)).extracting(Size::processor).isEqualTo(List.of(0.1, 0.05));
    }
}
