package io.belay.core.script;

import static java.util.Objects.requireNonNull;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An additivity that is worked out when it is first asked for: of ten thousand scripts that were applied long ago nobody asks.
 * Two are equal where their answers are. Safe for many threads, of which each may work it out.
 */
public final class Judgement {
    private final Supplier<Additivity> source;

    private volatile @Nullable Additivity answer;

    private Judgement(Supplier<Additivity> source) {
        this.source = requireNonNull(source, "source");
    }

    /** What {@code source} will say; the same however often it is asked. */
    public static Judgement later(Supplier<Additivity> source) {
        return new Judgement(source);
    }

    /** What is known already. */
    public static Judgement of(Additivity answer) {
        return new Judgement(() -> answer);
    }

    /** The answer. */
    public Additivity answer() {
        var known = answer;
        if (known == null) {
            known = requireNonNull(source.get(), "an answer");
            answer = known;
        }
        return known;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Judgement judgement && judgement.answer().equals(answer());
    }

    @Override
    public int hashCode() {
        return answer().hashCode();
    }

    @Override
    public String toString() {
        return answer().toString();
    }
}
