package io.belay.core.alarm;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What a store makes of a thing that is wanted.
 *
 * @param wanted as the system file has it
 * @param form in the store's normal form; empty where it can express nothing of it
 * @param gaps what it cannot express; one at least where there is no form
 */
public record Rendering(Resource wanted, Optional<Canonical> form, List<Gap> gaps) {
    public Rendering {
        requireNonNull(wanted, "wanted");
        requireNonNull(form, "form");
        gaps = List.copyOf(gaps);
        if (form.isEmpty() && gaps.isEmpty()) {
            throw new IllegalArgumentException(wanted.id() + " has no form, and nobody says why");
        }
    }

    /** All of it. */
    public static Rendering whole(Resource wanted, Canonical form) {
        return new Rendering(wanted, Optional.of(form), List.of());
    }

    /** Nothing of it, for {@code reason}. */
    public static Rendering none(Resource wanted, String reason) {
        return new Rendering(
                wanted, Optional.empty(), List.of(new Gap(Gap.ALL, wanted.kind().word(), reason)));
    }
}
