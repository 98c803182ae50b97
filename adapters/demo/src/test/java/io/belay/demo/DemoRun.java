package io.belay.demo;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The demo as a process of its own, run to its end.
 *
 * @param exit how it ended
 * @param out what it printed
 * @param err what it said meanwhile
 * @param page the page it wrote
 * @param folder where it put its temporary files
 */
record DemoRun(int exit, String out, String err, Path page, Path folder) {

    private static final Path ROOT = Path.of("..", "..");
    private static final Pattern PORT = Pattern.compile("(?:127\\.0\\.0\\.1|localhost):(\\d{2,5})");

    /** Runs it in {@code folder}, an empty one, as the script does. */
    static DemoRun of(Path folder, String... arguments) throws IOException, InterruptedException {
        var temporary = Files.createDirectory(folder.resolve("tmp"));
        var page = folder.resolve("out").resolve("report.html");
        var command = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--html", page.toString()));
        var out = folder.resolve("out.txt");
        var err = folder.resolve("err.txt");
        var builder = new ProcessBuilder(command)
                .directory(ROOT.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("TMPDIR", temporary.toString());
        builder.environment().put("COLUMNS", "160");
        var process = builder.start();
        try {
            if (!process.waitFor(120, SECONDS)) {
                throw new AssertionError("the demo did not end: " + Files.readString(err));
            }
        } finally {
            process.destroyForcibly();
        }
        return new DemoRun(process.exitValue(), Files.readString(out), Files.readString(err), page, temporary);
    }

    /** Every port that it spoke of, in its output or on its page. */
    Set<Integer> ports() throws IOException {
        return PORT.matcher(out + err + Files.readString(page))
                .results()
                .map((MatchResult each) -> Integer.valueOf(each.group(1)))
                .collect(Collectors.toSet());
    }

    /** Those of them where somebody listens. */
    List<Integer> listening() throws IOException {
        return ports().stream().filter(DemoRun::answers).toList();
    }

    /** The processes that still have to do with its files. */
    List<String> processes() {
        return ProcessHandle.allProcesses()
                .map(each -> each.info().commandLine().orElse(""))
                .filter(line -> line.contains(folder.toString()))
                .toList();
    }

    /** The files that are left of it. */
    List<Path> files() throws IOException {
        try (Stream<Path> left = Files.list(folder)) {
            return left.toList();
        }
    }

    private static boolean answers(int port) {
        try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
