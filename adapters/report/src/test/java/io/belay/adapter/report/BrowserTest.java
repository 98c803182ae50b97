package io.belay.adapter.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.testkit.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser: framed by one that looks at it with a script, since it has none of its own. */
class BrowserTest {
    private static final Pattern SEEN = Pattern.compile("<pre id=\"seen\">([^<]*)</pre>");
    private static final Pattern POLICY = Pattern.compile("<meta http-equiv=\"Content-Security-Policy\"[^>]*>");

    @TempDir
    private Path folder;

    @Test
    void thePageIsWholeOnAPhone() throws Exception {
        var seen = look(Faces.HTML.text(Reports.harbor()), 360);

        assertThat(seen)
                .containsEntry("title", "FAIL · harbor · prod · health")
                .containsEntry("heading", "Fail")
                .containsEntry("findings", "6")
                .containsEntry("open", "6")
                .containsEntry("styled", "5px")
                .containsEntry("aloof", "0")
                .containsEntry("spill", "0");
    }

    @Test
    void thePageIsWholeOnAWideScreen() throws Exception {
        var seen = look(Faces.HTML.text(Reports.harbor()), 1_440);

        assertThat(seen).containsEntry("spill", "0").containsEntry("findings", "6");
    }

    @Test
    void aFilterShowsItsOwnAlone() throws Exception {
        var seen = look(Faces.HTML.text(Reports.harbor()), 800);

        assertThat(seen).containsEntry("all", "6").containsEntry("failed", "2").containsEntry("passed", "2");
    }

    @Test
    void hostileTextsNeitherRunNorBreakThePage() throws Exception {
        for (var width : new int[] {360, 1_280}) {
            assertHarmless(look(Faces.HTML.text(Reports.hostile()), width));
        }
    }

    @Test
    void aSchemasDifferenceIsWholeAtAnyWidth() throws Exception {
        for (var width : new int[] {360, 1_440}) {
            assertThat(look(Faces.HTML.text(Databases.harbor()), width))
                    .containsEntry("findings", "3")
                    .containsEntry("spill", "0");
            assertThat(look(Faces.HTML.text(Databases.differing(40, 300)), width))
                    .containsEntry("spill", "0");
        }
    }

    @Test
    void hostileNamesInASchemaNeitherRunNorBreakThePage() throws Exception {
        assertThat(look(Faces.HTML.text(Databases.hostile()), 360))
                .containsEntry("outer", "frame")
                .containsEntry("findings", Integer.toString(Reports.HOSTILE.size()))
                .containsEntry("headings", "1")
                .containsEntry("handlers", "0")
                .containsEntry("spill", "0");
    }

    @Test
    void hostileTextsDoNotRunEvenWithoutThePolicy() throws Exception {
        var page = POLICY.matcher(Faces.HTML.text(Reports.hostile())).replaceFirst("");

        assertHarmless(look(page, 800));
    }

    @Test
    void aHugeReportIsShown() throws Exception {
        var seen = look(Faces.HTML.text(Reports.many(10_000)), 1_280);

        assertThat(seen).containsEntry("findings", "2000").containsEntry("failed", "100");
    }

    private static void assertHarmless(Map<String, String> seen) {
        assertThat(seen)
                .hasEntrySatisfying("title", title -> assertThat(title).startsWith("FAIL · harbor\"><script>"))
                .containsEntry("outer", "frame")
                .containsEntry("findings", Integer.toString(2 * Reports.HOSTILE.size()))
                .containsEntry("headings", "1")
                .containsEntry("aloof", "0")
                .containsEntry("handlers", "0")
                .containsEntry("spill", "0");
    }

    /** What a browser makes of {@code page} in a window of {@code width}. */
    private Map<String, String> look(String page, int width) throws IOException, InterruptedException {
        var chromium = Programs.path("chromium", "chromium");
        var frame = folder.resolve("frame.html");
        Files.writeString(
                frame,
                template().replace("{width}", Integer.toString(width)).replace("{page}", Markup.escaped(page)),
                UTF_8);
        var dump = folder.resolve("dump.html");
        var process = new ProcessBuilder(
                        chromium.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--window-size=1600,1200",
                        "--dump-dom",
                        frame.toUri().toString())
                .redirectOutput(dump.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
        var seen = SEEN.matcher(Files.readString(dump, UTF_8));
        assertThat(seen.find()).as("the frame's script ran").isTrue();
        return Arrays.stream(seen.group(1).split("\n", -1))
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> pair[0], pair -> pair[1].replace("&gt;", ">").replace("&lt;", "<")));
    }

    private static String template() throws IOException {
        try (var file = requireNonNull(BrowserTest.class.getResourceAsStream("frame.html"))) {
            return new String(file.readAllBytes(), UTF_8);
        }
    }
}
