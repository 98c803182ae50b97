package io.belay.adapter.scripts;

import java.util.List;

/**
 * One statement of a script.
 *
 * @param text as written, for a parser
 * @param whole false where it is longer than we look at
 */
record Statement(List<Token> tokens, String text, boolean whole) {
    Statement {
        tokens = List.copyOf(tokens);
    }

    int line() {
        return tokens.getFirst().line();
    }

    boolean hasOdd() {
        return tokens.stream().anyMatch(token -> token.kind() == Token.Kind.ODD);
    }

    boolean has(String word) {
        return tokens.stream().anyMatch(token -> token.is(word));
    }
}
