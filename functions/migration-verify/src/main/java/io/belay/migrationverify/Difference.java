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

    /** What was recorded, without where it is. */
    default String expected() {
        return switch (this) {
            case Missing missing -> missing.was().isEmpty() ? "there" : missing.was();
            case Extra _ -> "not there";
            case Changed changed -> changed.hashed() ? "as recorded" : changed.was();
            case Renamed renamed ->
                renamed.place().name().orElse(renamed.place().owner());
            case Invalid _ -> "valid";
            case Unknown _ -> "as recorded";
        };
    }

    /** What is there, without where it is. */
    default String observed() {
        return switch (this) {
            case Missing missing ->
                "missing"
                        + missing.hint()
                                .map(name -> "; renamed to " + name + "?")
                                .orElse("");
            case Extra extra ->
                (extra.is().isEmpty() ? "there" : extra.is())
                        + extra.hint()
                                .map(name -> "; renamed from " + name + "?")
                                .orElse("");
            case Changed changed -> changed.hashed() ? "changed" : changed.is();
            case Renamed renamed -> "named " + renamed.to();
            case Invalid invalid -> invalid.why();
            case Unknown unknown -> "not known, " + unknown.why();
        };
    }

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
        /** Whether only digests of it are known, which say nothing to a person. */
        boolean hashed() {
            return switch (place.part()) {
                case TRIGGER, ROUTINE -> true;
                case TABLE, COLUMN, PRIMARY_KEY, INDEX, FOREIGN_KEY, CHECK, VIEW, SEQUENCE, ENUMERATION -> false;
            };
        }

        @Override
        public String words() {
            return place.begin() + ": " + (hashed() ? "changed" : was + " -> " + is);
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
            return place.begin() + ": " + why();
        }

        private String why() {
            return place.part() == Part.INDEX ? "invalid, queries do not use it" : "not validated";
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
