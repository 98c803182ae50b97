package io.belay.adapter.jdbc.schema;

import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Expressions as an engine renders them, without what varies from one rendering to the next. */
final class Expressions {
    /** A literal that is cast, or one alone. */
    private static final Pattern LITERAL =
            Pattern.compile("('(?:[^']|'')*+')(?:::[\\w .\"\\[\\](),]+)?", Pattern.DOTALL);

    private static final Pattern CAST_NULL = Pattern.compile("(?i)null(?:::.*)?", Pattern.DOTALL);
    private static final Pattern NOW = Pattern.compile("(?i)(?:now\\(\\)|current_timestamp(\\([1-6]\\))?(?:\\(\\))?)");
    private static final Pattern INTRODUCER = Pattern.compile("_(?:utf8mb[34]|utf8|latin1|binary|ascii)\\\\?(?=')");
    private static final Pattern QUOTED = Pattern.compile("`([A-Za-z_][A-Za-z0-9_$]*)`");

    private static final Pattern ASIDE = Pattern.compile("'(?:[^']|'')*+'|\"(?:[^\"]|\"\")*+\"");
    private static final Pattern PUT_ASIDE = Pattern.compile("\u0001(\\d{1,9})\u0001");
    private static final Pattern TEXT_CAST =
            Pattern.compile("::(?:text|bpchar|character varying|character)(?:\\(\\d+\\))?(?:\\[])?(?![\\w])");
    private static final Pattern LONE =
            Pattern.compile("(?<![\\w\u0001])\\(([\\w.\u0001]++|ARRAY\\[[^\\[\\]()]*+])\\)");
    private static final int MOST_BRACKETS = 8;

    private Expressions() {}

    /** A default: no cast of a plain literal, one word for the present, nothing for null. */
    static Optional<String> fallback(String expression) {
        var text = expression.strip();
        if (CAST_NULL.matcher(text).matches()) {
            return Optional.empty();
        }
        var literal = LITERAL.matcher(text);
        if (literal.matches()) {
            return Optional.of(literal.group(1));
        }
        var now = NOW.matcher(text);
        if (now.matches()) {
            return Optional.of("current_timestamp" + (now.group(1) == null ? "" : now.group(1)));
        }
        return Optional.of(bare(text));
    }

    /** Without the brackets around the whole of it. */
    static String bare(String expression) {
        var text = expression.strip();
        while (text.startsWith("(") && closing(text) == text.length() - 1) {
            text = text.substring(1, text.length() - 1).strip();
        }
        return text;
    }

    /** Where the bracket that opens {@code text} closes; beyond its end where it does not. */
    private static int closing(String text) {
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (quote != 0) {
                quote = each == quote ? 0 : quote;
            } else if (each == '\'' || each == '"' || each == '`') {
                quote = each;
            } else if (each == '(') {
                depth++;
            } else if (each == ')' && --depth == 0) {
                return i;
            }
        }
        return text.length();
    }

    /**
     * PostgreSQL's rendering, without the casts between texts and the brackets around single words: a dump put back renders
     * {@code name in ('a', 'b')} with others than the original.
     */
    static String postgres(String expression) {
        var texts = new ArrayList<String>();
        // Texts and quoted names are put aside, so that nothing in them is taken for a part of the expression.
        var plain = ASIDE.matcher(expression).replaceAll(found -> {
            texts.add(found.group());
            return "\u0001" + (texts.size() - 1) + "\u0001";
        });
        plain = TEXT_CAST.matcher(plain).replaceAll("");
        for (int i = 0; i < MOST_BRACKETS; i++) {
            var fewer = LONE.matcher(plain).replaceAll("$1");
            if (fewer.equals(plain)) {
                break;
            }
            plain = fewer;
        }
        return bare(PUT_ASIDE
                .matcher(plain)
                .replaceAll(found -> Matcher.quoteReplacement(texts.get(Integer.parseInt(found.group(1))))));
    }

    /** MySQL's rendering: plain names without quotes, no brackets around the whole, no character set before a text. */
    static String mysql(String expression) {
        if (expression.indexOf('`') < 0 && expression.indexOf('_') < 0 && expression.indexOf('\\') < 0) {
            return bare(expression);
        }
        var plain = INTRODUCER.matcher(expression).replaceAll("").replace("\\'", "'");
        return bare(QUOTED.matcher(plain).replaceAll("$1"));
    }

    /** On one line: whatever stands between words is one space; texts and quoted names stay as they are. */
    static String oneLine(String text) {
        var line = new StringBuilder(text.length());
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (quote != 0) {
                quote = each == quote ? 0 : quote;
                line.append(each);
                continue;
            }
            if (each == '\'' || each == '"' || each == '`') {
                quote = each;
            }
            if (!Character.isWhitespace(each)) {
                line.append(each);
            } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            }
        }
        var done = line.toString().strip();
        return done.endsWith(";") ? done.substring(0, done.length() - 1) : done;
    }
}
