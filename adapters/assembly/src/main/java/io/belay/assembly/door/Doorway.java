package io.belay.assembly.door;

import static java.util.Objects.requireNonNull;

import io.belay.assembly.Fleet;
import io.belay.assembly.Systems;
import io.belay.core.Correlation;
import io.belay.core.Time;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A door that is opened once and kept. Where it cannot be opened, each call tries again and is told why: a fault that
 * heals, such as a secret that comes late, then needs no restart. Safe for use by many threads.
 */
public final class Doorway {
    private final Supplier<Door> opener;
    private final Log before;
    private volatile @Nullable Door open;

    /**
     * A door yet to be opened.
     *
     * @param opener opens it, or throws {@link NotOpen}
     * @param before the log for as long as it is not open
     */
    public Doorway(Supplier<Door> opener, Log before) {
        this.opener = requireNonNull(opener, "opener");
        this.before = requireNonNull(before, "before");
    }

    /** The door to what {@code systems} opens, logging to {@code out}. */
    public static Doorway to(Systems systems, PrintStream out, Time time) {
        return new Doorway(() -> open(systems, out, time), new Log(out, time, UnaryOperator.identity()));
    }

    private static Door open(Systems systems, PrintStream out, Time time) {
        return switch (systems.fleet()) {
            case Fleet.Listing.Listed(var fleet) -> new Door(fleet, new Log(out, time, fleet::redact));
            case Fleet.Listing.Refused(var why) -> throw NotOpen.because(why);
        };
    }

    /**
     * The same door, which does not open under settings of the caller's that are wrong: its faults are told with theirs,
     * all at once.
     *
     * @param faults what is wrong with the settings
     * @param function the function that the settings name; it must be behind the door
     */
    public Doorway checked(List<String> faults, String function) {
        return new Doorway(() -> checked(opener, faults, function), before);
    }

    private static Door checked(Supplier<Door> opener, List<String> known, String function) {
        var faults = new ArrayList<>(known);
        Optional<Door> door = Optional.empty();
        try {
            door = Optional.of(opener.get());
            if (!door.get().names().contains(function)) {
                faults.add("BELAY_FUNCTION: found " + function + "; there are "
                        + door.get().names());
            }
        } catch (NotOpen shut) {
            faults.addAll(shut.faults());
        }
        if (!faults.isEmpty()) {
            throw new NotOpen(faults);
        }
        return door.orElseThrow();
    }

    /**
     * Opens it now, so that the first call does not wait and wrong settings are in the log before it. What is wrong is
     * not thrown: each call will say it.
     */
    public void early(Correlation correlation) {
        try {
            door(correlation).early(correlation);
        } catch (NotOpen _) {
            // Logged where it was found.
        } catch (RuntimeException bug) {
            log().bug("bug", correlation, bug);
        }
    }

    /**
     * The door.
     *
     * @throws NotOpen where something is wrong with what it is opened from
     */
    public Door door(Correlation correlation) {
        var door = open;
        return door == null ? opened(correlation) : door;
    }

    /** The door's log where it is open, else the one from before. */
    public Log log() {
        var door = open;
        return door == null ? before : door.log();
    }

    private synchronized Door opened(Correlation correlation) {
        if (open != null) {
            return open;
        }
        try {
            var door = opener.get();
            door.log().info("open", correlation, Map.of("functions", String.join(" ", door.names())));
            open = door;
            return door;
        } catch (NotOpen shut) {
            before.info("not-open", correlation, Map.of("faults", String.join("; ", shut.faults())));
            throw shut;
        }
    }
}
