package io.belay.runtime.fc.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What it is our own for: a first answer loads little. */
@Timeout(120)
final class ColdStartTest {
    /** One answer and the end. */
    public static void main(String[] arguments) throws Exception {
        try (var echo = new Echo(Echo.PATIENT)) {
            var said = Sockets.once(echo.port(), "GET /a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            System.out.println("answered " + HttpDate.of(InstantSource.system().millis() / 1000) + said.length());
        }
    }

    @Test
    void anAnswerReadsNoLocaleFormatsNoDateAndLooksForNoLogger() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-Xlog:class+load",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ColdStartTest.class.getName())
                .redirectErrorStream(true)
                .start();
        var loaded = new String(process.getInputStream().readAllBytes(), US_ASCII);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

        assertThat(loaded)
                .contains("answered ", Connection.class.getName())
                .doesNotContain(
                        "com.sun.net.httpserver",
                        "sun.util.locale.provider",
                        "sun.util.cldr",
                        "java.time.format.DateTimeFormatterBuilder",
                        "java.util.Formatter ",
                        "java.util.regex.Matcher",
                        "java.math.BigDecimal",
                        "java.lang.System$Logger ");
    }
}
