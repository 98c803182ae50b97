package io.belay.core.alarm;

import static java.util.Objects.requireNonNull;

import io.belay.core.plan.Fields;
import java.util.Optional;

/**
 * A thing in one store's normal form: as the store would list it. What is and what should be are both brought into it, so that a
 * cloud's rounding and defaults make no difference that never ends.
 *
 * @param resource in the store's own words, units and defaults
 * @param owner whose mark it bears; empty where it bears none, and for a {@link Kind} that bears none
 * @param fields by which it is compared: the resource's, with what the store holds beyond them ({@code actions: on}) and without
 *     what it cannot hold
 */
public record Canonical(Resource resource, Optional<Owner> owner, Fields fields) {
    public Canonical {
        requireNonNull(resource, "resource");
        requireNonNull(owner, "owner");
        requireNonNull(fields, "fields");
    }

    /** {@code resource} by its own fields. */
    public static Canonical of(Resource resource, Optional<Owner> owner) {
        return new Canonical(resource, owner, resource.fields());
    }

    /** Which it is. */
    public Id id() {
        return resource.id();
    }

    /** The same, in which the store holds {@code text} as {@code field}: another than the resource's, or beyond it. */
    public Canonical with(String field, String text) {
        return new Canonical(resource, owner, fields.with(field, text));
    }

    /** The same in a store that cannot hold {@code field}. */
    public Canonical without(String field) {
        return new Canonical(resource, owner, fields.without(field));
    }

    /** Its fields, and whose it is. */
    public Fields all() {
        return resource.kind().owned()
                ? fields.with("owner", owner.map(Owner::mark).orElse("nobody"))
                : fields;
    }

    /** Whether the two are the same, marks included. */
    public boolean same(Canonical other) {
        return id().equals(other.id()) && all().equals(other.all());
    }
}
