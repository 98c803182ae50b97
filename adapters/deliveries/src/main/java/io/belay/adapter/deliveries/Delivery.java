package io.belay.adapter.deliveries;

import static java.util.Objects.requireNonNull;

import io.belay.core.Cause;
import io.belay.core.Correlation;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What a delivery turned out to be. It names no target, revision, function or URL. */
public sealed interface Delivery {
    /**
     * An alarm that rang, or the clock.
     *
     * @param cause the alarm; empty where only the time has come to look at all of them (a sweep)
     * @param aliases what else the alarm's source calls it: a rule's id beside its name
     * @param identity the same for each delivery of the same turn of the same alarm, and for each of the same tick of the
     *     same timer: {@code cloudwatch-} and the like, then 32 hexadecimal digits
     * @param correlation the id that the sender gave the message, where it has one that is fit
     * @param tick how often the clock calls, where it says so: more than nothing
     */
    record Delivered(
            Optional<Cause.Alarmed> cause,
            Set<String> aliases,
            String identity,
            Optional<Correlation> correlation,
            Optional<Duration> tick)
            implements Delivery {
        public Delivered {
            requireNonNull(cause, "cause");
            aliases = Set.copyOf(aliases);
            requireNonNull(identity, "identity");
            requireNonNull(correlation, "correlation");
            requireNonNull(tick, "tick");
        }

        /** What no clock brought, or one that does not say how often it calls. */
        Delivered(
                Optional<Cause.Alarmed> cause,
                Set<String> aliases,
                String identity,
                Optional<Correlation> correlation) {
            this(cause, aliases, identity, correlation, Optional.empty());
        }

        /** This delivery with its alarm called by that alias of it which is {@code watched}; itself where its name is. */
        public Delivered as(Predicate<String> watched) {
            if (cause.isEmpty() || watched.test(cause.get().alarm())) {
                return this;
            }
            var rang = cause.get();
            return aliases.stream()
                    .filter(watched)
                    .findFirst()
                    .map(alias -> new Delivered(
                            Optional.of(new Cause.Alarmed(rang.source(), alias, rang.state(), rang.at())),
                            Set.of(rang.alarm()),
                            identity,
                            correlation,
                            tick))
                    .orElse(this);
        }
    }

    /**
     * Well-formed, and nothing to act on.
     *
     * @param why in a few words
     */
    record NotForUs(String why) implements Delivery {
        public NotForUs {
            requireNonNull(why, "why");
        }
    }

    /**
     * Not what this shape is. None of the delivery's own words is repeated.
     *
     * @param place a JSON path, a form's field or an element; after {@code >} within the text that stands there
     * @param found what stands there, by its kind
     * @param meant what should
     */
    record Refused(String place, String found, String meant) implements Delivery {
        public Refused {
            requireNonNull(place, "place");
            requireNonNull(found, "found");
            requireNonNull(meant, "meant");
        }
    }
}
