package io.belay.adapter.kubernetes;

import io.belay.core.release.Revision;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who serves how much, by pods that are ready: that is how a Service spreads. What is rolled out counts with one percent at least,
 * ready or not, since it is what is on trial.
 */
final class Shares {
    private Shares() {}

    /** Whole percents that add up to a hundred, one at the least for who serves at all. */
    static Map<Revision, Integer> of(List<ReplicaSet> sets, Optional<Revision> wanted) {
        var ready = new LinkedHashMap<Revision, Integer>();
        sets.stream()
                .filter(each -> each.ready() > 0)
                .forEach(each -> ready.merge(each.revision(), each.ready(), Integer::sum));
        var all = ready.values().stream().mapToInt(Integer::intValue).sum();
        var shares = new LinkedHashMap<Revision, Integer>();
        ready.forEach((revision, pods) -> shares.put(revision, Math.max(1, (int) (100L * pods / all))));
        wanted.ifPresent(revision -> shares.putIfAbsent(revision, 1));
        // What rounding left over, or the least shares took, is the greatest one's.
        shares.entrySet().stream()
                .max(Comparator.comparing(Map.Entry::getValue))
                .ifPresent(most -> most.setValue(most.getValue()
                        + 100
                        - shares.values().stream().mapToInt(Integer::intValue).sum()));
        return shares;
    }
}
