package io.belay.adapter.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.core.Verdict;
import java.io.StringWriter;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HtmlTest {
    private static final Pattern REFERENCE =
            Pattern.compile("(?:src|href|action|srcset|data)=\"([^\"]*)\"|url\\(|@import");
    private static final Pattern COLOUR = Pattern.compile("--([a-z-]+): #([0-9a-f]{6});");

    private final String harbor = Faces.HTML.text(Reports.harbor());
    private final String style = harbor.substring(harbor.indexOf("<style>") + 7, harbor.indexOf("</style>"));

    @Test
    void thePageAsksForNothingAndRunsNothing() {
        var page = harbor + Faces.HTML.text(Reports.report(List.of()));

        assertThat(REFERENCE.matcher(page).results().map(MatchResult::group))
                .allSatisfy(each -> assertThat(each).containsAnyOf("=\"#", "=\"data:image/svg+xml,"));
        assertThat(page).doesNotContain("<script", " style=", " onclick");
    }

    @Test
    void thePolicyAllowsThisStyleAlone() throws Exception {
        var hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(style.getBytes(UTF_8)));

        assertThat(harbor).contains("content=\"default-src 'none'; style-src 'sha256-" + hash + "';");
    }

    @Test
    void whateverIsPutInIsEscaped() throws Exception {
        var out = new StringWriter();

        new Markup(out).add("<a title=\"{}\">{}</a>", "\"'><b>", "<i>&amp;</i>{}");

        assertThat(out.toString())
                .isEqualTo("<a title=\"&quot;&#39;&gt;&lt;b&gt;\">&lt;i&gt;&amp;amp;&lt;/i&gt;{}</a>");
    }

    @Test
    void aTemplateThatDoesNotFitItsValuesIsABug() {
        var markup = new Markup(new StringWriter());

        assertThatThrownBy(() -> markup.add("{}", "a", "b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> markup.add("{} {}", "a")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noHostileTextOpensAnElement() {
        var page = Faces.HTML.text(Reports.hostile());

        assertThat(page).doesNotContain("<script", "<img", "<h1 class=injected", "\"><img", "<![CDATA[", "-->");
    }

    @Test
    void theWorstComesFirstAndIsOpen() {
        assertThat(Stream.of("fail", "unknown", "warn", "pass")
                        .map(word -> harbor.indexOf("<li class=\"finding " + word)))
                .isSorted()
                .doesNotContain(-1);
        assertThat(harbor)
                .contains("<li class=\"finding fail\"><details open>", "<li class=\"finding pass\"><details><");
    }

    @Test
    void whatIsLeftOutIsTheBest() {
        var page = Faces.HTML.text(Reports.many(10_000));

        assertThat(page.split("<li class=\"finding fail", -1)).hasSize(101);
        assertThat(page.split("<li class=\"finding ", -1)).hasSize(Html.MOST_FINDINGS + 1);
        assertThat(page.contains("8,000 more findings are in the JSON: this page holds the worst 2,000."))
                .isTrue();
    }

    @Test
    void theSentenceCounts() {
        var pass = Reports.finding("a", "http", "", Verdict.PASS, "", Duration.ZERO);

        assertThat(harbor).contains("<p class=\"lede\">2 failed, 1 unknown, 1 warned, 2 passed.</p>");
        assertThat(Faces.HTML.text(Reports.report(List.of())))
                .contains(">Nothing was measured.<", "<h1>", "Unknown</h1>");
        assertThat(Faces.HTML.text(Reports.report(List.of(pass)))).contains(">The one finding passed.<");
        assertThat(Faces.HTML.text(Reports.report(List.of(pass, pass)))).contains(">All 2 findings passed.<");
    }

    @Test
    void everyTextStandsOutFromItsGround() {
        var dark = style.indexOf("prefers-color-scheme: dark");
        for (var theme : List.of(style.substring(0, dark), style.substring(dark, style.indexOf(".pass {")))) {
            for (var pair : List.of(
                    "ink page",
                    "ink card",
                    "muted page",
                    "muted card",
                    "ink fail-soft",
                    "page ink",
                    "pass page",
                    "pass pass-soft",
                    "warn page",
                    "warn warn-soft",
                    "unknown page",
                    "unknown unknown-soft",
                    "fail page",
                    "fail fail-soft",
                    "ink warn-soft",
                    "fail warn-soft",
                    "pass warn-soft",
                    "muted warn-soft",
                    "muted fail-soft")) {
                assertThat(contrast(theme, pair.split(" ", -1))).as(pair).isGreaterThanOrEqualTo(4.5);
            }
        }
    }

    /** WCAG 2.2's contrast ratio of two of the theme's colours. */
    private static double contrast(String theme, String... pair) {
        var one = luminance(theme, pair[0]);
        var other = luminance(theme, pair[1]);
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private static double luminance(String theme, String name) {
        var rgb = COLOUR.matcher(theme)
                .results()
                .filter(match -> match.group(1).equals(name))
                .mapToInt(match -> Integer.parseInt(match.group(2), 16))
                .findFirst()
                .orElseThrow();
        return 0.2126 * linear(rgb >> 16 & 0xff) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int channel) {
        var part = channel / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
