package io.belay.bench.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {
    private static final Size SIZE = new Size(Cloud.LAMBDA, 1_024, 0.579);
    private static final Measured.Ran RAN = Measured.Ran.of(
            SIZE,
            List.of(
                    new Measured.Once(1_100, List.of(90.0, 60.0, 50.0), 140),
                    new Measured.Once(1_000, List.of(55.0, 70.0), 150),
                    new Measured.Once(1_200, List.of(65.0), 145)));

    @Test
    void ofSeveralStartsTheLeastDisturbedCountsAndTheMostMemory() {
        assertThat(RAN.cold()).isEqualTo(1_000);
        assertThat(RAN.warm()).isEqualTo(60);
        assertThat(RAN.spread()).isCloseTo(0.2, within(1e-9));
        assertThat(RAN.peak()).isEqualTo(150);
    }

    @Test
    void aMonthIsSoManyColdStarts() {
        assertThat(RAN.month(30)).isCloseTo(1_460 * Cloud.LAMBDA.dollars(SIZE, 1_000), within(1e-9));
    }

    @Test
    void aRowSaysWhatADollarBuys() {
        var page = new Page(List.of(RAN), 0.1).in(Page.BEGIN + "\n" + Page.END);

        assertThat(page).contains("| 1024 | 0.58 | 1,000 (20 %) | 60 | 150 | 59,288 | 833,331 | $0.025 ($0.020) |");
    }

    @Test
    void whatIsTooSmallStandsInItsPlace() {
        var failed = new Measured.Failed(new Size(Cloud.FC, 128, 0.1), "out of memory");

        assertThat(new Page(List.of(failed), 0).in(Page.BEGIN + Page.END)).contains("| 128 | 0.10 | out of memory |");
    }

    @Test
    void whatIsWrittenByHandStays() {
        var page = new Page(List.of(RAN), 0).in("before\n" + Page.BEGIN + "\nof last year\n" + Page.END + "\nafter\n");

        assertThat(page).startsWith("before\n").endsWith("\nafter\n").doesNotContain("of last year");
        assertThat(new Page(List.of(RAN), 0).in(page)).isEqualTo(page);
    }

    @Test
    void aPageWithoutAPlaceForItIsRefused() {
        var page = new Page(List.of(RAN), 0);

        assertThatThrownBy(() -> page.in("# Cost")).hasMessageContaining("lacks");
    }

    @Test
    void thePageOfThisModuleHasOne() throws Exception {
        assertThat(Files.readString(Path.of("COST.md"))).contains(Page.BEGIN, Page.END);
    }
}
