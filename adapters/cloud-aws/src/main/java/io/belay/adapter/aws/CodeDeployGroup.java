package io.belay.adapter.aws;

import io.belay.core.release.Journal;
import io.belay.core.release.Memory;
import io.belay.core.release.Revision;
import io.belay.core.release.Standing;
import io.belay.core.release.Standing.Available;
import io.belay.core.release.Standing.Condition;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.codedeploy.model.DeploymentInfo;
import software.amazon.awssdk.services.codedeploy.model.DeploymentStatus;

/**
 * A deployment group as it was found.
 *
 * @param arn its ARN
 * @param last the deployment that was begun last
 * @param good the last one that succeeded; the same where that was the last
 */
record CodeDeployGroup(String arn, DeploymentInfo last, Optional<DeploymentInfo> good, Memory memory) {
    static final Set<DeploymentStatus> RUNNING = Set.of(
            DeploymentStatus.CREATED,
            DeploymentStatus.QUEUED,
            DeploymentStatus.IN_PROGRESS,
            DeploymentStatus.BAKING,
            DeploymentStatus.READY);

    static final String FINISHED =
            "a revision can be returned to only while the deployment that replaces it runs; for a finished"
                    + " one, deploy this revision anew, or let a step of the kind lambda or ecs put back what CodeDeploy deployed";

    boolean running() {
        return RUNNING.contains(last.status());
    }

    Standing standing() {
        return new Standing(shares(), since(), revisions(), condition(), memory, Optional.empty());
    }

    private Optional<Instant> since() {
        var most =
                shares().entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
        return revisions().stream()
                .filter(each -> most.filter(each.revision()::equals).isPresent())
                .findFirst()
                .flatMap(Available::created);
    }

    private Map<Revision, Integer> shares() {
        var current = CodeDeployRevisions.of(last.revision());
        var before = good.map(each -> CodeDeployRevisions.of(each.revision()))
                .filter(each -> !each.equals(current) && last.status() != DeploymentStatus.SUCCEEDED);
        if (before.isEmpty()) {
            return Map.of(current, 100);
        }
        var shares = new LinkedHashMap<Revision, Integer>();
        var share = Math.clamp(percent(), 1, 99);
        shares.put(current, share);
        shares.put(before.get(), 100 - share);
        return shares;
    }

    /** By instances that have it. */
    private int percent() {
        var overview = Optional.ofNullable(last.deploymentOverview());
        var done = overview.map(each -> each.succeeded() == null ? 0L : each.succeeded())
                .orElse(0L);
        var all = overview.stream()
                .flatMap(each ->
                        Stream.of(each.pending(), each.inProgress(), each.succeeded(), each.failed(), each.ready()))
                .mapToLong(each -> each == null ? 0 : each)
                .sum();
        return all == 0 ? 1 : Math.toIntExact(done * 100 / all);
    }

    private List<Available> revisions() {
        return Stream.concat(Stream.of(last), good.stream())
                .map(each -> new Available(
                        CodeDeployRevisions.of(each.revision()),
                        Optional.ofNullable(each.createTime()),
                        unfit(each),
                        each.deploymentId()))
                .collect(
                        LinkedHashMap<Revision, Available>::new,
                        (all, each) -> all.putIfAbsent(each.revision(), each),
                        Map::putAll)
                .values()
                .stream()
                .toList();
    }

    private Optional<String> unfit(DeploymentInfo deployment) {
        return CodeDeployRevisions.loose(deployment.revision())
                .or(() -> running() && !deployment.equals(last) ? Optional.empty() : Optional.of(FINISHED));
    }

    private Condition condition() {
        var what = last.deploymentId() + " is " + last.statusAsString();
        if (running()) {
            return new Condition.Moving(what);
        }
        if (last.status() == DeploymentStatus.SUCCEEDED) {
            return new Condition.Settled();
        }
        var stoppedByUs = memory.journal()
                .filter(Journal::open)
                .filter(journal -> journal.from().equals(CodeDeployRevisions.of(last.revision())))
                .isPresent();
        return stoppedByUs
                ? new Condition.Moving(what + ", and its rollback has not begun yet")
                : new Condition.Broken(what + ", and nothing rolls it back");
    }
}
