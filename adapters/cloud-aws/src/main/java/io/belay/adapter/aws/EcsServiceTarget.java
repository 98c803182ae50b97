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
import software.amazon.awssdk.services.ecs.model.DeploymentRolloutState;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.ServiceField;
import software.amazon.awssdk.services.ecs.model.SortOrder;
import software.amazon.awssdk.services.ecs.model.Tag;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionStatus;

/**
 * An ECS service. A revision is the ARN of a task definition; what is remembered lies in the service's tags.
 *
 * <p>ECS compares nothing: a write reads once more directly before and once after. A deployment in progress is rolled back by ECS
 * itself where that leads to the wanted task definition ({@link EcsRollout}); else the service is updated to it. The number of
 * tasks stays, and ECS starts the new ones before it stops the others as far as the service's minimum and maximum allow.
 */
public final class EcsServiceTarget implements ReleaseTarget {
    private final AwsClients aws;
    private final String cluster;
    private final String service;

    /** The family of task definitions that was read last, asked for beside the service: a service seldom leaves its family. */
    private final AtomicReference<Optional<String>> family = new AtomicReference<>(Optional.empty());

    /** The service of this name in the cluster of that. */
    public EcsServiceTarget(AwsClients aws, String cluster, String service) {
        this.aws = requireNonNull(aws, "aws");
        this.cluster = requireNonNull(cluster, "cluster");
        this.service = requireNonNull(service, "service");
    }

    @Override
    public Target target() {
        var region = aws.place().region();
        return new Target("ecs:" + region + ":" + cluster + "/" + service, "ecs." + region);
    }

    @Override
    public String kind() {
        return "ecs";
    }

    /** Of {@code AWS/ECS}. */
    @Override
    public Map<String, String> dimensions() {
        return Map.of("ClusterName", cluster, "ServiceName", service);
    }

    @Override
    public Room room() {
        return TagNotes.ROOM;
    }

    @Override
    public Standing read(Deadline deadline) throws InterruptedException {
        var guess = family.get();
        return Together.both(
                () -> describe(deadline),
                () -> guess.isPresent() ? family(guess.get(), deadline) : Family.NONE,
                (found, asked) -> {
                    var named = EcsStanding.family(found.taskDefinition());
                    family.set(Optional.of(named));
                    var known = guess.equals(Optional.of(named)) ? asked : family(named, deadline);
                    return EcsStanding.of(found, known.active(), known.inactive());
                });
    }

    /** The ARNs of a family's task definitions. */
    private record Family(List<String> active, List<String> inactive) {
        static final Family NONE = new Family(List.of(), List.of());
    }

    private Family family(String name, Deadline deadline) throws InterruptedException {
        return Together.both(
                () -> definitions(name, TaskDefinitionStatus.ACTIVE, deadline),
                () -> definitions(name, TaskDefinitionStatus.INACTIVE, deadline),
                Family::new);
    }

    /** Nothing is to be done: ECS sizes the one before it takes from the other, and refuses what was deregistered since. */
    @Override
    public void prepare(Standing seen, Revision to, Deadline deadline) {
        if (deadline.passed()) {
            throw new PortException(new Fault(Fault.Kind.TIMED_OUT, "no time is left to put " + service + " back"));
        }
        var found = seen.revisions().stream()
                .filter(each -> each.revision().equals(to))
                .findFirst()
                .orElseThrow(() -> new PortException(new Fault(Fault.Kind.NOT_FOUND, "no task definition " + to)));
        found.unfit().ifPresent(why -> {
            throw rejected(to + " is " + why);
        });
    }

    @Override
    public void shift(Standing seen, Revision to, Memory memory, Deadline deadline) throws InterruptedException {
        if (seen.only(to) && seen.memory().equals(memory)) {
            return;
        }
        var found = unchanged(seen, deadline);
        var foreign = EcsStanding.foreign(found);
        if (foreign.isPresent()) {
            throw rejected(foreign.get());
        }
        tag(found, memory, deadline);
        if (!found.taskDefinition().equals(to.name())) {
            move(found, to, deadline);
        }
        arrived(found, Optional.of(to), memory, deadline);
    }

    @Override
    public void remember(Standing seen, Memory memory, Deadline deadline) throws InterruptedException {
        var found = unchanged(seen, deadline);
        tag(found, memory, deadline);
        arrived(found, Optional.empty(), memory, deadline);
    }

    private void move(Service found, Revision to, Deadline deadline) throws InterruptedException {
        var moving = EcsStanding.primary(found)
                .filter(primary -> primary.rolloutState() == DeploymentRolloutState.IN_PROGRESS);
        if (moving.isPresent() && new EcsRollout(aws, cluster, service).back(to, deadline)) {
            return;
        }
        AwsCall.ask(
                deadline,
                limits -> aws.ecs()
                        .updateService(request -> request.cluster(cluster)
                                .service(service)
                                .taskDefinition(to.name())
                                .overrideConfiguration(limits)));
    }

    private void tag(Service found, Memory memory, Deadline deadline) throws InterruptedException {
        if (!found.serviceArn().matches("arn:[^:]+:ecs:[^:]+:[^:]+:service/[^/]+/[^/]+")) {
            throw rejected(
                    "nothing can be remembered on a service whose ARN is of the short format: " + found.serviceArn());
        }
        var tags = TagNotes.write(memory).entrySet().stream()
                .map(each ->
                        Tag.builder().key(each.getKey()).value(each.getValue()).build())
                .toList();
        AwsCall.ask(
                deadline,
                limits -> aws.ecs()
                        .tagResource(request -> request.resourceArn(found.serviceArn())
                                .tags(tags)
                                .overrideConfiguration(limits)));
    }

    /** The service, where it stands as it was seen: the same on trial, the same remembered. */
    private Service unchanged(Standing seen, Deadline deadline) throws InterruptedException {
        var found = describe(deadline);
        if (!seen.current().equals(EcsStanding.onTrial(found))
                || !seen.memory().equals(TagNotes.read(EcsStanding.tags(found)))) {
            throw conflict();
        }
        return found;
    }

    private void arrived(Service before, Optional<Revision> to, Memory memory, Deadline deadline)
            throws InterruptedException {
        var after = describe(deadline);
        var expected = to.map(Revision::name).orElse(before.taskDefinition());
        // A rollback by ECS itself begins a little later.
        var moved = after.taskDefinition().equals(expected)
                || after.taskDefinition().equals(before.taskDefinition());
        if (!moved || !TagNotes.read(EcsStanding.tags(after)).equals(TagNotes.kept(memory))) {
            throw conflict();
        }
    }

    private Service describe(Deadline deadline) throws InterruptedException {
        var answer = AwsCall.ask(
                deadline,
                limits -> aws.ecs()
                        .describeServices(request -> request.cluster(cluster)
                                .services(service)
                                .include(ServiceField.TAGS)
                                .overrideConfiguration(limits)));
        return answer.services().stream()
                .filter(each -> !"INACTIVE".equals(each.status()))
                .findFirst()
                .orElseThrow(() ->
                        new PortException(new Fault(Fault.Kind.NOT_FOUND, "no service " + service + " in " + cluster)));
    }

    /** The newest hundred. */
    private List<String> definitions(String family, TaskDefinitionStatus status, Deadline deadline)
            throws InterruptedException {
        return AwsCall.ask(
                        deadline,
                        limits -> aws.ecs()
                                .listTaskDefinitions(request -> request.familyPrefix(family)
                                        .status(status)
                                        .sort(SortOrder.DESC)
                                        .maxResults(100)
                                        .overrideConfiguration(limits)))
                .taskDefinitionArns();
    }

    private PortException conflict() {
        return new PortException(new Fault(Fault.Kind.CONFLICT, service + " has changed since it was read"));
    }

    private static PortException rejected(String why) {
        return new PortException(new Fault(Fault.Kind.REJECTED, why));
    }
}
