package io.belay.migrationverify;

import io.belay.core.schema.Part;
import java.util.Optional;

/** One thing in which a database's schema is not as it was recorded. */
public sealed interface Difference {
    /** Where it is. */
    Place place();

    /** What a person reads: one line. */
    default String line() {
        return OneLine.of(words());
    }

    /** The line as it comes, whatever stands in a name. */
    String words();

    /**
     * Recorded, and not there.
     *
     * @param was what was recorded
     * @param hint the name under which it may live on
     */
    record Missing(Place place, String was, Optional<String> hint) implements Difference {
        @Override
        public String words() {
            return place.begin() + ": missing" + (was.isEmpty() ? "" : ", was " + was)
                    + hint.map(name -> "; renamed to " + name + "?").orElse("");
        }
    }

    /**
     * There, and not recorded.
     *
     * @param is what it is
     * @param hint the name which it may have had
     */
    record Extra(Place place, String is, Optional<String> hint) implements Difference {
        @Override
        public String words() {
            return place.begin() + ": not in the baseline" + (is.isEmpty() ? "" : ", is " + is)
                    + hint.map(name -> "; renamed from " + name + "?").orElse("");
        }
    }

    /** Both, and not the same. */
    record Changed(Place place, String was, String is) implements Difference {
        @Override
        public String words() {
            return switch (place.part()) {
                case TRIGGER, ROUTINE -> place.begin() + ": changed";
                case TABLE, COLUMN, PRIMARY_KEY, INDEX, FOREIGN_KEY, CHECK, VIEW, SEQUENCE, ENUMERATION ->
                    place.begin() + ": " + was + " -> " + is;
            };
        }
    }

    /** The same under another name. */
    record Renamed(Place place, String to) implements Difference {
        @Override
        public String words() {
            return place.begin() + ": named " + to;
        }
    }

    /** There, and of no use: an index that queries pass over, a constraint that old rows were not held against. */
    record Invalid(Place place) implements Difference {
        @Override
        public String words() {
            return place.begin() + ": "
                    + (place.part() == Part.INDEX ? "invalid, queries do not use it" : "not validated");
        }
    }

    /** Not known, since it could not be read. */
    record Unknown(Place place, String why) implements Difference {
        @Override
        public String words() {
            return place.begin() + ": not known, " + why;
        }
    }
}
