package io.belay.core.document;

import io.belay.core.document.Criterion.Operand;
import io.belay.core.fact.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a path from left to right. */
final class PathReader {
    private static final Pattern NAME = Pattern.compile("\\.([A-Za-z0-9_:/-]++)(?!\\()|\\['([^']+)'\\]");
    private static final Pattern INDEX = Pattern.compile("\\[(\\d{1,6})\\]");
    private static final Pattern EVERY = Pattern.compile("\\[\\*\\]");
    private static final Pattern LENGTH = Pattern.compile("\\.length\\(\\)$");
    private static final Pattern WHERE = Pattern.compile(
            "\\[\\?\\(\\s*@((?:\\.[A-Za-z0-9_:/-]+|\\['[^']+'\\]|\\[\\d{1,6}\\])*)"
                    + "\\s*(?:(==|!=|<=|<|>=|>)\\s*('[^']*'|-?\\d+(?:\\.\\d+)?|true|false|@(?:\\.[A-Za-z0-9_:/-]+)+)\\s*)?\\)\\]");

    private final String written;
    private final Matcher matcher;
    private int at;

    PathReader(String written) {
        this.written = written;
        this.matcher = NAME.matcher(written);
        this.at = 1;
    }

    DocumentPath path() {
        if (!written.startsWith("$")) {
            throw new IllegalArgumentException("a path begins with $");
        }
        return rest();
    }

    private DocumentPath rest() {
        var steps = new ArrayList<Step>();
        var counting = false;
        while (at < written.length()) {
            if (counting) {
                throw new IllegalArgumentException("length() stands at the end");
            }
            if (next(NAME)) {
                steps.add(new Step.Name(matcher.group(1) == null ? matcher.group(2) : matcher.group(1)));
            } else if (next(INDEX)) {
                steps.add(new Step.Index(Integer.parseInt(matcher.group(1))));
            } else if (next(EVERY)) {
                steps.add(new Step.Every());
            } else if (next(WHERE)) {
                steps.add(new Step.Where(criterion()));
            } else if (next(LENGTH)) {
                counting = true;
            } else {
                throw new IllegalArgumentException("nothing that a path can hold at \"" + written.substring(at) + "\"");
            }
        }
        return new DocumentPath(steps, counting);
    }

    private boolean next(Pattern pattern) {
        if (!matcher.usePattern(pattern).region(at, written.length()).lookingAt()) {
            return false;
        }
        at = matcher.end();
        return true;
    }

    private Criterion criterion() {
        var left = DocumentPath.of("$" + matcher.group(1));
        var sign = matcher.group(2);
        return sign == null ? new Criterion.There(left) : new Criterion.Compared(left, sign, operand(matcher.group(3)));
    }

    private static Operand operand(String written) {
        if (written.startsWith("@")) {
            return new Operand.There(DocumentPath.of("$" + written.substring(1)));
        }
        if (written.startsWith("'")) {
            return new Operand.Literal(Value.of(written.substring(1, written.length() - 1)));
        }
        return new Operand.Literal(
                written.equals("true") || written.equals("false")
                        ? Value.of(Boolean.parseBoolean(written))
                        : Value.of(new BigDecimal(written)));
    }
}
