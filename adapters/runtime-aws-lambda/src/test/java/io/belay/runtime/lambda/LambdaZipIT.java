package io.belay.runtime.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.belay.adapter.aws.testkit.RuntimeApi;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** What Lambda is given. Runs once the zip is made: {@code scripts/package}. */
@EnabledIfSystemProperty(
        named = "belay.zip",
        matches = ".+",
        disabledReason = "there is no zip: scripts/package makes it, and tests it")
@Timeout(180)
final class LambdaZipIT {
    private static final Path ZIP = Path.of(System.getProperty("belay.zip", "none"));

    /** What Lambda takes by its API, in bytes (its documentation, quotas: 50 MB zipped). */
    private static final long LARGEST = 50_000_000;

    /** What Lambda makes of it, in bytes (the same: 250 MB unzipped). */
    private static final long LARGEST_UNPACKED = 250_000_000;

    @TempDir
    private static Path task;

    private static final List<String> NAMES = new ArrayList<>();
    private static final List<Path> JARS = new ArrayList<>();

    @BeforeAll
    static void unpack() throws IOException {
        try (var zip = new ZipFile(ZIP.toFile())) {
            for (var entry : zip.stream().toList()) {
                NAMES.add(entry.getName());
                if (!entry.isDirectory()) {
                    var file = task.resolve(entry.getName());
                    Files.createDirectories(file.getParent());
                    Files.copy(zip.getInputStream(entry), file);
                    if (entry.getName().endsWith(".jar")) {
                        JARS.add(file);
                    }
                }
            }
        }
    }

    private static List<String> entries(Path jar) {
        try (var zip = new ZipFile(jar.toFile())) {
            return zip.stream().map(ZipEntry::getName).toList();
        } catch (IOException unreadable) {
            throw new AssertionError(jar.toString(), unreadable);
        }
    }

    private static List<String> handlers() throws IOException {
        try (var classes = Files.list(Path.of("target/classes/io/belay/runtime/lambda"))) {
            return classes.map(each -> each.getFileName().toString())
                    .filter(name -> name.endsWith("Handler.class"))
                    .map(name -> "io.belay.runtime.lambda." + name.replace(".class", ""))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void isAsSmallAsLambdaTakes() throws IOException {
        assertThat(Files.size(ZIP)).isLessThan(LARGEST);
        assertThat(JARS.stream().mapToLong(each -> each.toFile().length()).sum())
                .isLessThan(LARGEST_UNPACKED);
    }

    /** Without which two builds could not give the same bytes; that they do, {@code scripts/reproduce} shows. */
    @Test
    void isInOrderAndTellsNoTime() throws IOException {
        try (var zip = new ZipFile(ZIP.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getTimeLocal).distinct()).hasSize(1);
        }
        assertThat(NAMES).allMatch(name -> name.matches("lib/([\\w.+-]+\\.jar)?|licences/([\\w.-]+)?"));
        assertThat(NAMES.stream().filter(name -> !name.endsWith("/"))).isSorted();
    }

    /** A line of {@code THIRD-PARTY.txt}: a library, its licence, and the file that holds the text, or {@code jar}. */
    private static Map<String, String> texts() throws IOException {
        return Pattern.compile("^\\S+:(\\S+) +\\S+ +(\\S+)$", Pattern.MULTILINE)
                .matcher(Files.readString(task.resolve("licences/THIRD-PARTY.txt")))
                .results()
                .collect(Collectors.toMap(line -> line.group(1), line -> line.group(2)));
    }

    private static String library(Path jar) {
        return jar.getFileName().toString().replaceFirst("-\\d[\\w.]*(-SNAPSHOT)?\\.jar$", "");
    }

    @Test
    void theLicenceOfEachLibraryIsSaidAndItsTextIsThere() throws IOException {
        var texts = texts();
        var theirs =
                JARS.stream().filter(jar -> !library(jar).startsWith("belay-")).toList();

        assertThat(theirs).hasSizeGreaterThan(50);
        for (var jar : theirs) {
            var text = texts.getOrDefault(library(jar), "nowhere");
            if (text.equals("jar")) {
                assertThat(entries(jar)).as(jar.toString()).anyMatch(name -> name.matches("(?i)META-INF/licen[cs]e.*"));
            } else {
                assertThat(task.resolve("licences/" + text)).as(jar.toString()).isNotEmptyFile();
            }
        }
        assertThat(task.resolve("licences/LICENSE")).hasSameTextualContentAs(Path.of("../../LICENSE"));
    }

    @Test
    void eachHandlerIsThereAndNeedsNothingElse() throws Exception {
        var urls = new ArrayList<URL>();
        for (var jar : JARS) {
            urls.add(jar.toUri().toURL());
        }
        assertThat(handlers()).hasSizeGreaterThan(10);
        try (var alone = new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            for (var name : handlers()) {
                var handler = alone.loadClass(name).getConstructor().newInstance();

                assertThat(handler.getClass().getInterfaces())
                        .extracting(Class::getName)
                        .contains(RequestStreamHandler.class.getName());
            }
        }
    }

    @Test
    void noClassIsThereTwice() {
        var seen = new HashSet<String>();
        var twice = JARS.stream()
                .flatMap(jar -> entries(jar).stream())
                .filter(name -> name.endsWith(".class") && !name.endsWith("module-info.class"))
                .filter(name -> !seen.add(name))
                .toList();

        assertThat(twice).isEmpty();
    }

    @Test
    void nothingOfTheTestsIsThereAndNothingOfBenchmarks() {
        assertThat(NAMES)
                .noneMatch(
                        name -> name.matches(".*(testkit|-tests|junit|assertj|jqwik|embedded|flyway|liquibase|jmh).*"));
    }

    @Test
    void librariesLogToNobody() {
        assertThat(NAMES).noneMatch(name -> name.matches(".*(logback|log4j|slf4j-simple|slf4j-jdk14|jboss-logging).*"));
        assertThat(JARS.stream()
                        .filter(jar -> entries(jar).contains("META-INF/services/org.slf4j.spi.SLF4JServiceProvider"))
                        .map(jar -> jar.getFileName().toString()))
                .singleElement()
                .asString()
                .startsWith("slf4j-nop");
    }

    /** As the managed runtime does it: the client has a class path of its own, and finds the handler in its working directory. */
    @Test
    void answersUnderTheRuntimeInterfaceClient() throws Exception {
        var file = Files.writeString(task.resolve("system.yaml"), """
                system: harbor
                environment: test
                health:
                  checks:
                    - name: nobody listens on the discard port
                      tcp: { host: 127.0.0.1, port: 9, expect: { open: false } }
                """);
        var out = Files.createTempFile(task, "out", ".txt");
        try (var api = new RuntimeApi()) {
            var builder = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    runtimeItself(),
                    "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
                    "io.belay.runtime.lambda.HealthHandler::handleRequest");
            builder.environment().keySet().removeIf(name -> name.startsWith("BELAY_"));
            builder.environment().put("AWS_LAMBDA_RUNTIME_API", api.address());
            builder.environment().put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512");
            builder.environment().put("BELAY_SYSTEM_FILE", file.toString());
            var client = builder.directory(task.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            try {
                var outcome = api.invoke("{}", Duration.ofSeconds(30)).get(90, TimeUnit.SECONDS);

                assertThat(outcome.way()).as(Files.readString(out)).isEqualTo("response");
                assertThat(outcome.body()).containsIgnoringCase("\"pass\"");
            } finally {
                client.destroyForcibly().waitFor();
            }
        }
    }

    private static String runtimeItself() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(each -> Stream.of("aws-lambda-java-", "utils-lite")
                        .anyMatch(Path.of(each).getFileName().toString()::startsWith))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
