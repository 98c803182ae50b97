package io.belay.adapter.kubernetes;

import io.belay.core.PortException;
import io.belay.core.release.Memory;
import io.belay.core.release.MemoryText;
import io.belay.core.release.Room;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is remembered in the annotations of a Deployment, and how often something was.
 *
 * <p>The controller copies a Deployment's annotations to the ReplicaSet it rolls out, and {@code kubectl rollout undo} puts a
 * ReplicaSet's in place of the Deployment's; {@code kubectl replace} drops them. So the count tells which is the newest, and
 * the newest counts, wherever it is: a person's undo does not bring back what was remembered long ago.
 */
record Remembered(Memory memory, long count) {
    static final String PREFIX = "belay.io/";

    /** Annotations of an object may take 256 KiB in all ("Annotations"); these are copied to each ReplicaSet as well. */
    static final Room ROOM = new Room(1_000, 16, 1_000);

    private static final String COUNT = PREFIX + "count";

    /** @throws PortException REJECTED where the Deployment's own notes, being the newest, cannot be read */
    static Remembered of(Deployment deployment, List<ReplicaSet> sets) {
        var own = deployment.annotations();
        var newer = sets.stream()
                .map(ReplicaSet::annotations)
                .filter(each -> counted(each) > counted(own))
                .sorted(Comparator.comparingLong(Remembered::counted).reversed())
                .map(Remembered::read)
                .flatMap(Optional::stream)
                .findFirst();
        // Counted on from the highest, readable or not, so that what is written next is the newest.
        var highest = Stream.concat(Stream.of(own), sets.stream().map(ReplicaSet::annotations))
                .mapToLong(Remembered::counted)
                .max()
                .orElse(0);
        return new Remembered(newer.orElseGet(() -> MemoryText.read(notes(own))), highest);
    }

    /** The annotations that hold {@code memory}, the next in count; what a longer text left over is taken away. */
    static Map<String, Object> annotations(Memory memory, long count) {
        var annotations = new LinkedHashMap<String, Object>();
        for (int number = 1; number <= ROOM.notes(); number++) {
            annotations.put(PREFIX + "note." + number, Optional.empty());
        }
        MemoryText.write(memory, ROOM).forEach((key, note) -> annotations.put(PREFIX + key, note));
        annotations.put(COUNT, Long.toString(count + 1));
        return annotations;
    }

    private static Optional<Memory> read(Map<String, String> annotations) {
        try {
            return Optional.of(MemoryText.read(notes(annotations)));
        } catch (PortException _) {
            return Optional.empty();
        }
    }

    private static Map<String, String> notes(Map<String, String> annotations) {
        var notes = new LinkedHashMap<String, String>();
        annotations.forEach((key, value) -> {
            if (key.startsWith(PREFIX)) {
                notes.put(key.substring(PREFIX.length()), value);
            }
        });
        return notes;
    }

    private static long counted(Map<String, String> annotations) {
        var count = annotations.getOrDefault(COUNT, "0");
        return count.matches("\\d{1,18}") ? Long.parseLong(count) : 0;
    }
}
