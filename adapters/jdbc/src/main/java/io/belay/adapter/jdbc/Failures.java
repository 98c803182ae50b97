package io.belay.adapter.jdbc;

import io.belay.core.Redactor;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The drivers' exceptions in the terms of a probe. */
final class Failures {
    private Failures() {}

    /** A time-out where the server was silent or gave up, an unknown host, else a refusal in the words of what failed. */
    static IOException translated(SQLException failed, Engine engine, Redactor redactor) {
        var causes = causes(failed);
        if (causes.stream().anyMatch(SocketTimeoutException.class::isInstance)
                || engine.gaveUp(Optional.ofNullable(failed.getSQLState()).orElse(""), failed.getErrorCode())) {
            return new SocketTimeoutException("no answer in time");
        }
        // pgjdbc says no more than that the attempt failed; the word that helps is its cause's.
        var words = causes.stream()
                .map(each ->
                        each instanceof UnknownHostException ? "no such host: " + each.getMessage() : each.getMessage())
                .filter(Objects::nonNull)
                .map(String::strip)
                .reduce((outer, inner) -> outer.contains(inner) ? outer : outer + ": " + inner)
                .orElse(failed.getClass().getSimpleName());
        return new IOException(redactor.redact(words));
    }

    private static List<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(8)
                .toList();
    }
}
