package io.belay.adapter.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.belay.core.Report;
import io.belay.core.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;

/** The page's head: what it may do, how it looks, what its tab shows. */
final class HtmlHead {
    private static final String STYLE = style();
    private static final String STYLE_HASH = hash(STYLE);

    private HtmlHead() {}

    static void write(Report report, Writer out) throws IOException {
        var page = new Markup(out);
        page.add("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.add(
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{}';"
                        + " img-src data:; base-uri 'none'; form-action 'none'\">\n",
                STYLE_HASH);
        page.add("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.add("<meta name=\"color-scheme\" content=\"light dark\">\n");
        page.add("<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"robots\" content=\"noindex\">\n");
        page.add(
                "<title>{} · {} · {} · {}</title>\n",
                Words.of(report.verdict()).toUpperCase(Locale.ROOT),
                Harmless.line(report.system()),
                Harmless.line(report.environment()),
                Harmless.line(report.function()));
        page.add("<link rel=\"icon\" href=\"data:image/svg+xml,{}\">\n", icon(report.verdict()));
        out.write("<style>" + STYLE + "</style>\n</head>\n");
    }

    /** A shape for each verdict, so that none is told by its colour alone. */
    static void shape(Verdict verdict, Markup page) throws IOException {
        page.add(
                "<svg aria-hidden=\"true\" viewBox=\"0 0 16 16\"><path d=\"{}\"/></svg>",
                switch (verdict) {
                    case PASS -> "M3.2 8.6l3.2 3.2 6.4-7";
                    case WARN -> "M8 2.8v6.4M8 12.6v.6";
                    case UNKNOWN -> "M5 5.6c0-3.8 6-3.8 6-.1C11 8 8 7.7 8 10M8 13v.4";
                    case FAIL -> "M3.8 3.8l8.4 8.4M12.2 3.8l-8.4 8.4";
                });
    }

    private static String icon(Verdict verdict) {
        var colour = switch (verdict) {
            case PASS -> "#2f9e62";
            case WARN -> "#d39319";
            case UNKNOWN -> "#7f6fd0";
            case FAIL -> "#d63c32";
        };
        var image = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'><circle cx='8' cy='8' r='7' fill='"
                + colour + "'/></svg>";
        return URLEncoder.encode(image, UTF_8).replace("+", "%20");
    }

    private static String style() {
        try (var file = requireNonNull(HtmlHead.class.getResourceAsStream("report.css"), "report.css")) {
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String style) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(style.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
