package io.belay.rollback;

import io.belay.core.alarm.AlarmState.Colour;
import io.belay.core.release.Journal;
import io.belay.core.release.Revision;
import io.belay.core.release.Stamp;
import io.belay.core.release.Standing;
import io.belay.core.testkit.InMemoryRelease;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Notes what calls really do to a world, and what they can have known. */
final class Witness {
    private final World world;
    private final Map<Integer, Standing> seenBefore = new HashMap<>();
    private final Map<String, Map<Revision, Integer>> shares = new HashMap<>();
    private final Map<String, Instant> began = new HashMap<>();

    Witness(World world) {
        this.world = world;
    }

    /** Targets that serve nothing but what a rollback that is open returns to. */
    Set<String> restored() {
        return world.releases.stream()
                .filter(each -> {
                    var standing = each.now();
                    return standing.memory()
                            .journal()
                            .filter(journal -> standing.only(journal.to()))
                            .isPresent();
                })
                .map(InMemoryRelease::name)
                .collect(Collectors.toSet());
    }

    void before(Caller caller, InMemoryRelease release) {
        seenBefore.put(31 * caller.number + world.releases.indexOf(release), release.now());
    }

    /**
     * Another's write came between this one's comparing and its writing: a rollback that it remembered is forgotten, unless it is
     * written again.
     */
    void between(Caller caller, InMemoryRelease release) {
        var compared = seenBefore.getOrDefault(31 * caller.number + world.releases.indexOf(release), release.now());
        remembering(release)
                .filter(journal -> !compared.memory().rollbacks().contains(journal.begun()))
                .ifPresent(
                        journal -> world.facts.forgotten.add(new Facts.Forgotten(release.name(), journal.rollback())));
        before(caller, release);
    }

    /** The journal of a rollback that counts. */
    private static Optional<Journal> remembering(InMemoryRelease release) {
        var memory = release.now().memory();
        return memory.journal().filter(journal -> memory.rollbacks().contains(journal.begun()));
    }

    /** Somebody deploys {@code revision}, also where it is what serves. */
    void deployed(InMemoryRelease release, Revision revision) {
        began.put(key(release, revision), world.now.get());
        look(release);
    }

    /** Notes what has more of the traffic than before: what was told to serve may come to it much later. */
    void look(InMemoryRelease release) {
        var serving = release.now().serving();
        var before = shares.put(release.name(), serving);
        serving.forEach((revision, share) -> {
            if (before == null || share > before.getOrDefault(revision, 0)) {
                began.put(key(release, revision), world.now.get());
            }
        });
    }

    private static String key(InMemoryRelease release, Revision revision) {
        return release.name() + " " + revision.name();
    }

    void shifted(Caller caller, InMemoryRelease release, boolean prepared) {
        var move = release.moves().getLast();
        var journal = release.now().memory().journal().orElseThrow();
        var before = seenBefore.getOrDefault(31 * caller.number + world.releases.indexOf(release), release.now());
        var first = world.facts.shifts.stream()
                .noneMatch(each -> each.journal().rollback().equals(journal.rollback()));
        var others =
                world.releases.stream().filter(each -> bears(each, journal)).toList();
        var arrived = others.stream()
                .filter(each -> world.releases.indexOf(each) < world.releases.indexOf(release))
                .allMatch(each -> restored().contains(each.name()));
        var deployed = others.stream().map(this::deployed).min(Instant::compareTo);
        var stamped = before.memory().stamps().stream()
                .filter(each -> each.revision().equals(move.to()))
                .map(Stamp::heads)
                .allMatch(world::additive);
        world.facts.shifts.add(new Facts.Shift(
                caller.number,
                caller.call.why(),
                release.name(),
                first,
                journal,
                move.from().name(),
                move.to().name(),
                world.now.get(),
                before,
                arrived && prepared,
                new Facts.Ground(
                        caller.redSince,
                        deployed,
                        world.history.remembers()
                                && deployed.filter(this::redBefore).isPresent(),
                        caller.sick,
                        stamped,
                        world.killed)));
    }

    private static boolean bears(InMemoryRelease release, Journal journal) {
        return release.now()
                .memory()
                .journal()
                .filter(each -> each.rollback().equals(journal.rollback()))
                .isPresent();
    }

    private Instant deployed(InMemoryRelease release) {
        var from = release.now().memory().journal().orElseThrow().from();
        var created = release.now().revisions().stream()
                .filter(each -> each.revision().equals(from))
                .flatMap(each -> each.created().stream())
                .findFirst();
        var known = Optional.ofNullable(began.get(key(release, from)));
        return world.history.tellsSince() ? known.orElseThrow() : created.orElseThrow();
    }

    private boolean redBefore(Instant deployed) {
        for (int at = 0; at < world.colours.size(); at++) {
            var turn = world.colours.get(at);
            var over = at + 1 == world.colours.size()
                    ? Instant.MAX
                    : world.colours.get(at + 1).at();
            if (turn.colour() == Colour.RED
                    && turn.at().isBefore(deployed)
                    && !turn.at().isBefore(deployed.minus(World.AGE).minus(NotBefore.FAR))
                    && over.isAfter(deployed.minus(World.AGE))) {
                return true;
            }
        }
        return false;
    }

    void remembered(Caller caller, InMemoryRelease release) {
        remembering(release)
                .ifPresent(each -> world.facts.forgotten.remove(new Facts.Forgotten(release.name(), each.rollback())));
        var journal = release.now().memory().journal();
        journal.filter(each -> each.state() == Journal.State.VERIFIED)
                .filter(each -> world.facts.verified.stream()
                        .noneMatch(one -> one.target().equals(release.name())
                                && one.journal().rollback().equals(each.rollback())))
                .ifPresent(each -> world.facts.verified.add(new Facts.Verified(
                        caller.number,
                        release.name(),
                        each,
                        world.releases.stream()
                                .filter(one -> bears(one, each))
                                .allMatch(one -> caller.provedOn.contains(one.name())))));
    }
}
