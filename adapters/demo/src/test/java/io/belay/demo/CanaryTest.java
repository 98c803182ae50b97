package io.belay.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.adapter.report.ReportReader;
import io.belay.assembly.Bundle;
import io.belay.core.Verdict;
import io.belay.demo.harbor.Harbor;
import io.belay.demo.harbor.HarborFile;
import io.belay.demo.harbor.HarborOptions;
import io.belay.demo.harbor.Progress;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A secret goes everywhere that a value can flow, to servers that tell all they hear, and comes out nowhere. */
final class CanaryTest {

    private static final Path EXAMPLES = Path.of("..", "..", "templates", "examples");

    /** Fit for a header. */
    private static final String PLAIN = "Kanarienvogel-zwitschert-4711";

    /** Another in each encoding. */
    private static final String ODD = "Piep/matz+singt \"laut\" & <gern>=%25\\o";

    /** As it stands in a URL; who decodes it says it otherwise. */
    private static final String ENCODED = "Zeisig%2Ftrillert%3D%26mehr";

    /** What is left of the odd one whatever is escaped. */
    private static final List<String> CRUMBS =
            List.of("matz", "singt", "laut", "Kanarien", "zwitschert", "Zeisig", "trillert");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void noFaceAndNoDoorTellsASecret() throws Exception {
        try (var harbor = Harbor.start(HarborOptions.standard(), Progress.SILENT);
                var echo = new Echo();
                var resource = Objects.requireNonNull(CanaryTest.class.getResourceAsStream("canary.yaml"))) {
            var file = Files.write(folder.resolve("canary.yaml"), resource.readAllBytes());
            var environment = new HashMap<>(harbor.environment());
            environment.put("ECHO", "http://127.0.0.1:" + echo.port());
            environment.put("ECHO_PORT", "" + echo.port());
            environment.put("DEAD", "" + freePort());
            environment.putIfAbsent("HARBOR_REDIS_PORT", environment.get("DEAD"));
            environment.put("PLAIN", PLAIN);
            environment.put("ODD", ODD);
            environment.put("ENCODED", ENCODED);
            try (var doors = new AllDoors(file, environment)) {
                var said = everything(doors);

                assertThat(said.get("besides")).doesNotContain("not-open");
                var report = ReportReader.read(said.getOrDefault("--json", ""));
                assertThat(report.findings()).noneMatch(each -> each.verdict() == Verdict.PASS);
                assertThat(said.get("--json")).contains("${env:ODD}", "${env:PLAIN}", "${env:ENCODED}");
                var databases = ReportReader.read(said.getOrDefault("migrations --json", ""));
                assertThat(databases.findings()).hasSize(5).noneMatch(each -> each.verdict() == Verdict.PASS);
                assertThat(said.get("migrations --json")).contains("${env:ODD}", "${env:PLAIN}");
                assertThat(echo.heard()).contains(PLAIN, ODD, ENCODED, "Zeisig/trillert=&mehr");
                tellNone(
                        said,
                        Stream.of(PLAIN, ODD, ENCODED)
                                .flatMap(CanaryTest::forms)
                                .toList(),
                        CRUMBS);
            }
        }
    }

    @Test
    void harborsOwnSecretsAreToldByNobody() throws Exception {
        try (var harbor = Harbor.start(HarborOptions.standard(), Progress.SILENT)) {
            var file = HarborFile.put(folder, EXAMPLES, harbor);
            var secrets = harbor.environment().entrySet().stream()
                    .filter(each -> each.getKey().endsWith("PASSWORD"))
                    .map(Map.Entry::getValue)
                    .toList();
            assertThat(secrets).hasSizeGreaterThanOrEqualTo(2);
            try (var doors = new AllDoors(file, harbor.environment())) {
                tellNone(
                        everything(doors),
                        secrets.stream().flatMap(CanaryTest::forms).toList(),
                        List.of());
            }
        }
    }

    @Test
    void aSecretThatIsNoCertificateIsRefusedUnseen() throws Exception {
        var file = Files.writeString(folder.resolve("wrong.yaml"), """
                system: canary
                environment: test
                health:
                  checks:
                    - name: ca
                      tls: { host: 127.0.0.1, port: 1, ca: "${env:ODD}" }
                    - name: ca too
                      http: { url: "https://127.0.0.1:1/", ca: "${env:PLAIN}" }
                    - name: user and no host
                      http: { url: "${env:ODD}" }
                    - name: condition
                      http: { url: "http://127.0.0.1:1/", expect: { status: "${env:ODD}" } }
                """);
        try (var doors = new AllDoors(file, Map.of("PLAIN", PLAIN, "ODD", ODD))) {
            var said = everything(doors);

            assertThat(doors.exit("validate", "-f", file.toString())).isEqualTo(2);
            assertThat(said.get("besides")).contains("wrong.yaml", "not-open");
            tellNone(said, Stream.concat(forms(PLAIN), forms(ODD)).toList(), CRUMBS);
        }
    }

    private Map<String, String> everything(AllDoors doors) throws Exception {
        var page = folder.resolve("report.html");
        var junit = folder.resolve("report.xml");
        var said = new LinkedHashMap<String, String>();
        said.put("--json", doors.health("--json"));
        said.put("table", doors.health("--html", page.toString(), "--junit", junit.toString()));
        said.put("--html", Files.exists(page) ? Files.readString(page) : "");
        said.put("--junit", Files.exists(junit) ? Files.readString(junit) : "");
        said.put("--prometheus", doors.health("--prometheus"));
        said.put("validate", doors.onFile("validate"));
        var kept = Files.writeString(folder.resolve("kept.json"), said.get("--json"));
        said.put("show", doors.commandLine("show", kept.toString()));
        said.put("Function Compute", doors.functionCompute());
        for (var accept : List.of("application/json", "text/html", "text/plain", "application/junit+xml")) {
            var answer = doors.page("/health", accept);
            said.put("Function Compute, " + accept, answer.headers().map() + answer.body());
        }
        said.put("/metrics", doors.page("/metrics", "*/*").body());
        said.put("Lambda", lambda(doors, Bundle.HEALTH));
        said.put("migrations --json", doors.onFile("migration-verify", "--json"));
        said.put("migrations table", doors.onFile("migration-verify"));
        said.put("migrations --prometheus", doors.onFile("migration-verify", "--prometheus"));
        for (var accept : List.of("text/html", "application/junit+xml")) {
            said.put(
                    "migrations, " + accept,
                    doors.page("/migration-verify", accept).body());
        }
        said.put("migrations, Lambda", lambda(doors, Bundle.MIGRATION_VERIFY));
        for (var name : List.of("log-in that postgres refuses", "postgres to nobody")) {
            var whole = new String[] {
                "migration-verify",
                "--only",
                name,
                "baseline",
                "-f",
                doors.file().toString()
            };
            said.put("baseline of " + name, doors.commandLine(whole));
        }
        said.put("besides", doors.besides());
        return said;
    }

    private static String lambda(AllDoors doors, String function) throws Exception {
        try {
            return doors.lambda(function, "{}");
        } catch (RuntimeException shut) {
            return shut.toString();
        }
    }

    private static void tellNone(Map<String, String> said, List<String> forms, List<String> crumbs) {
        var untold = new SoftAssertions();
        said.forEach((who, what) -> {
            forms.forEach(form -> untold.assertThat(what.contains(form))
                    .as("%s tells %s: ...%s", who, form, around(what, form))
                    .isFalse());
            crumbs.forEach(crumb -> untold.assertThat(what.contains(crumb))
                    .as("%s tells of %s: ...%s", who, crumb, around(what, crumb))
                    .isFalse());
        });
        untold.assertAll();
    }

    private static String around(String text, String form) {
        var at = text.indexOf(form);
        return at < 0 ? "" : text.substring(Math.max(0, at - 120), Math.min(text.length(), at + 120));
    }

    private static Stream<String> forms(String secret) {
        var percent = URLEncoder.encode(secret, UTF_8);
        var plain = Stream.of(
                secret,
                percent,
                percent.replace("+", "%20"),
                percent.toLowerCase(Locale.ROOT),
                secret.replace("\"", "\\\""));
        return Stream.concat(plain, Stream.of("", "a", "ab").map(before -> inBase64(before, secret)))
                .distinct();
    }

    /** What every Base64 text shares that holds the secret behind as many bytes. */
    private static String inBase64(String before, String secret) {
        var whole = Base64.getEncoder().encodeToString((before + secret).getBytes(UTF_8));
        return whole.substring(4, whole.length() - 4);
    }

    private static int freePort() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
