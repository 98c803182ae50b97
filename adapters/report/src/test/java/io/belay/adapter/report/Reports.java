package io.belay.adapter.report;

import io.belay.core.Correlation;
import io.belay.core.Evidence;
import io.belay.core.Finding;
import io.belay.core.Report;
import io.belay.core.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The reports that every face is tried with. */
final class Reports {
    /** Each of these has broken some face somewhere: out of an element, an attribute, a line, a terminal, a label. */
    static final List<String> HOSTILE = List.of(
            "<script>document.title='owned'</script>",
            "\"><img src=x onerror=\"document.title='owned'\">",
            "' onmouseover='document.title=1",
            "</style></title></details></svg><h1 class=injected>owned</h1>",
            "--><!--",
            "]]>",
            "<![CDATA[x]]>",
            "&lt;b&gt;&#60;script&#62;",
            "javascript:document.title='owned'",
            "nul\u0000 bell\u0007 backspace\b",
            "\u001b[2J\u001b[31mred\u001b]0;owned\u0007",
            "\u009b31mC1",
            "one\ntwo\r\nthree\ttab",
            "\n\n# HELP belay_owned owned\nbelay_owned 1\n",
            "label\",owned=\"1\"} 1",
            "back\\slash \\n \\",
            "abc\u202egnp.exe\u202c",
            "\u2066isolate\u2069 \u200fright \u200bzero\u200dwidth\ufeff",
            "lone \ud83d surrogate \ude00",
            "not characters \ufffe \uffff",
            "line\u2028paragraph\u2029separator",
            "港口健康检查 テスト 한국어",
            "🚢🚢 wide 👩‍👩‍👧 family",
            "z" + "\u0300\u0301\u0302\u0303\u0304".repeat(50) + "algo",
            "${env:HOME} {{token}} %s %n {0}",
            "a".repeat(100_000),
            "🚢".repeat(30_000),
            "\u001b".repeat(5_000),
            "");

    private Reports() {}

    /** A well-meant report with every verdict, a scenario and samples. */
    static Report harbor() {
        var url = "https://api.harbor.example/health";
        return report(List.of(
                finding(
                        "api",
                        "http",
                        url,
                        Verdict.PASS,
                        "200 in 48ms",
                        Duration.ofMillis(48),
                        Evidence.compared("status", "200", "200", true),
                        Evidence.compared("json $.status", "healthy", "healthy", true),
                        Evidence.compared("latency", "<= 500ms", "48ms", true)),
                finding(
                        "certificate",
                        "tls",
                        "api.harbor.example:443",
                        Verdict.FAIL,
                        "leaf-valid-for is 12d, expected >= 30d",
                        Duration.ofNanos(21_512_345),
                        Evidence.compared("leaf-valid-for", ">= 30d", "12d", false),
                        Evidence.compared("chain-valid-for", ">= 14d", "411d", true),
                        Evidence.noted("protocol", "TLSv1.3")),
                finding(
                        "no writes on the query side",
                        "http",
                        "https://api.harbor.example/orders",
                        Verdict.WARN,
                        "status is 200, expected 404 or 405",
                        Duration.ofMillis(31),
                        Evidence.compared("status", "404 or 405", "200", false)),
                finding(
                        "orders database",
                        "postgresql",
                        "db.harbor.example:5432/orders",
                        Verdict.UNKNOWN,
                        "timed out: connecting",
                        Duration.ofSeconds(5)),
                new Finding(
                        "latency",
                        "http",
                        url,
                        Verdict.PASS,
                        "p95 70.4ms, p99 113ms over 50 samples",
                        List.of(
                                Evidence.compared("p95", "<= 200ms", "70.4ms", true),
                                Evidence.compared("p99", "<= 500ms", "113ms", true)),
                        Duration.ofMillis(2_613),
                        samples(),
                        List.of()),
                logIn()));
    }

    private static Finding logIn() {
        return new Finding(
                "log in and order",
                "scenario",
                "3 steps",
                Verdict.FAIL,
                "order: status is 500, expected 201",
                List.of(),
                Duration.ofMillis(233),
                List.of(),
                List.of(
                        finding(
                                "log in",
                                "http",
                                "POST https://api.harbor.example/login",
                                Verdict.PASS,
                                "200 in 91ms",
                                Duration.ofMillis(91),
                                Evidence.compared("status", "200", "200", true)),
                        finding(
                                "order",
                                "http",
                                "POST https://api.harbor.example/orders",
                                Verdict.FAIL,
                                "status is 500, expected 201",
                                Duration.ofMillis(120),
                                Evidence.compared("status", "201", "500", false),
                                Evidence.noted(
                                        "body",
                                        "{\"error\":\"no berth\",\n \"trace\":\"org.postgresql.util.PSQLException: ERROR: relation"
                                                + " \\\"berths\\\" does not exist\"}")),
                        finding(
                                "delete the order",
                                "http",
                                "DELETE https://api.harbor.example/orders/{{order}}",
                                Verdict.UNKNOWN,
                                "not run: order was not captured",
                                Duration.ZERO)));
    }

    /** Every hostile text in every place that holds a text. */
    static Report hostile() {
        return new Report(
                "health<b>\"\n",
                "harbor\"><script>document.title='owned'</script>\u001b[2J\u202e",
                "prod</title>\n&\\\"",
                new Correlation("0af7651916cd43dd8448eb211c80319c"),
                Instant.EPOCH,
                Duration.ofDays(400),
                HOSTILE.stream()
                        .flatMap(text -> Stream.of(Verdict.FAIL, Verdict.PASS)
                                .map(verdict -> new Finding(
                                        text,
                                        text,
                                        text,
                                        verdict,
                                        text,
                                        List.of(Evidence.compared(text, text, text, false), Evidence.noted(text, text)),
                                        Duration.ofNanos(1),
                                        List.of(Duration.ZERO, Duration.ofNanos(1), Duration.ofDays(9)),
                                        List.of(finding(
                                                text,
                                                text,
                                                text,
                                                verdict,
                                                text,
                                                Duration.ZERO,
                                                Evidence.noted(text, text))))))
                        .toList());
    }

    /** A report of {@code count} findings, a hundredth of them failed. */
    static Report many(int count) {
        return report(IntStream.range(0, count)
                .mapToObj(i -> finding(
                        "check " + i,
                        "http",
                        "https://host-" + i % 100 + ".example/" + i,
                        i % 100 == 0 ? Verdict.FAIL : Verdict.PASS,
                        i % 100 == 0 ? "status is 500, expected 200" : "200 in " + i % 400 + "ms",
                        Duration.ofMillis(i % 400),
                        Evidence.compared("status", "200", i % 100 == 0 ? "500" : "200", i % 100 != 0)))
                .toList());
    }

    static Report report(List<Finding> findings) {
        return new Report(
                "health",
                "harbor",
                "prod",
                new Correlation("0af7651916cd43dd8448eb211c80319c"),
                Instant.parse("2026-11-21T08:00:00Z"),
                Duration.ofMillis(5_004),
                findings);
    }

    static Finding finding(
            String subject,
            String kind,
            String target,
            Verdict verdict,
            String summary,
            Duration took,
            Evidence... evidence) {
        return new Finding(subject, kind, target, verdict, summary, List.of(evidence), took);
    }

    private static List<Duration> samples() {
        var random = new Random(7);
        return IntStream.range(0, 50)
                .mapToObj(i -> Duration.ofNanos((long) (38e6 + Math.exp(random.nextGaussian() * 0.9) * 8e6)))
                .toList();
    }
}
