package io.belay.core.probe;

import static java.util.Objects.requireNonNull;

import io.belay.core.fact.Fact;
import io.belay.core.fact.FactName;
import io.belay.core.fact.Value;
import java.time.Duration;
import java.util.List;

/** What a probe saw, and how long it took. */
public sealed interface Observation {
    /** From the first byte sent to the last byte needed. */
    Duration took();

    /** It answered; whether the answer is the right one is for conditions to say. */
    record Answered(List<Fact> facts, Duration took) implements Observation {
        public Answered {
            facts = List.copyOf(facts);
            requireNonNull(took, "took");
        }

        /** The value of {@code name}; absent where it was not measured. */
        public Value value(FactName name) {
            return facts.stream()
                    .filter(fact -> fact.name().equals(name))
                    .map(Fact::value)
                    .findFirst()
                    .orElseGet(Value::absent);
        }
    }

    /**
     * It could not be asked: no such host, connection refused or broken, handshake or log-in refused, no word of the
     * protocol.
     *
     * @param reason in the words of what failed
     */
    record Refused(String reason, Duration took) implements Observation {
        public Refused {
            requireNonNull(reason, "reason");
            requireNonNull(took, "took");
        }
    }

    /**
     * It did not answer in time.
     *
     * @param reason what was waited for: {@code connecting}, {@code the response}
     */
    record Silent(String reason, Duration took) implements Observation {
        public Silent {
            requireNonNull(reason, "reason");
            requireNonNull(took, "took");
        }
    }
}
