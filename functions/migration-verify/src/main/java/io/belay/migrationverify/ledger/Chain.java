package io.belay.migrationverify.ledger;

import io.belay.core.migration.DriftKind;
import io.belay.migrationverify.ledger.Drift.Changed;
import java.util.List;

/**
 * Where each checksum is made of all that is before it, one change, or one script that came or went, shows in all that follow:
 * only the first is known to have changed, and none behind one that came or went.
 */
final class Chain {
    private Chain() {}

    static List<Drift> first(List<Drift> drifts, Tool tool) {
        var changed = drifts.stream()
                .filter(Changed.class::isInstance)
                .min((one, other) -> compare(tool, one, other))
                .filter(first -> drifts.stream()
                        .filter(each -> each.kind() == DriftKind.MISSING || each.kind() == DriftKind.OUT_OF_ORDER)
                        .noneMatch(each -> compare(tool, each, first) < 0));
        return drifts.stream()
                .filter(each -> !(each instanceof Changed)
                        || changed.filter(each::equals).isPresent())
                .toList();
    }

    private static int compare(Tool tool, Drift one, Drift other) {
        return tool.ordering().compare(one.migration(), other.migration()).orElse(0);
    }
}
