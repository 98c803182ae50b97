package io.belay.core.testkit;

import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.release.Memory;
import io.belay.core.release.MemoryText;
import io.belay.core.release.Revision;
import io.belay.core.release.Room;
import io.belay.core.release.Standing;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A thing with revisions, as a platform keeps it: what {@link InMemoryReleaseTarget}s ask and change, and what people deploy to
 * past them. What it remembers goes through notes, so that what does not fit its {@link Room} is lost here too.
 */
public final class InMemoryRelease {
    private final String name;
    private final InstantSource clock;
    private final List<Standing.Available> revisions = new ArrayList<>();
    private final List<Move> moves = new ArrayList<>();
    private final InMemoryWeather weather = new InMemoryWeather();
    private Map<Revision, Integer> serving = Map.of();
    private Optional<Instant> since = Optional.empty();
    private Memory memory = Memory.EMPTY;
    private Room room = new Room(256, 10, 256);
    private boolean compares = true;
    private boolean tellsSince = true;
    private boolean dates = true;
    private Optional<Instant> sighted = Optional.empty();
    private int version;
    private int writes;
    private int slowness;
    private OptionalInt readsToGo = OptionalInt.empty();
    private Optional<String> broken = Optional.empty();
    private Optional<Revision> arriving = Optional.empty();

    /** A thing that nothing was deployed to; {@code clock} is the platform's. */
    public InMemoryRelease(String name, InstantSource clock) {
        this.name = name;
        this.clock = clock;
    }

    /**
     * Traffic as it was told to move.
     *
     * @param ours whether through a {@link InMemoryReleaseTarget}
     */
    public record Move(Revision from, Revision to, Instant at, boolean ours) {}

    /** What befalls its calls. */
    public InMemoryWeather weather() {
        return weather;
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** Another room. */
    public synchronized InMemoryRelease room(Room other) {
        room = other;
        return this;
    }

    /** How much it remembers. */
    public synchronized Room room() {
        return room;
    }

    /** Whether it compares writes itself. */
    public synchronized InMemoryRelease compares(boolean whether) {
        compares = whether;
        return this;
    }

    /** After a shift, how many reads still see it moving. */
    public synchronized InMemoryRelease slow(int reads) {
        slowness = reads;
        return this;
    }

    /** After a shift it will not arrive by itself, in these words. */
    public synchronized InMemoryRelease breaks(String why) {
        broken = Optional.of(why);
        return this;
    }

    /** A revision that is there and does not serve. */
    public synchronized Revision add(String revision) {
        return add(revision, Optional.empty());
    }

    /** A revision that is there and cannot be shifted to. */
    public synchronized Revision add(String revision, Optional<String> unfit) {
        var made = new Revision(revision);
        revisions.removeIf(each -> each.revision().equals(made));
        revisions.addFirst(new Standing.Available(
                made, Optional.of(clock.instant()).filter(_ -> dates), unfit, "build " + revision));
        version++;
        return made;
    }

    /** Takes a revision away. */
    public synchronized void remove(Revision revision) {
        revisions.removeIf(each -> each.revision().equals(revision));
        version++;
    }

    /** Somebody deploys {@code revision}, made where it is not there: it serves alone. */
    public synchronized Revision deploy(String revision) {
        var made = new Revision(revision);
        if (revisions.stream().noneMatch(each -> each.revision().equals(made))) {
            add(revision);
        }
        serve(Map.of(made, 100));
        return made;
    }

    /** Somebody splits the traffic. */
    public synchronized void serve(Map<Revision, Integer> split) {
        current()
                .ifPresent(from -> split.keySet().stream()
                        .filter(to -> !serving.containsKey(to))
                        .forEach(to -> moves.add(new Move(from, to, clock.instant(), false))));
        serving = Map.copyOf(split);
        since = Optional.of(clock.instant());
        sighted = Optional.empty();
        readsToGo = OptionalInt.empty();
        arriving = Optional.empty();
        version++;
    }

    /** Whether it knows since when what serves does. */
    public synchronized InMemoryRelease tellsSince(boolean whether) {
        tellsSince = whether;
        return this;
    }

    /** From now on it dates neither what is deployed nor since when it serves: only that it was seen. */
    public synchronized InMemoryRelease datesNothing() {
        dates = false;
        return tellsSince(false);
    }

    /** Puts {@code remembered} there, as an earlier run would have. */
    public synchronized void recall(Memory remembered) {
        memory = MemoryText.read(MemoryText.write(remembered, room));
        version++;
    }

    /** How traffic moved, the oldest first. */
    public synchronized List<Move> moves() {
        return List.copyOf(moves);
    }

    /** How many writes there were through a {@link InMemoryReleaseTarget}. */
    public synchronized int writes() {
        return writes;
    }

    /** Where it stands, with no call made and nothing moved on by looking. */
    public synchronized Standing now() {
        return new Standing(
                serving,
                since.filter(_ -> tellsSince).or(() -> sighted),
                revisions,
                condition(),
                memory,
                compares ? Optional.of(Integer.toString(version)) : Optional.empty());
    }

    synchronized Standing look() {
        if (readsToGo.isPresent() && readsToGo.getAsInt() > 0) {
            readsToGo = OptionalInt.of(readsToGo.getAsInt() - 1);
            version++;
        }
        if (readsToGo.isPresent() && readsToGo.getAsInt() == 0 && broken.isEmpty()) {
            arrive();
        }
        return now();
    }

    synchronized Standing.Available fit(Revision to) {
        var found = revisions.stream()
                .filter(each -> each.revision().equals(to))
                .findFirst()
                .orElseThrow(() -> new PortException(new Fault(Fault.Kind.NOT_FOUND, "no revision " + to)));
        found.unfit().ifPresent(why -> {
            throw new PortException(new Fault(Fault.Kind.REJECTED, to + " is " + why));
        });
        return found;
    }

    synchronized void unchanged(Standing seen) {
        var now = now();
        var same = compares
                ? now.token().equals(seen.token())
                : now.serving().equals(seen.serving()) && now.memory().equals(seen.memory());
        if (!same) {
            throw new PortException(new Fault(Fault.Kind.CONFLICT, name + " has changed since it was read"));
        }
    }

    synchronized void write(Memory remembered, Optional<Revision> to) {
        if (!dates && to.isEmpty() && remembered.equals(memory)) {
            sighted = sighted.or(() -> Optional.of(clock.instant()));
        }
        memory = MemoryText.read(MemoryText.write(remembered, room));
        version++;
        writes++;
        to.filter(revision -> !now().only(revision) && !arriving.equals(to)).ifPresent(revision -> {
            moves.add(new Move(current().orElse(revision), revision, clock.instant(), true));
            arriving = Optional.of(revision);
            readsToGo = OptionalInt.of(slowness);
            if (slowness == 0 && broken.isEmpty()) {
                arrive();
            }
        });
    }

    private void arrive() {
        arriving.ifPresent(revision -> {
            serving = Map.of(revision, 100);
            since = Optional.of(clock.instant());
        });
        arriving = Optional.empty();
        readsToGo = OptionalInt.empty();
    }

    private Optional<Revision> current() {
        return revisions.stream()
                .map(Standing.Available::revision)
                .filter(serving::containsKey)
                .findFirst();
    }

    private Standing.Condition condition() {
        if (readsToGo.isEmpty()) {
            return new Standing.Condition.Settled();
        }
        return broken.<Standing.Condition>map(Standing.Condition.Broken::new)
                .orElseGet(() -> new Standing.Condition.Moving(
                        "to " + arriving.map(Revision::name).orElse("nowhere")));
    }
}
