package io.belay.adapter.aws;

import io.belay.core.release.Memory;
import io.belay.core.release.MemoryText;
import io.belay.core.release.Room;
import java.util.HashMap;
import java.util.Map;

/**
 * A memory as tags that are written in one call: the keys of its notes behind {@code belay:}. Notes left over from a longer
 * memory do no harm.
 */
final class TagNotes {
    /** Of the 50 tags of a resource, and of the 256 characters of each value. */
    static final Room ROOM = new Room(256, 12, 256);

    private static final String PREFIX = "belay:";

    private TagNotes() {}

    static Memory read(Map<String, String> tags) {
        var notes = new HashMap<String, String>();
        tags.forEach((key, value) -> {
            if (key.startsWith(PREFIX)) {
                notes.put(key.substring(PREFIX.length()), value);
            }
        });
        return MemoryText.read(notes);
    }

    static Map<String, String> write(Memory memory) {
        var tags = new HashMap<String, String>();
        MemoryText.write(memory, ROOM).forEach((key, value) -> tags.put(PREFIX + key, value));
        return tags;
    }

    /** {@code memory} as it is once written and read again: what does not fit is left out. */
    static Memory kept(Memory memory) {
        return MemoryText.read(MemoryText.write(memory, ROOM));
    }
}
