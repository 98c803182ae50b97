package io.belay.templates.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** scripts/deploy-aws and scripts/verify-aws with a folder of system files, and a command line of AWS that remembers instead of calling. */
final class DeployAws {
    private static final List<String> TOOLS = List.of(
            "sh",
            "awk",
            "cat",
            "cp",
            "cut",
            "date",
            "dirname",
            "find",
            "grep",
            "head",
            "ls",
            "mkdir",
            "mktemp",
            "mv",
            "readlink",
            "rm",
            "sed",
            "sha256sum",
            "sort",
            "tail",
            "tr",
            "xargs");

    /** What it may ask without changing anything. */
    private static final Set<String> READS = Set.of(
            "sts get-caller-identity",
            "cloudformation describe-stacks",
            "cloudformation describe-change-set",
            "cloudformation describe-stack-events",
            "cloudformation get-template",
            "cloudformation wait",
            "s3api head-bucket",
            "lambda invoke");

    private final Path home;

    private DeployAws(Path home) {
        this.home = home;
    }

    record Ended(int code, String output) {}

    static DeployAws in(Path home) throws IOException {
        for (var folder : List.of("bin", "fake", "system/migrations")) {
            Files.createDirectories(home.resolve(folder));
        }
        for (var tool : TOOLS) {
            program(home.resolve("bin").resolve(tool), "#!/bin/sh\nexec " + found(tool) + " \"$@\"\n");
        }
        try (var in = Objects.requireNonNull(DeployAws.class.getResourceAsStream("aws.sh"))) {
            program(home.resolve("bin/aws"), new String(in.readAllBytes(), UTF_8));
        }
        program(home.resolve("bin/sleep"), "#!/bin/sh\necho \"sleep $1\" >>\"$FAKE/sleeps\"\n");
        Files.writeString(home.resolve("system/shop.yaml"), "system: shop\n");
        Files.writeString(home.resolve("system/migrations/V1.sql"), "SELECT 1;\n");
        Files.writeString(
                home.resolve("system/environment"),
                "# of the database\nDB_PASSWORD={{resolve:secretsmanager:shop/db:SecretString:password}}\n");
        Files.writeString(home.resolve("belay-lambda.zip"), "a bundle");
        return new DeployAws(home);
    }

    /** As it is the first time. */
    Ended run(String answer, String... more) throws IOException, InterruptedException {
        var all = new ArrayList<>(List.of("--set", "AlarmPrefix=shop"));
        all.addAll(List.of(more));
        return again(answer, all.toArray(String[]::new));
    }

    /** Without a parameter but those that are said. */
    Ended again(String answer, String... more) throws IOException, InterruptedException {
        return run(answer, command(Path.of("..").toRealPath(), more));
    }

    /** The same of a copy of what is in {@code root}. */
    List<String> command(Path root, String... more) {
        var command = new ArrayList<>(List.of(
                root.resolve("scripts/deploy-aws").toString(),
                "--system",
                home.resolve("system").toString(),
                "--zip",
                home.resolve("belay-lambda.zip").toString()));
        command.addAll(List.of(more));
        return command;
    }

    Ended run(String answer, List<String> command) throws IOException, InterruptedException {
        return run(answer, home, command);
    }

    Ended run(String answer, Path folder, List<String> command) throws IOException, InterruptedException {
        var process = started(folder, command);
        process.getOutputStream().write(answer.getBytes(UTF_8));
        process.getOutputStream().close();
        return ended(process, new String(process.getInputStream().readAllBytes(), UTF_8));
    }

    /** Ended from outside once it has said {@code until}, as by Ctrl-C. */
    Ended interrupted(String until, String... more) throws IOException, InterruptedException {
        var process = started(home, command(Path.of("..").toRealPath(), more));
        var output = new StringBuilder();
        for (int next;
                output.indexOf(until) < 0 && (next = process.getInputStream().read()) >= 0; ) {
            output.append((char) next);
        }
        process.destroy();
        // Of a process that is ended its end of the pipe is closed.
        return ended(process, output.toString());
    }

    private Process started(Path folder, List<String> command) throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", home.resolve("bin").toString());
        builder.environment().put("FAKE", home.resolve("fake").toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("AWS_REGION", "eu-west-1");
        builder.environment().put("HOME", home.toString());
        builder.environment().put("TMPDIR", home.toString());
        return builder.start();
    }

    private static Ended ended(Process process, String output) throws IOException, InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("still running after a minute: " + output);
        }
        return new Ended(process.exitValue(), output);
    }

    /** A folder with Belay's own scripts and templates, in which a test changes what it likes. */
    Path copied() throws IOException {
        var root = home.resolve("root");
        for (var folder : List.of("scripts", "templates/aws", "templates/examples")) {
            Files.createDirectories(root.resolve(folder));
            try (var files = Files.list(Path.of("..", folder))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, root.resolve(folder).resolve(file.getFileName()), COPY_ATTRIBUTES);
                }
            }
        }
        return root;
    }

    /** A state of the cloud: that a file of that name is there. */
    void fake(String name, String text) throws IOException {
        Files.writeString(home.resolve("fake").resolve(name), text);
    }

    void system(String file, String text) throws IOException {
        Files.writeString(home.resolve("system").resolve(file), text);
    }

    String seen(String name) throws IOException {
        var file = home.resolve("fake").resolve(name);
        return Files.exists(file) ? Files.readString(file) : "";
    }

    /** The calls that change something, by their first two words. */
    List<String> writes() throws IOException {
        return seen("calls")
                .lines()
                .map(line -> String.join(" ", List.of(line.split(" ", 3)).subList(0, 2)))
                .filter(call -> !READS.contains(call))
                .toList();
    }

    /** A parameter of the stack, as CloudFormation has it now. */
    String parameter(String name) throws IOException {
        return seen("stack")
                .lines()
                .skip(1)
                .filter(line -> line.startsWith(name + "\t"))
                .map(line -> line.substring(name.length() + 1))
                .findFirst()
                .orElse("none");
    }

    /** The template that the stack has now. */
    Sam deployed() throws IOException {
        return new Sam(Yaml.read("template", seen("template")));
    }

    /** What was uploaded to where {@code address} says, of {@code s3://BUCKET/...}. */
    Path object(String address) {
        return home.resolve("fake/s3").resolve(address.replaceFirst("^s3://[^/]+/", ""));
    }

    void forget() throws IOException {
        Files.deleteIfExists(home.resolve("fake/calls"));
    }

    void without(String tool) throws IOException {
        Files.delete(home.resolve("bin").resolve(tool));
    }

    private static Path found(String tool) {
        return List.of("/usr/bin", "/bin", "/usr/local/bin").stream()
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + tool + " on this machine"));
    }

    static void program(Path file, String text) throws IOException {
        Files.writeString(file, text);
        if (!file.toFile().setExecutable(true)) {
            throw new IOException(file + " cannot be made a program");
        }
    }
}
