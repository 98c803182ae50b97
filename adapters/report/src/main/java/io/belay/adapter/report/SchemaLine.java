package io.belay.adapter.report;

import io.belay.core.Evidence;
import io.belay.core.Finding;

/**
 * One thing in which a schema is not as it was recorded, ready to be drawn.
 *
 * @param place what it is of: {@code orders.destination}
 * @param was what was recorded; empty where nothing was
 * @param is what is there, or what more there is to say of it; may be empty
 */
record SchemaLine(Sign sign, String place, String was, String is) {
    /** The kind of a finding whose evidence is the difference of two schemas. */
    static final String KIND = "schema";

    private static final String THERE = "there";
    private static final String AS_RECORDED = "as recorded";
    private static final String NOT_THERE = "not there";
    private static final String MISSING = "missing";
    private static final String NOT_KNOWN = "not known";

    /** What is the matter with it. */
    enum Sign {
        /** Recorded, and not there. */
        MISSING("-", "missing", "gone"),
        /** There, and not recorded. */
        EXTRA("+", "not in the baseline", "come"),
        /** Both, and not the same. */
        CHANGED("~", "changed", "changed"),
        /** It could not be read. */
        UNREAD("?", "not known", "unread"),
        /** Nothing: it is only noted. */
        NOTED(" ", "noted", "noted");

        private final String mark;
        private final String word;
        private final String style;

        Sign(String mark, String word, String style) {
            this.mark = mark;
            this.word = word;
            this.style = style;
        }

        String mark() {
            return mark;
        }

        String word() {
            return word;
        }

        String style() {
            return style;
        }
    }

    static boolean areOf(Finding finding) {
        return finding.kind().equals(KIND);
    }

    /** What {@code evidence} says, whose expectation is what was recorded and whose observation is what is there. */
    static SchemaLine of(Evidence evidence) {
        var place = Harmless.line(evidence.fact());
        var was = Harmless.line(evidence.expected().orElse(""));
        var is = Harmless.line(evidence.observed());
        if (place.equals("more") && was.equals("none")) {
            return new SchemaLine(Sign.NOTED, place, "", is);
        }
        if (evidence.met()) {
            return new SchemaLine(Sign.NOTED, place, was, is);
        }
        if (was.isEmpty() || begins(is, NOT_KNOWN)) {
            return new SchemaLine(Sign.UNREAD, place, "", rest(is, NOT_KNOWN));
        }
        if (was.equals(NOT_THERE)) {
            return new SchemaLine(Sign.EXTRA, place, "", unless(THERE, is));
        }
        return begins(is, MISSING)
                ? new SchemaLine(Sign.MISSING, place, unless(THERE, was), rest(is, MISSING))
                : new SchemaLine(Sign.CHANGED, place, unless(AS_RECORDED, was), is);
    }

    /** What says nothing but that there is something is left out. */
    private static String unless(String empty, String text) {
        return text.equals(empty) ? "" : text;
    }

    /** {@code word} alone, or before a comma or semicolon and what more there is to say. */
    private static boolean begins(String text, String word) {
        return text.startsWith(word)
                && (text.length() == word.length() || ",;:".indexOf(text.charAt(word.length())) >= 0);
    }

    private static String rest(String text, String word) {
        return begins(text, word)
                ? text.substring(Math.min(text.length(), word.length() + 1)).strip()
                : text;
    }

    /** All of it but the place, on one line. */
    String said() {
        return switch (sign) {
            case MISSING -> was + (was.isEmpty() || is.isEmpty() ? "" : "; ") + is;
            case CHANGED -> was.isEmpty() ? is : was + " → " + is;
            case EXTRA, UNREAD -> is;
            case NOTED -> was.isEmpty() || was.equals(is) ? is : was + " → " + is;
        };
    }
}
