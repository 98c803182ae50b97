package io.belay.core.alarm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The order in which composite alarms can be made. */
public final class Composites {
    private Composites() {}

    /**
     * The names of the composite alarms among {@code resources}: each after those it needs, else by name.
     *
     * @throws IllegalArgumentException where some need one another in a circle
     */
    public static List<String> inOrder(List<? extends Resource> resources) {
        var byName = new TreeMap<String, Composite>();
        for (var each : resources) {
            if (each instanceof Composite composite) {
                byName.put(composite.name(), composite);
            }
        }
        var depths = new HashMap<String, Integer>();
        byName.keySet().forEach(name -> depth(name, byName, new LinkedHashSet<>(), depths));
        var ordered = new ArrayList<>(byName.keySet());
        ordered.sort((one, other) -> Integer.compare(depths.getOrDefault(one, 0), depths.getOrDefault(other, 0)));
        return ordered;
    }

    private static int depth(
            String name, Map<String, Composite> byName, Set<String> above, Map<String, Integer> depths) {
        var known = depths.get(name);
        if (known != null) {
            return known;
        }
        if (!above.add(name)) {
            throw new IllegalArgumentException("composite alarms that need one another in a circle: " + above);
        }
        var deepest = 0;
        var composite = byName.get(name);
        if (composite != null) {
            for (var need : composite.needs()) {
                if (byName.containsKey(need)) {
                    deepest = Math.max(deepest, 1 + depth(need, byName, above, depths));
                }
            }
        }
        above.remove(name);
        depths.put(name, deepest);
        return deepest;
    }
}
