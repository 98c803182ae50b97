package io.belay.assembly.door;

import static java.util.Objects.requireNonNull;

import io.belay.core.Correlation;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
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

    /** A door that stands open. */
    public static Doorway of(Door door) {
        return new Doorway(() -> door, door.log());
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

    /** Whether it is open now; does not try. */
    public Optional<Door> now() {
        return Optional.ofNullable(open);
    }
}
