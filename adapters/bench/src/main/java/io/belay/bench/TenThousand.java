package io.belay.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.adapter.report.Faces;
import io.belay.assembly.SystemTime;
import io.belay.core.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * 10,000 checks over HTTP in a process of its own that sees a machine of 512 MB, as an instance does: the system file is read, all
 * is asked, and the report is written as JSON. It has the flags of the container images.
 */
final class TenThousand {
    private static final int CHECKS = 10_000;
    private static final int ROUNDS = 3;
    private static final int MEMORY = 512;
    private static final String NAME = "10,000 checks over HTTP, all memory of the process at its peak";
    private static final Path STATUS = Path.of("/proc/self/status");

    private TenThousand() {}

    static List<Figure> figures() throws IOException, InterruptedException {
        if (!Files.isReadable(STATUS)) {
            return List.of(new Figure.Absent(NAME, "this machine does not say what a process has had; Linux does"));
        }
        var peak = new double[ROUNDS];
        var took = new double[ROUNDS];
        var file = Files.createTempFile("bench-", ".yaml");
        try (var ports = new Ports()) {
            Files.writeString(file, new HttpChecks(CHECKS, ports.answering()).yaml());
            for (int round = 0; round < ROUNDS; round++) {
                var said = run(file).split(" ", -1);
                peak[round] = Double.parseDouble(said[0]);
                took[round] = Double.parseDouble(said[1]);
            }
        } finally {
            Files.deleteIfExists(file);
        }
        return List.of(
                Row.of(NAME, "MB", peak, Promise.atMost(MEMORY)),
                Row.of("  from the process's start to its report", "ms", took, Promise.none()));
    }

    private static String run(Path file) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:MaxRAM=" + MEMORY + "m",
                        "-XX:MaxRAMPercentage=70",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TenThousand.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            var said = new String(process.getInputStream().readAllBytes(), US_ASCII).strip();
            if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IOException("10,000 checks: it ended with " + said);
            }
            return said;
        } finally {
            process.destroyForcibly();
        }
    }

    /** In that process: asks what {@code arguments} names, and prints the most memory that it had, in MB, and for how long it ran, in ms. */
    public static void main(String[] arguments) throws IOException {
        var time = new SystemTime();
        var report = OpenDoor.bare(HttpChecks.open(Path.of(arguments[0]), time), time);
        try (var out = new OutputStreamWriter(OutputStream.nullOutputStream(), UTF_8)) {
            Faces.JSON.write(report, out);
        }
        if (report.count(Verdict.PASS) != CHECKS) {
            throw new IOException("only " + report.count(Verdict.PASS) + " passed: "
                    + report.findings().stream()
                            .filter(finding -> finding.verdict() != Verdict.PASS)
                            .findFirst()
                            .orElseThrow());
        }
        var ran = System.currentTimeMillis()
                - ProcessHandle.current().info().startInstant().orElseThrow().toEpochMilli();
        System.out.println(peak() + " " + ran);
    }

    private static double peak() throws IOException {
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
                .findFirst()
                .orElseThrow();
    }
}
