package io.belay.core.release;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is remembered on a target itself, so that any later run on any instance knows it.
 *
 * @param stamps the revisions that were verified, the newest stamp first
 * @param quarantined the revisions that nothing returns to until a person clears them
 * @param journal the rollback that was begun last
 * @param rollbacks when rollbacks were begun on it, the newest first; for the brakes
 */
public record Memory(
        List<Stamp> stamps, List<Quarantine> quarantined, Optional<Journal> journal, List<Instant> rollbacks) {
    /** Nothing. */
    public static final Memory EMPTY = new Memory(List.of(), List.of(), Optional.empty(), List.of());

    public Memory {
        stamps = List.copyOf(stamps);
        quarantined = List.copyOf(quarantined);
        requireNonNull(journal, "journal");
        rollbacks = List.copyOf(rollbacks);
    }

    /** The same with {@code journal}. */
    public Memory with(Journal other) {
        return new Memory(stamps, quarantined, Optional.of(other), rollbacks);
    }

    /** The same with {@code other} stamps. */
    public Memory with(List<Stamp> other) {
        return new Memory(other, quarantined, journal, rollbacks);
    }

    /** The same without what is about revisions that are not {@code there}, but for the newest stamp. */
    Memory withoutGone(Set<Revision> there) {
        return new Memory(
                stamps.stream()
                        .filter(each -> each.equals(stamps.getFirst()) || there.contains(each.revision()))
                        .toList(),
                quarantined.stream()
                        .filter(each -> there.contains(each.revision()))
                        .toList(),
                journal,
                rollbacks);
    }

    /** The same without its oldest stamp; the same where that is the only one. */
    Memory withoutOldestStamp() {
        return stamps.size() < 2 ? this : with(stamps.subList(0, stamps.size() - 1));
    }
}
