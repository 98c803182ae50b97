package io.belay.adapter.compose;

import io.belay.core.release.MemoryText;
import io.belay.core.release.Revision;
import io.belay.core.release.Standing;
import io.belay.core.release.Standing.Available;
import io.belay.core.release.Standing.Condition;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was found on a host.
 *
 * @param images what runs, by service
 * @param texts the files of the folder of releases
 */
record Situation(
        ComposeSetup setup, List<Container> containers, Map<String, String> images, Map<String, String> texts) {
    static final String MEMORY = "memory.txt";
    private static final int MOST = 100;

    /** What runs, as a release. */
    Release running() {
        return new Release(images, since());
    }

    /** The file that holds {@code revision}, where one does. */
    Optional<String> file(Revision revision) {
        return recorded().entrySet().stream()
                .filter(each -> each.getValue().revision().equals(revision))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** What runs may be returned to once it is recorded; empty where that is not possible, or was done. */
    Optional<Release> unrecorded() {
        return Optional.of(running())
                .filter(each -> unfit(each).isEmpty() && file(each.revision()).isEmpty());
    }

    Standing standing() {
        var serving = containers.stream().anyMatch(Container::runs)
                ? Map.of(running().revision(), 100)
                : Map.<Revision, Integer>of();
        return new Standing(serving, since(), revisions(), condition(), MemoryText.read(notes()), Optional.empty());
    }

    private Optional<Instant> since() {
        return containers.stream()
                .map(Container::created)
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }

    private List<Available> revisions() {
        var current = containers.isEmpty()
                ? Stream.<Available>empty()
                : Stream.of(available(running(), file(running().revision()).orElse("not recorded")));
        var seen = new HashSet<Revision>();
        return Stream.concat(
                        current, recorded().entrySet().stream().map(each -> available(each.getValue(), each.getKey())))
                .filter(each -> seen.add(each.revision()))
                .sorted(Comparator.comparing((Available each) -> each.created().orElse(Instant.EPOCH))
                        .reversed())
                .limit(MOST)
                .toList();
    }

    private Available available(Release release, String file) {
        return new Available(release.revision(), release.created(), unfit(release), file);
    }

    private Optional<String> unfit(Release release) {
        if (!release.images().keySet().equals(new HashSet<>(setup.services()))) {
            return Optional.of("of the services " + release.images().keySet() + " and not of " + setup.services());
        }
        return release.unpinned().map(why -> "not pinned: " + why);
    }

    private Map<String, Release> recorded() {
        var recorded = new LinkedHashMap<String, Release>();
        texts.forEach((file, text) -> {
            if (!file.equals(MEMORY)) {
                Release.read(text).ifPresent(release -> recorded.put(file, release));
            }
        });
        return recorded;
    }

    private Map<String, String> notes() {
        var notes = new LinkedHashMap<String, String>();
        texts.getOrDefault(MEMORY, "").lines().forEach(line -> {
            var pair = line.split(": ", 2);
            if (pair.length == 2) {
                notes.put(pair[0], pair[1]);
            }
        });
        return notes;
    }

    private Condition condition() {
        for (var service : setup.services()) {
            if (containers.stream().noneMatch(each -> each.service().equals(service))) {
                return new Condition.Broken(service + " has no container");
            }
        }
        var moving = Optional.<Condition>empty();
        for (var each : containers) {
            if (each.state().equals("dead") || (each.state().equals("exited") && !each.done())) {
                return new Condition.Broken(each.service() + " has " + each.state() + " with " + each.exit());
            }
            if (!each.done()
                    && (!each.runs()
                            || !(each.health().isEmpty() || each.health().equals("healthy")))) {
                moving = moving.or(() -> Optional.of(
                        new Condition.Moving(each.service() + " is " + (each.runs() ? each.health() : each.state()))));
            }
        }
        return moving.orElseGet(Condition.Settled::new);
    }
}
