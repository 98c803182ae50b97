package io.belay.adapter.scripts;

import static java.util.Objects.requireNonNull;

import io.belay.core.script.Additivity;
import io.belay.core.script.Additivity.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Judges whether the release before can live with a script. What is not understood is unclear, never additive.
 *
 * <p>A comment in the script decides where it speaks: {@code -- belay: additive} or {@code -- belay: not additive because ...}.
 * Two that contradict one another leave it unclear.
 */
public final class ScriptJudge {
    private static final int MOST_REASONS = 20;

    private final Engine engine;

    /** Judges SQL of {@code engine}. */
    public ScriptJudge(Engine engine) {
        this.engine = requireNonNull(engine, "engine");
    }

    /** Judges a whole script, in time that grows with its length alone. */
    public Additivity judge(String sql) {
        return judge(sql, 1);
    }

    Additivity judge(String sql, int firstLine) {
        var splitter = new Splitter(sql, engine, firstLine);
        var judge = new StatementJudge(engine);
        var breaks = new ArrayList<Reason>();
        var doubts = new ArrayList<Reason>();
        for (var next = splitter.next(); next.isPresent(); next = splitter.next()) {
            var statement = next.get();
            switch (judge.judge(statement)) {
                case Opinion.Fine _ -> {}
                case Opinion.Breaks(var why) -> add(breaks, statement, why);
                case Opinion.Doubt(var why) -> add(doubts, statement, why);
            }
        }
        return said(splitter.comments()).orElseGet(() -> {
            if (!breaks.isEmpty()) {
                return new Additivity.NotAdditive(breaks);
            }
            return doubts.isEmpty() ? Additivity.additive() : new Additivity.Unclear(doubts);
        });
    }

    /** What the script's author says of it; empty where it says nothing. */
    static Optional<Additivity> said(List<String> comments) {
        var said = comments.stream()
                .map(comment -> comment.substring("belay:".length()).strip())
                .toList();
        var additive = said.stream().anyMatch(words -> words.equalsIgnoreCase("additive"));
        var not = said.stream()
                .filter(words -> words.toLowerCase(Locale.ROOT).startsWith("not additive"))
                .findFirst();
        var other = said.stream()
                .anyMatch(words -> !words.equalsIgnoreCase("additive")
                        && !words.toLowerCase(Locale.ROOT).startsWith("not additive"));
        if (other || (additive && not.isPresent())) {
            return Optional.of(Additivity.unclear(
                    1, "comment", "what its comments say of it contradicts itself or is not understood"));
        }
        if (additive) {
            return Optional.of(Additivity.additive());
        }
        return not.map(words -> Additivity.notAdditive(1, "comment", because(words)));
    }

    private static String because(String words) {
        var reason = words.substring("not additive".length()).strip();
        var told = reason.regionMatches(true, 0, "because", 0, 7)
                ? reason.substring(7).strip()
                : reason;
        return told.isEmpty() ? "its author says so" : told;
    }

    private static void add(List<Reason> reasons, Statement statement, String why) {
        if (reasons.size() < MOST_REASONS) {
            var kind = statement.tokens().stream()
                    .limit(2)
                    .filter(token ->
                            token.kind() == Token.Kind.WORD && token.text().length() < 30)
                    .map(Token::text)
                    .collect(Collectors.joining(" "));
            reasons.add(new Reason(statement.line(), kind.isEmpty() ? "statement" : kind, why));
        }
    }
}
