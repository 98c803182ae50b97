package io.belay.adapter.aws;

import io.belay.core.Fault;
import io.belay.core.PortException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A list that is told page by page. */
final class Pages {
    /** More pages than any list here has: one that goes on is broken. */
    private static final int MOST = 1_000;

    private Pages() {}

    /** One page. */
    interface Ask<R> {
        /**
         * The page behind {@code token}.
         *
         * @param token empty for the first
         */
        R page(Optional<String> token) throws InterruptedException;
    }

    /**
     * All of it, to its end.
     *
     * @param next what a page says where another one follows: none of AWS's words is ever empty
     */
    static <R, T> List<T> all(
            String call, Ask<R> ask, Function<R, Optional<String>> next, Function<R, ? extends Collection<T>> of)
            throws InterruptedException {
        var all = new ArrayList<T>();
        Optional<String> token = Optional.empty();
        for (int page = 0; page < MOST; page++) {
            var answer = ask.page(token);
            all.addAll(of.apply(answer));
            token = next.apply(answer).filter(said -> !said.isEmpty());
            if (token.isEmpty()) {
                return all;
            }
        }
        throw new PortException(new Fault(Fault.Kind.REJECTED, call + " has more than a thousand pages"));
    }
}
