package io.belay.core.alarm;

import static java.util.Objects.requireNonNull;

import io.belay.core.Fault;
import io.belay.core.plan.Change;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** What became of one change. */
public sealed interface Applied {
    /** It was written. */
    record Written() implements Applied {}

    /** It was so already: an answer was lost, or somebody was faster. Nothing was written. */
    record SoAlready() implements Applied {}

    /**
     * It was not written, or only in part; doing it again goes on.
     *
     * @param fault CONFLICT where what is was no longer what the change was planned from
     */
    record Refused(Fault fault) implements Applied {
        public Refused {
            requireNonNull(fault, "fault");
        }
    }

    /**
     * What becomes of {@code change} without a write: what is so already is left, what is not what it was planned from is a CONFLICT, and
     * what is not the owner's is not deleted. Empty where a write is due.
     *
     * @param now as it was read just before
     * @param begun whether {@code now} is what {@code change} leaves where it takes several calls and is cut short
     */
    static Optional<Applied> unwritten(
            Owner owner, Change<Canonical> change, Optional<Canonical> now, BooleanSupplier begun) {
        if (same(now, change.after())) {
            return Optional.of(new SoAlready());
        }
        var id = change.subject().id();
        if (!same(now, change.before()) && !begun.getAsBoolean()) {
            return Optional.of(
                    new Refused(new Fault(Fault.Kind.CONFLICT, id + " is not what the plan was drawn from")));
        }
        var ours = now.flatMap(Canonical::owner).equals(Optional.of(owner));
        return change instanceof Change.Delete<Canonical> && !ours
                ? Optional.of(new Refused(new Fault(Fault.Kind.REJECTED, id + " is not of " + owner)))
                : Optional.empty();
    }

    private static boolean same(Optional<Canonical> one, Optional<Canonical> other) {
        return one.isPresent() == other.isPresent()
                && one.flatMap(here -> other.map(here::same)).orElse(true);
    }
}
