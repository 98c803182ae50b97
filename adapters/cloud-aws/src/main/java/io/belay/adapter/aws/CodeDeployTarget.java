package io.belay.adapter.aws;

import static java.util.Objects.requireNonNull;

import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.probe.Target;
import io.belay.core.release.Memory;
import io.belay.core.release.ReleaseTarget;
import io.belay.core.release.Revision;
import io.belay.core.release.Room;
import io.belay.core.release.Standing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.codedeploy.model.DeploymentGroupInfo;
import software.amazon.awssdk.services.codedeploy.model.DeploymentInfo;
import software.amazon.awssdk.services.codedeploy.model.LastDeploymentInfo;
import software.amazon.awssdk.services.codedeploy.model.Tag;

/**
 * A deployment group of CodeDeploy. A running deployment is stopped, and CodeDeploy rolls back what it had changed; a finished one
 * is refused. What is remembered lies in the group's tags. CodeDeploy compares nothing: a write reads once more directly before and
 * once after.
 */
public final class CodeDeployTarget implements ReleaseTarget {
    private final AwsClients aws;
    private final String application;
    private final String group;

    /** What was read last; its deployments are asked for beside the group, which mostly still names the same. */
    private final AtomicReference<Optional<Named>> named = new AtomicReference<>(Optional.empty());

    /** The group of this name in the application of that. */
    public CodeDeployTarget(AwsClients aws, String application, String group) {
        this.aws = requireNonNull(aws, "aws");
        this.application = requireNonNull(application, "application");
        this.group = requireNonNull(group, "group");
    }

    @Override
    public Target target() {
        var region = aws.place().region();
        return new Target("codedeploy:" + region + ":" + application + "/" + group, "codedeploy." + region);
    }

    @Override
    public String kind() {
        return "codedeploy";
    }

    @Override
    public Room room() {
        return TagNotes.ROOM;
    }

    @Override
    public Standing read(Deadline deadline) throws InterruptedException {
        return found(deadline).standing();
    }

    @Override
    public void prepare(Standing seen, Revision to, Deadline deadline) {
        if (deadline.passed()) {
            throw fault(Fault.Kind.TIMED_OUT, "no time is left to stop what " + group + " deploys");
        }
        fit(seen, to);
    }

    @Override
    public void shift(Standing seen, Revision to, Memory memory, Deadline deadline) throws InterruptedException {
        if (seen.only(to) && seen.memory().equals(memory)) {
            return;
        }
        var found = unchanged(seen, deadline);
        var there = CodeDeployRevisions.of(found.last().revision()).equals(to);
        if (!there) {
            fit(found.standing(), to);
        }
        tag(found, memory, deadline);
        if (!there) {
            var running = found.last().deploymentId();
            AwsCall.ask(
                    deadline,
                    limits -> aws.codeDeploy()
                            .stopDeployment(request -> request.deploymentId(running)
                                    .autoRollbackEnabled(true)
                                    .overrideConfiguration(limits)));
        }
        remembered(memory, deadline);
    }

    @Override
    public void remember(Standing seen, Memory memory, Deadline deadline) throws InterruptedException {
        tag(unchanged(seen, deadline), memory, deadline);
        remembered(memory, deadline);
    }

    private static void fit(Standing found, Revision to) {
        if (!(found.condition() instanceof Standing.Condition.Moving)) {
            throw fault(Fault.Kind.REJECTED, "the last deployment is finished: " + CodeDeployGroup.FINISHED);
        }
        var known = found.revisions().stream()
                .filter(each -> each.revision().equals(to))
                .findFirst()
                .orElseThrow(() -> fault(Fault.Kind.NOT_FOUND, "CodeDeploy would not return to " + to));
        known.unfit().ifPresent(why -> {
            throw fault(Fault.Kind.REJECTED, to + ": " + why);
        });
    }

    private CodeDeployGroup unchanged(Standing seen, Deadline deadline) throws InterruptedException {
        var found = found(deadline);
        if (!seen.current().equals(found.standing().current()) || !seen.memory().equals(found.memory())) {
            throw fault(Fault.Kind.CONFLICT, group + " has changed since it was read");
        }
        return found;
    }

    private void remembered(Memory memory, Deadline deadline) throws InterruptedException {
        if (!found(deadline).memory().equals(TagNotes.kept(memory))) {
            throw fault(Fault.Kind.CONFLICT, "somebody else wrote to " + group + " at the same time");
        }
    }

    /**
     * What a group names.
     *
     * @param last the id of the deployment that was begun last
     * @param good of the last that succeeded
     */
    private record Named(String arn, String last, Optional<String> good) {
        List<String> ids() {
            return Stream.concat(Stream.of(last), good.stream()).distinct().toList();
        }
    }

    private CodeDeployGroup found(Deadline deadline) throws InterruptedException {
        var guess = named.get();
        return Together.both(
                () -> group(deadline),
                () -> guess.isPresent() ? guessed(guess.get(), deadline) : Optional.<CodeDeployGroup>empty(),
                (now, asked) -> {
                    named.set(Optional.of(now));
                    return guess.equals(Optional.of(now)) && asked.isPresent() ? asked.get() : of(now, deadline);
                });
    }

    /** A fault may be of the guess alone: who asks again finds out. */
    private Optional<CodeDeployGroup> guessed(Named guess, Deadline deadline) throws InterruptedException {
        try {
            return Optional.of(of(guess, deadline));
        } catch (PortException fault) {
            return Optional.empty();
        }
    }

    private Named group(Deadline deadline) throws InterruptedException {
        var info = AwsCall.ask(
                        deadline,
                        limits -> aws.codeDeploy()
                                .getDeploymentGroup(request -> request.applicationName(application)
                                        .deploymentGroupName(group)
                                        .overrideConfiguration(limits)))
                .deploymentGroupInfo();
        var last = Optional.ofNullable(info.lastAttemptedDeployment())
                .map(LastDeploymentInfo::deploymentId)
                .orElseThrow(() -> fault(Fault.Kind.NOT_FOUND, "nothing was ever deployed to " + group));
        var good = Optional.ofNullable(info.lastSuccessfulDeployment()).map(LastDeploymentInfo::deploymentId);
        return new Named(arn(info), last, good);
    }

    private CodeDeployGroup of(Named now, Deadline deadline) throws InterruptedException {
        return Together.both(
                () -> deployments(now.ids(), deadline),
                () -> TagNotes.read(tags(now.arn(), deadline)),
                (found, memory) -> new CodeDeployGroup(
                        now.arn(), of(now.last(), found), now.good().map(id -> of(id, found)), memory));
    }

    private static DeploymentInfo of(String id, List<DeploymentInfo> found) {
        return found.stream()
                .filter(each -> each.deploymentId().equals(id))
                .findFirst()
                .orElseThrow(() -> fault(Fault.Kind.NOT_FOUND, "no deployment " + id));
    }

    private List<DeploymentInfo> deployments(List<String> ids, Deadline deadline) throws InterruptedException {
        return AwsCall.ask(
                        deadline,
                        limits -> aws.codeDeploy()
                                .batchGetDeployments(
                                        request -> request.deploymentIds(ids).overrideConfiguration(limits)))
                .deploymentsInfo();
    }

    private Map<String, String> tags(String arn, Deadline deadline) throws InterruptedException {
        return AwsCall.ask(
                        deadline,
                        limits -> aws.codeDeploy()
                                .listTagsForResource(
                                        request -> request.resourceArn(arn).overrideConfiguration(limits)))
                .tags()
                .stream()
                .collect(Collectors.toMap(Tag::key, Tag::value));
    }

    private void tag(CodeDeployGroup found, Memory memory, Deadline deadline) throws InterruptedException {
        var tags = TagNotes.write(memory).entrySet().stream()
                .map(each ->
                        Tag.builder().key(each.getKey()).value(each.getValue()).build())
                .toList();
        AwsCall.ask(
                deadline,
                limits -> aws.codeDeploy()
                        .tagResource(request ->
                                request.resourceArn(found.arn()).tags(tags).overrideConfiguration(limits)));
    }

    /** CodeDeploy does not tell a group's ARN; its role lives in the same partition and account. */
    private String arn(DeploymentGroupInfo info) {
        var role = info.serviceRoleArn().split(":", -1);
        return String.join(
                ":",
                "arn",
                role[1],
                "codedeploy",
                aws.place().region(),
                role[4],
                "deploymentgroup",
                application + "/" + group);
    }

    private static PortException fault(Fault.Kind kind, String message) {
        return new PortException(new Fault(kind, message));
    }
}
