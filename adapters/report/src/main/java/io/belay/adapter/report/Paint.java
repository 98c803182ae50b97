package io.belay.adapter.report;

import io.belay.core.Verdict;

/** Colour for a terminal. Only the sixteen that the reader's own theme defines, so that it reads on dark and on light. */
enum Paint {
    /** Leaves texts as they are. */
    PLAIN,
    /** Writes ANSI sequences. */
    ANSI;

    String verdict(Verdict verdict, String text) {
        return switch (verdict) {
            case PASS -> sequence("32", text);
            case WARN -> sequence("33", text);
            case UNKNOWN -> sequence("35", text);
            case FAIL -> sequence("1;31", text);
        };
    }

    String sign(SchemaLine.Sign sign, String text) {
        return switch (sign) {
            case MISSING -> sequence("31", text);
            case EXTRA -> sequence("32", text);
            case CHANGED -> sequence("33", text);
            case UNREAD -> sequence("35", text);
            case NOTED -> sequence("2", text);
        };
    }

    String strong(String text) {
        return sequence("1", text);
    }

    String faint(String text) {
        return sequence("2", text);
    }

    private String sequence(String code, String text) {
        return switch (this) {
            case PLAIN -> text;
            case ANSI -> "\u001b[" + code + "m" + text + "\u001b[0m";
        };
    }

    /** A mark that tells verdicts apart without colour. */
    static String mark(Verdict verdict) {
        return switch (verdict) {
            case PASS -> "✓ pass";
            case WARN -> "! warn";
            case UNKNOWN -> "? unknown";
            case FAIL -> "✗ FAIL";
        };
    }
}
