package io.belay.adapter.scripts;

import java.util.HashMap;
import java.util.Map;

/** What the script has made so far: no release before knows of it, so nothing done to it can hurt one. */
final class Created {
    private final Map<String, Boolean> surely = new HashMap<>();

    /** @param surely false after IF NOT EXISTS: it may have been there */
    void add(String kind, String name, boolean surely) {
        this.surely.merge(key(kind, name), surely, Boolean::logicalOr);
    }

    void remove(String kind, String name) {
        surely.remove(key(kind, name));
    }

    /** A name without a schema may mean another thing from here on. */
    void forget() {
        surely.clear();
    }

    boolean has(String kind, String name) {
        return surely.getOrDefault(key(kind, name), false);
    }

    /** {@code Fine} on what is new, {@code Breaks} on what is old, {@code Doubt} on what may be either. */
    Opinion breaks(String kind, String name, String why) {
        if (has(kind, name)) {
            return Opinion.fine();
        }
        return surely.containsKey(key(kind, name))
                ? Opinion.doubt("after IF NOT EXISTS it may be older than this script, and then " + why)
                : Opinion.breaks(why);
    }

    private static String key(String kind, String name) {
        return kind + ' ' + name;
    }
}
