package io.belay.core.schema;

import java.util.Locale;

/** The kinds of thing a schema is made of, in the order in which they are shown. */
public enum Part {
    /** A table; where one could not be read, all that is in it. */
    TABLE,
    /** A column. */
    COLUMN,
    /** A primary key. */
    PRIMARY_KEY,
    /** An index, or a unique or excluding constraint, which is one. */
    INDEX,
    /** A foreign key. */
    FOREIGN_KEY,
    /** A check constraint. */
    CHECK,
    /** A trigger. */
    TRIGGER,
    /** A view. */
    VIEW,
    /** A sequence that no column owns. */
    SEQUENCE,
    /** A type that is a list of words. */
    ENUMERATION,
    /** A function or a procedure. */
    ROUTINE;

    /** The part as one would say it: {@code foreign key}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
