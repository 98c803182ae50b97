package io.belay.bench.cold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

final class UsageTest {
    private static final String STAT =
            "4711 (%s) S 1 4711 4711 0 -1 4194560 9000 0 12 0 63 14 5 6 20 0 21 0 88 3700000000 24000 18446744073709551615";

    @Test
    void theTimesOfTheProgramAndOfTheKernelForItAreAdded() {
        assertThat(Usage.cpuMillis(STAT.formatted("java"))).isEqualTo(770);
    }

    @Test
    void aProgramMayBeCalledAnything() {
        assertThat(Usage.cpuMillis(STAT.formatted("a) R 1 2 (b 3"))).isEqualTo(770);
    }

    @Test
    void thePeakIsTakenAndNotWhatIsHeldNow() {
        var status = "Name:\tjava\nVmPeak:\t  900000 kB\nVmHWM:\t   62500 kB\nVmRSS:\t   40000 kB\nThreads:\t21\n";

        assertThat(Usage.peakMegabytes(status)).isEqualTo(64);
    }

    @Test
    void aProcessWithoutMemoryIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Usage.peakMegabytes("Name:\tzombie\nThreads:\t1\n"))
                .withMessageContaining("VmHWM");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aRunningProcessHasUsedSomething() throws IOException {
        var used = Usage.of(ProcessHandle.current().pid());

        assertThat(used.cpuMillis()).isPositive();
        assertThat(used.peakMegabytes()).isGreaterThan(10);
    }
}
