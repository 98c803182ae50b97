package io.belay.core.release;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a target stands.
 *
 * @param serving whole percents by revision, more than zero each; their sum is 100, or nothing serves
 * @param since when what serves most began to, as far as the platform or our own memory knows
 * @param revisions what it can run, the newest first; the newest 100 at the most
 * @param condition whether it has arrived there
 * @param memory what was remembered on it
 * @param token what the platform compares a write with; empty where it compares nothing
 */
public record Standing(
        Map<Revision, Integer> serving,
        Optional<Instant> since,
        List<Available> revisions,
        Condition condition,
        Memory memory,
        Optional<String> token) {
    public Standing {
        serving = Map.copyOf(serving);
        requireNonNull(since, "since");
        revisions = List.copyOf(revisions);
        requireNonNull(condition, "condition");
        requireNonNull(memory, "memory");
        requireNonNull(token, "token");
        if (!serving.isEmpty()
                && serving.values().stream().mapToInt(Integer::intValue).sum() != 100) {
            throw new IllegalArgumentException("what serves adds up to 100 percent");
        }
    }

    /** Whether a write is compared by the platform itself. */
    public boolean compared() {
        return token.isPresent();
    }

    /** Whether all traffic is {@code revision}'s. */
    public boolean only(Revision revision) {
        return serving.size() == 1 && serving.containsKey(revision);
    }

    /**
     * The revision that is on trial: the newest of those that serve, which a canary or a rolling update brings in; the only
     * one where there is one.
     */
    public Optional<Revision> current() {
        return revisions.stream()
                .map(Available::revision)
                .filter(serving::containsKey)
                .findFirst()
                .or(() -> serving.keySet().stream().findFirst());
    }

    /** When what is on trial came to serve: no sooner than it was made, nor than what serves most began to where it is that. */
    public Optional<Instant> deployed() {
        return current().flatMap(revision -> {
            var share = serving.get(revision);
            var most = serving.values().stream().max(Comparator.naturalOrder());
            var made = revisions.stream()
                    .filter(each -> each.revision().equals(revision))
                    .findFirst()
                    .flatMap(Available::created);
            var began = most.equals(Optional.ofNullable(share)) ? since : Optional.<Instant>empty();
            return Stream.concat(made.stream(), began.stream()).max(Comparator.naturalOrder());
        });
    }

    /**
     * Something a target can run.
     *
     * @param created when it was made
     * @param unfit why it cannot be shifted to, in the platform's words; empty where it can
     * @param label what people know it by: an image, a commit; empty where nothing is known
     */
    public record Available(Revision revision, Optional<Instant> created, Optional<String> unfit, String label) {
        public Available {
            requireNonNull(revision, "revision");
            requireNonNull(created, "created");
            requireNonNull(unfit, "unfit");
            requireNonNull(label, "label");
        }
    }

    /** Whether a target is where it was told to be. */
    public sealed interface Condition {
        /** It is. */
        record Settled() implements Condition {}

        /** Not yet, in the platform's words. */
        record Moving(String how) implements Condition {
            public Moving {
                requireNonNull(how, "how");
            }
        }

        /** It will not be by itself, in the platform's words. */
        record Broken(String why) implements Condition {
            public Broken {
                requireNonNull(why, "why");
            }
        }
    }
}
