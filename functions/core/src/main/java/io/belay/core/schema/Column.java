package io.belay.core.schema;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A column.
 *
 * @param type in the words of {@link TypeWords}, with a collation where it is not the usual one
 * @param fallback its default as an expression; empty where there is none, or it is null
 * @param generated how the database makes the value itself: {@code identity}, {@code sequence}, {@code auto_increment},
 *     {@code stored as ...}
 */
public record Column(
        String name, String type, boolean nullable, Optional<String> fallback, Optional<String> generated) {
    public Column {
        requireNonNull(name, "name");
        requireNonNull(type, "type");
        requireNonNull(fallback, "fallback");
        requireNonNull(generated, "generated");
    }

    /** A column without default that is not made by the database. */
    public static Column of(String name, String type, boolean nullable) {
        return new Column(name, type, nullable, Optional.empty(), Optional.empty());
    }

    /** What it holds, as one would write it: {@code varchar(64) not null default 'new'}. */
    public String shown() {
        return type
                + (nullable ? "" : " not null")
                + fallback.map(value -> " default " + value).orElse("")
                + generated.map(how -> " " + how).orElse("");
    }
}
