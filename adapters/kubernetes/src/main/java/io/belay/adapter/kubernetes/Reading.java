package io.belay.adapter.kubernetes;

import io.belay.core.release.Revision;
import io.belay.core.release.Standing;
import io.belay.core.release.Standing.Available;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes of a Deployment and its ReplicaSets where it stands. */
record Reading(Deployment deployment, List<ReplicaSet> sets, Pins pins) {
    /** Below it, people are told: a few deploys later the revision that was stamped is gone. */
    private static final int FEW = 3;

    private static final int MOST = 100;

    Reading {
        sets = sets.stream()
                .sorted(Comparator.comparingLong(ReplicaSet::number)
                        .thenComparing(each -> each.created().orElse(Instant.EPOCH))
                        .reversed())
                .limit(MOST)
                .toList();
    }

    Standing standing() {
        var remembered = Remembered.of(deployment, sets);
        var token = new Token(deployment.uid(), deployment.resourceVersion(), remembered.count());
        return new Standing(
                Shares.of(sets, wanted()),
                since(),
                sets.stream().map(this::available).toList(),
                Rollout.of(deployment),
                remembered.memory(),
                Optional.of(token.toString()));
    }

    /** Of a template that was rolled out once, when that was; of one that came back, when that ended, which is later. */
    private Optional<Instant> since() {
        return sets.stream()
                .max(Comparator.comparingInt(ReplicaSet::ready))
                .filter(each -> each.ready() > 0)
                .flatMap(each -> each.reused() ? deployment.progressed() : each.created());
    }

    /** What is rolled out; nothing where nothing is, since the Deployment is paused or scaled to 0. */
    private Optional<Revision> wanted() {
        return deployment.paused() || deployment.wanted() == 0
                ? Optional.empty()
                : sets.stream().filter(this::isWanted).map(ReplicaSet::revision).findFirst();
    }

    private boolean isWanted(ReplicaSet set) {
        return set.template().equals(deployment.template());
    }

    private Available available(ReplicaSet set) {
        return new Available(set.revision(), set.created(), unfit(set), label(set));
    }

    private Optional<String> unfit(ReplicaSet set) {
        if (deployment.paused()) {
            return Optional.of("not to be rolled out: the Deployment is paused (kubectl rollout resume)");
        }
        if (deployment.wanted() == 0) {
            return Optional.of("not to be proved: the Deployment is scaled to 0");
        }
        if (set.goes()) {
            return Optional.of("being deleted");
        }
        return pins == Pins.REQUIRED
                ? set.images().stream()
                        .filter(each -> !pinned(each))
                        .findFirst()
                        .map(each -> "not pinned: " + each + " has no digest")
                : Optional.empty();
    }

    private String label(ReplicaSet set) {
        var images = set.images().stream()
                .map(each -> pinned(each) ? each : each + " (by tag)")
                .collect(Collectors.joining(", "));
        return images + "; revision " + set.number()
                + (isWanted(set) && deployment.historyLimit() < FEW
                        ? "; only " + deployment.historyLimit() + " older kept (revisionHistoryLimit)"
                        : "");
    }

    private static boolean pinned(String image) {
        return image.matches(".*@sha256:[0-9a-f]{64}");
    }
}
