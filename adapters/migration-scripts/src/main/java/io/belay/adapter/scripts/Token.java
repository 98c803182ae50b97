package io.belay.adapter.scripts;

/**
 * A word of SQL.
 *
 * @param text a word in upper case, a name as the engine compares it, a sign; a literal is empty
 * @param name what the engine would compare, were it a name
 * @param line from 1
 */
record Token(Kind kind, String text, String name, int line) {
    enum Kind {
        WORD,
        QUOTED_NAME,
        LITERAL,
        SIGN,
        /** What no part of SQL looks like, or what hides SQL: a string without an end, an executable comment. */
        ODD
    }

    boolean is(String wanted) {
        return (kind == Kind.WORD || kind == Kind.SIGN) && text.equals(wanted);
    }

    boolean isName() {
        return kind == Kind.WORD || kind == Kind.QUOTED_NAME;
    }
}
