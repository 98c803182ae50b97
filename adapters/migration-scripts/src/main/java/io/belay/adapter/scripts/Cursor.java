package io.belay.adapter.scripts;

import io.belay.adapter.scripts.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Walks over a statement's tokens. */
final class Cursor {
    private static final Token END = new Token(Kind.SIGN, "", "", 1);

    private final List<Token> tokens;
    private int at;

    Cursor(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** All of {@code words}, one after another, or nothing. */
    boolean took(String... words) {
        for (var i = 0; i < words.length; i++) {
            if (!ahead(i).is(words[i])) {
                return false;
            }
        }
        at += words.length;
        return true;
    }

    boolean tookAny(String... words) {
        for (var word : words) {
            if (took(word)) {
                return true;
            }
        }
        return false;
    }

    boolean sees(String... words) {
        var start = at;
        var seen = took(words);
        at = start;
        return seen;
    }

    /** A name with its qualifiers, as the engine compares it. */
    Optional<String> name() {
        if (!ahead(0).isName()) {
            return Optional.empty();
        }
        var name = new StringBuilder(ahead(0).name());
        at++;
        while (ahead(0).is(".") && ahead(1).isName()) {
            name.append('\0').append(ahead(1).name());
            at += 2;
        }
        return Optional.of(name.toString());
    }

    Token peek() {
        return ahead(0);
    }

    boolean atEnd() {
        return at >= tokens.size();
    }

    List<Token> rest() {
        return tokens.subList(Math.min(at, tokens.size()), tokens.size());
    }

    /** Parts at the commas outside brackets; empty where the brackets do not match. */
    static Optional<List<List<Token>>> parts(List<Token> tokens) {
        var parts = new ArrayList<List<Token>>();
        var depth = 0;
        var start = 0;
        for (var i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            if (token.is("(")) {
                depth++;
            }
            if (token.is(")") && --depth < 0) {
                return Optional.empty();
            }
            if (token.is(",") && depth == 0) {
                parts.add(tokens.subList(start, i));
                start = i + 1;
            }
        }
        parts.add(tokens.subList(start, tokens.size()));
        return depth == 0 ? Optional.of(parts) : Optional.empty();
    }

    /** What stands in the brackets that open {@code tokens}; empty where none do, or they have no end. */
    static Optional<List<Token>> inBrackets(List<Token> tokens) {
        if (tokens.isEmpty() || !tokens.getFirst().is("(")) {
            return Optional.empty();
        }
        var depth = 0;
        for (var i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).is("(")) {
                depth++;
            }
            if (tokens.get(i).is(")") && --depth == 0) {
                return Optional.of(tokens.subList(1, i));
            }
        }
        return Optional.empty();
    }

    private Token ahead(int by) {
        return at + by < tokens.size() ? tokens.get(at + by) : END;
    }
}
