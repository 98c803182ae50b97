package io.belay.assembly.door;

import io.belay.assembly.Bundle;
import io.belay.assembly.Fleet;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a token may call. */
enum Scope {
    /** How the system is, as a pipeline asks after a deployment: with what the system file has follow where health fails. */
    VERIFY {
        @Override
        boolean reaches(String function) {
            return Bundle.VERIFYING.contains(function)
                    || function.equals(Bundle.VERIFY)
                    || function.equals(Fleet.SYSTEMS);
        }
    },
    /** All that changes nothing. */
    PLAN {
        @Override
        boolean reaches(String function) {
            return Bundle.READING.contains(function) || function.equals(Fleet.SYSTEMS);
        }
    },
    /** None by its path: it says that an alarm rang. */
    ALARMS {
        @Override
        boolean reaches(String function) {
            return false;
        }
    },
    /** All that the door shows. */
    ROLLBACK {
        @Override
        boolean reaches(String function) {
            return true;
        }
    };

    /** Whether it may have {@code function} run as a caller asks. */
    abstract boolean reaches(String function);

    /** The scope that is written as {@code word}. */
    static Optional<Scope> find(String word) {
        return Stream.of(values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }
}
