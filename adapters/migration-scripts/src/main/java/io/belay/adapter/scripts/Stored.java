package io.belay.adapter.scripts;

import io.belay.core.script.ObjectPrefix;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The objects below a prefix of an object store. What is not wanted is not fetched. */
record Stored(ObjectPrefix objects) implements Place {
    @Override
    public List<Found> files(Predicate<String> wanted, Bounds bounds) {
        var found = new ArrayList<Found>();
        var left = bounds.mostBytesInAll();
        for (var name : objects.names(bounds.mostFiles()).stream().sorted().toList()) {
            if (wanted.test(name)) {
                var bytes = objects.content(name, bounds.mostBytes());
                left -= bytes.length;
                if (left < 0) {
                    throw Place.tooMuch("all scripts are more than " + bounds.mostBytesInAll() + " bytes");
                }
                found.add(new Found(name, bytes));
            }
        }
        return found;
    }
}
