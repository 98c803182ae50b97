package io.belay.migrationverify;

import static java.util.Objects.requireNonNull;

import io.belay.core.schema.Part;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Where in a schema a difference is.
 *
 * @param part what it is of
 * @param owner the table; the thing itself where it belongs to none
 * @param name its name in the table; empty for the owner itself
 */
public record Place(Part part, String owner, Optional<String> name) {
    private static final Set<Part> OWN = EnumSet.range(Part.VIEW, Part.ROUTINE);

    /** Tables first, each with all that is in it, then what stands by itself. */
    static final Comparator<Place> ORDER = Comparator.comparing(
                    (Place place) -> OWN.contains(place.part()) ? place.part() : Part.TABLE)
            .thenComparing(Place::owner)
            .thenComparing(Place::part)
            .thenComparing(place -> place.name().orElse(""));

    public Place {
        requireNonNull(part, "part");
        requireNonNull(owner, "owner");
        requireNonNull(name, "name");
    }

    static Place of(Part part, String owner) {
        return new Place(part, owner, Optional.empty());
    }

    static Place in(String table, Part part, String name) {
        return new Place(part, table, Optional.of(name));
    }

    /** The owner, and the name after a dot where there is one. */
    public String subject() {
        return owner + name.map(own -> "." + own).orElse("");
    }

    /** What begins a line about it: {@code orders.destination}, {@code orders: index by_ref}, {@code view busy}. */
    String begin() {
        if (OWN.contains(part)) {
            return part.word() + " " + owner;
        }
        return switch (part) {
            case TABLE, COLUMN -> subject();
            case PRIMARY_KEY -> owner + ": primary key";
            case INDEX, FOREIGN_KEY, CHECK, TRIGGER, VIEW, SEQUENCE, ENUMERATION, ROUTINE ->
                owner + ": " + part.word() + name.map(own -> " " + own).orElse("");
        };
    }
}
