package io.belay.core.alarm;

import static java.util.Objects.requireNonNull;

/**
 * What a store cannot express. It is told in the plan.
 *
 * @param field of the resource; {@code all} where it can express nothing of it
 * @param wanted what was wanted of it
 * @param reason why not, and what is done in its place, in one sentence
 */
public record Gap(String field, String wanted, String reason) {
    /** Of a resource of which nothing can be expressed. */
    public static final String ALL = "all";

    public Gap {
        requireNonNull(field, "field");
        requireNonNull(wanted, "wanted");
        requireNonNull(reason, "reason");
    }
}
