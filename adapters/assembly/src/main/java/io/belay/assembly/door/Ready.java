package io.belay.assembly.door;

import static java.util.Objects.requireNonNull;

import io.belay.assembly.Bundle;
import io.belay.core.Correlation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether every system file is read and the functions that are shown are there. Anybody may ask, and as often as they like; so
 * whoever bears no token, where there are some, is not told why, and what is wrong is not opened anew for each of them. Safe for use
 * by many threads.
 */
final class Ready {
    /** How long what was wrong counts as wrong still, to those who are not told why. */
    private static final Duration KEPT = Duration.ofSeconds(5);

    private final Doorway doorway;
    private final Set<String> shown;
    private final Tokens tokens;
    private Instant again = Instant.EPOCH;

    Ready(Doorway doorway, Set<String> shown, Tokens tokens) {
        this.doorway = requireNonNull(doorway, "doorway");
        this.shown = Set.copyOf(shown);
        this.tokens = requireNonNull(tokens, "tokens");
    }

    /**
     * The answer to {@code call}.
     *
     * @throws NotOpen with every fault, to those who may be told
     */
    HttpReply reply(HttpCall call, Correlation correlation) {
        if (!tokens.admits(call, Bundle.HEALTH)) {
            return open(call.deadline().time().instant(), correlation)
                    ? HttpReply.of(state(200, "ready", correlation))
                    : HttpReply.failed(state(503, "not-ready", correlation));
        }
        var faults = faults(correlation);
        if (!faults.isEmpty()) {
            throw new NotOpen(faults);
        }
        return HttpReply.of(state(200, "ready", correlation));
    }

    private synchronized boolean open(Instant now, Correlation correlation) {
        if (now.isBefore(again)) {
            return false;
        }
        var open = faults(correlation).isEmpty();
        again = open ? now : now.plus(KEPT);
        return open;
    }

    private List<String> faults(Correlation correlation) {
        try {
            var door = doorway.door(correlation);
            var faults = new ArrayList<>(door.faults());
            shown.stream()
                    .filter(name -> !door.names().contains(name))
                    .sorted()
                    .map(name -> "function " + name + ": there is no such function")
                    .forEach(faults::add);
            return faults;
        } catch (NotOpen shut) {
            return shut.faults();
        }
    }

    static Answer state(int status, String word, Correlation correlation) {
        var body = "{\"belay\":\"state/1\",\"state\":\"" + word + "\"}\n";
        return new Answer(status, "application/json", body, correlation, Optional.empty());
    }
}
