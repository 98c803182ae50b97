package io.belay.runtime.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.assembly.SystemTime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CommandLinesTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder = Path.of("");

    private int run(String... arguments) {
        return run(Map.of(), arguments);
    }

    private int run(Map<String, String> environment, String... arguments) {
        var console = new Console(
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                environment,
                false,
                new SystemTime());
        return CommandLines.run(console, arguments);
    }

    private String file(String checks) throws IOException {
        return Files.writeString(
                        folder.resolve("system.yaml"),
                        "system: s\nenvironment: test\nhealth:\n  checks:\n" + checks.indent(4))
                .toString();
    }

    private String wanting(boolean open) throws IOException {
        return file(
                "- name: port\n  tcp: { host: 127.0.0.1, port: " + unusedPort() + ", expect: { open: " + open + " } }");
    }

    private static int unusedPort() throws IOException {
        try (var unused = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return unused.getLocalPort();
        }
    }

    private String said() {
        return out.toString(UTF_8);
    }

    private String told() {
        return err.toString(UTF_8);
    }

    @Test
    void aPassExitsWithZeroAndPrintsATable() throws Exception {
        assertThat(run("health", "-f", wanting(false))).isZero();
        assertThat(said()).contains("pass").contains("port").doesNotContain("\u001b");
    }

    @Test
    void aFailExitsWithOne() throws Exception {
        assertThat(run("health", "-f", wanting(true))).isEqualTo(1);
        assertThat(said()).contains("FAIL").contains("open");
    }

    @Test
    void whatIsNotDoneInTimeExitsWithThree() throws Exception {
        var file = file("- { name: slow, wait: 50s, every: 40s, tcp: { host: 127.0.0.1, port: 1 } }");

        assertThat(run("health", "-f", file, "--within", "100ms")).isEqualTo(3);
        assertThat(said()).contains("unknown");
    }

    @Test
    void aWrongFileExitsWithTwoAndNamesThePlace() throws Exception {
        var file = file("- { name: web, htpp: { url: \"http://127.0.0.1\" } }");

        assertThat(run("health", "-f", file)).isEqualTo(2);
        assertThat(told()).contains("system.yaml:5:").contains("htpp").contains("http");
        assertThat(said()).isEmpty();
    }

    @Test
    void noFileExitsWithTwoAndSaysHowToNameOne() {
        assertThat(run("health")).isEqualTo(2);
        assertThat(told()).contains("BELAY_SYSTEM_FILE");
    }

    @Test
    void theFileMayComeFromTheEnvironment() throws Exception {
        assertThat(run(Map.of("BELAY_SYSTEM_FILE", wanting(false)), "health")).isZero();
    }

    @Test
    void aWrongOptionExitsWithTwo() {
        assertThat(run("health", "--jsn")).isEqualTo(2);
        assertThat(run("helth")).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
        assertThat(told()).contains("--jsn").contains("helth").contains("say which command");
    }

    @Test
    void aSpanWithoutAUnitExitsWithTwo() throws Exception {
        assertThat(run("health", "-f", wanting(false), "--within", "20")).isEqualTo(2);
        assertThat(told()).contains("--within").contains("20s");
    }

    @Test
    void aNameThatTheFileDoesNotHaveExitsWithTwoAndNamesThoseItHas() throws Exception {
        assertThat(run("health", "-f", wanting(false), "--only", "prt")).isEqualTo(2);
        assertThat(told()).contains("prt").contains("port");
    }

    @Test
    void jsonIsAllThatIsPrinted() throws Exception {
        assertThat(run("health", "-f", wanting(false), "--json")).isZero();
        assertThat(said()).startsWith("{\"belay\":\"report/1\"").endsWith("}\n");
        assertThat(told()).isEmpty();
    }

    @Test
    void twoFormsForOneStreamAreRefusedBeforeAnythingIsAsked() throws Exception {
        assertThat(run("health", "-f", wanting(false), "--json", "--prometheus"))
                .isEqualTo(2);
        assertThat(said()).isEmpty();
    }

    @Test
    void aReportIsShownAgainInEveryForm() throws Exception {
        run("health", "-f", wanting(true), "--json");
        var report = Files.writeString(folder.resolve("report.json"), said()).toString();
        out.reset();
        var page = folder.resolve("page.html");
        var junit = folder.resolve("junit.xml");

        var code = run("show", report, "--html", page.toString(), "--junit", junit.toString());

        assertThat(code).isEqualTo(1);
        assertThat(said()).contains("FAIL");
        assertThat(page).content().contains("<!doctype html>");
        assertThat(junit).content().contains("<testsuite");
    }

    @Test
    void whatIsNoReportIsRefused() throws Exception {
        assertThat(run(
                        "show",
                        Files.writeString(folder.resolve("no.json"), "{}").toString()))
                .isEqualTo(2);
        assertThat(told()).contains("holds no report");
    }

    @Test
    void aPageThatCannotBeWrittenExitsWithTwo() throws Exception {
        var nowhere = folder.resolve("missing").resolve("page.html").toString();

        assertThat(run("health", "-f", wanting(false), "--html", nowhere)).isEqualTo(2);
        assertThat(told()).contains("cannot be written");
    }

    @Test
    void theTraceOfAPipelineIsTheCorrelation() throws Exception {
        var parent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

        assertThat(run(Map.of("TRACEPARENT", parent), "health", "-f", wanting(false), "--json"))
                .isZero();
        assertThat(said()).contains("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @Test
    void validateAsksNobody() throws Exception {
        assertThat(run("validate", "-f", wanting(true))).isZero();
        assertThat(said()).contains("checks: 1, scenarios: 0, databases: 0, steps of a rollback: 0");
    }

    @Test
    void everyCommandExplainsItself() {
        for (var command : new String[] {"health", "migration-verify", "validate", "show", "schema"}) {
            assertThat(run(command, "--help")).isZero();
        }
        assertThat(said()).contains("Exit codes");
    }

    @Test
    void aFunctionWithoutASectionExitsWithTwoAndSaysWhich() throws Exception {
        for (var command : List.of(List.of("migration-verify"), List.of("migration-verify", "baseline"))) {
            var arguments = new ArrayList<>(command);
            arguments.addAll(List.of("-f", wanting(false)));

            assertThat(run(arguments.toArray(String[]::new))).isEqualTo(2);
        }
        assertThat(told()).contains("nothing under migrations").contains("migration-verify looks at");
        assertThat(said()).isEmpty();
    }

    @Test
    void aBaselineExplainsItself() {
        assertThat(run("migration-verify", "baseline", "--help")).isZero();
        assertThat(said()).contains("--output").contains("--only").contains("-f");
    }

    @Test
    void aBaselineHasOneForm() throws Exception {
        assertThat(run("migration-verify", "--json", "baseline", "-f", wanting(false)))
                .isEqualTo(2);
        assertThat(told()).contains("a baseline has one form");
    }

    @Test
    void aBaselineThatCannotBeTakenExitsWithThreeAndKeepsTheOneBefore() throws Exception {
        var file = Files.writeString(folder.resolve("databases.yaml"), """
                system: s
                environment: test
                migrations:
                  - name: shop
                    postgres: { host: 127.0.0.1, port: %d, database: shop, user: belay, password: "${env:PW}" }
                    expect: { tables: [orders] }
                """.formatted(unusedPort()));
        var kept = Files.writeString(folder.resolve("baseline.json"), "the one before");
        var password = Map.of("PW", "Kanarienvogel");
        var command = List.of("migration-verify", "baseline", "-f", file.toString());

        assertThat(run(password, command.toArray(String[]::new))).isEqualTo(3);
        var toFile = new ArrayList<>(command);
        toFile.addAll(List.of("-o", kept.toString()));
        assertThat(run(password, toFile.toArray(String[]::new))).isEqualTo(3);

        assertThat(said()).isEmpty();
        assertThat(told()).contains("shop could not be read").doesNotContain("Kanarienvogel", "\tat ");
        assertThat(kept).hasContent("the one before");
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("databases.yaml", "baseline.json");
    }

    @Test
    void thePageDoesNotOverwriteTheSystemFile() throws Exception {
        var file = wanting(false);
        var before = Files.readString(Path.of(file));

        assertThat(run("health", "-f", file, "--html", folder + "/./system.yaml"))
                .isEqualTo(2);

        assertThat(Files.readString(Path.of(file))).isEqualTo(before);
        assertThat(told()).contains("--html").contains("is the file that is read");
    }

    @Test
    void aFileThatCannotBeWrittenIsSaidBeforeAnythingIsAsked() throws Exception {
        assertThat(run("health", "-f", wanting(false), "--junit", folder + "/none/junit.xml"))
                .isEqualTo(2);

        assertThat(told()).contains("--junit").contains("its folder is not there");
        assertThat(said()).isEmpty();
    }

    @Test
    void twoFacesDoNotOverwriteOneAnother() throws Exception {
        var both = folder + "/report";

        assertThat(run("health", "-f", wanting(false), "--html", both, "--junit", both))
                .isEqualTo(2);
        assertThat(told()).contains("--html and --junit both write to");
    }

    @Test
    void whatWasMeasuredIsPrintedThoughItsPageCannotBeWritten() throws Exception {
        assertThat(run("health", "-f", wanting(false), "--html", "/dev/full")).isEqualTo(2);

        assertThat(said()).contains("pass").contains("port");
    }

    @Test
    void aReportWithoutEndIsNotRead() {
        assertThat(run("show", "/dev/zero")).isEqualTo(2);
        assertThat(told()).contains("/dev/zero is no regular file");
    }

    @Test
    void aSpanBeyondAllReckoningIsTheSystemFilesOwnLimit() throws Exception {
        assertThat(run("health", "-f", wanting(false), "--within", "999999999999d"))
                .isZero();
    }
}
