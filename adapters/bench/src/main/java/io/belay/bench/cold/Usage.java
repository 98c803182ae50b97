package io.belay.bench.cold;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * What a process has used since it began, as Linux counts it (proc(5)).
 *
 * @param cpuMillis milliseconds of a processor's time, in steps of 10
 * @param peakMegabytes the most memory that it ever held at once ({@code VmHWM}), in units of 1,000,000 bytes
 */
record Usage(double cpuMillis, double peakMegabytes) {
    /** Linux counts in hundredths of a second towards programs, whatever the kernel's own clock (USER_HZ). */
    private static final int TICK_MILLIS = 10;

    private static final int TICKS_OF_PROGRAM = 11;
    private static final Pattern PEAK = Pattern.compile("(?m)^VmHWM:\\s+(\\d+) kB$");

    /** Of a process that runs, or has ended and is not yet waited for. */
    static Usage of(long process) throws IOException {
        var folder = Path.of("/proc", Long.toString(process));
        return new Usage(
                cpuMillis(Files.readString(folder.resolve("stat"))),
                peakMegabytes(Files.readString(folder.resolve("status"))));
    }

    /** From {@code /proc/PID/stat}. */
    static double cpuMillis(String stat) {
        // A program's name is the second field, in brackets, and may hold any of them and spaces.
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[TICKS_OF_PROGRAM]) + Long.parseLong(fields[TICKS_OF_PROGRAM + 1]))
                * (double) TICK_MILLIS;
    }

    /** From {@code /proc/PID/status}. */
    static double peakMegabytes(String status) {
        var found = PEAK.matcher(status);
        if (!found.find()) {
            throw new IllegalArgumentException("found no line VmHWM, which a running process has");
        }
        return Long.parseLong(found.group(1)) * 1024 / 1e6;
    }
}
