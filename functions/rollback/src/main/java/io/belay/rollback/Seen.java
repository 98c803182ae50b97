package io.belay.rollback;

import io.belay.core.release.Journal;
import io.belay.core.release.Memory;
import io.belay.core.release.Quarantine;
import io.belay.core.release.Revision;
import io.belay.core.release.RollbackStep;
import io.belay.core.release.Standing;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A step's target as it was read. */
record Seen(RollbackStep step, Standing standing) {
    Memory memory() {
        return standing.memory();
    }

    Optional<Revision> current() {
        return standing.current();
    }

    Optional<Standing.Available> available(Revision revision) {
        return standing.revisions().stream()
                .filter(each -> each.revision().equals(revision))
                .findFirst();
    }

    Optional<Quarantine> quarantine(Revision revision) {
        return memory().quarantined().stream()
                .filter(each -> each.revision().equals(revision))
                .findFirst();
    }

    Optional<Journal> open() {
        return memory().journal().filter(Journal::open);
    }

    /** When what is on trial came to serve: no sooner than it was made, nor than what serves most began to where it is that. */
    Optional<Instant> deployed() {
        return standing.deployed();
    }

    /** The rollback by which what is on trial came to serve; empty where none did. */
    Optional<Journal> restored() {
        return memory().journal()
                .filter(journal -> journal.state() != Journal.State.PLANNED
                        && current().filter(journal.to()::equals).isPresent());
    }

    /** When it was rolled back; one that is open does not count. */
    List<Instant> rollbacks() {
        return memory().rollbacks().stream()
                .filter(at ->
                        open().filter(journal -> journal.begun().equals(at)).isEmpty())
                .toList();
    }

    /** What serves, for people: {@code 42}, or {@code 41 90 %, 42 10 %}. */
    String serving() {
        if (standing.serving().isEmpty()) {
            return "nothing";
        }
        return current()
                .filter(standing::only)
                .map(Revision::name)
                .orElseGet(() -> standing.serving().entrySet().stream()
                        .sorted(Comparator.comparing(each -> each.getKey().name()))
                        .map(each -> each.getKey() + " " + each.getValue() + " %")
                        .collect(Collectors.joining(", ")));
    }
}
