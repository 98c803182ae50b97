package io.belay.adapter.aws;

import io.belay.core.release.Revision;
import io.belay.core.release.Standing;
import io.belay.core.release.Standing.Available;
import io.belay.core.release.Standing.Condition;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.model.Deployment;
import software.amazon.awssdk.services.ecs.model.DeploymentControllerType;
import software.amazon.awssdk.services.ecs.model.DeploymentRolloutState;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.Tag;

/** How an ECS service stands, from what DescribeServices tells. */
final class EcsStanding {
    private static final int NEWEST = 100;

    private EcsStanding() {}

    /** @param inactive those that were deregistered and are still there */
    static Standing of(Service service, List<String> active, List<String> inactive) {
        var shares = shares(service);
        var most = shares.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
        return new Standing(
                shares,
                most.flatMap(revision -> begun(service, revision.name())),
                revisions(service, active, inactive),
                condition(service),
                TagNotes.read(tags(service)),
                Optional.empty());
    }

    /** {@link Standing#current()} of a service of which nothing else is known. */
    static Optional<Revision> onTrial(Service service) {
        var family = family(service.taskDefinition());
        var deployed = service.deployments().stream()
                .map(Deployment::taskDefinition)
                .filter(arn -> family(arn).equals(family))
                .distinct()
                .toList();
        return of(service, deployed, List.of()).current();
    }

    /** When the newest deployment of {@code definition} that is left began. */
    private static Optional<Instant> begun(Service service, String definition) {
        return service.deployments().stream()
                .filter(each -> each.taskDefinition().equals(definition))
                .map(Deployment::createdAt)
                .max(Comparator.naturalOrder());
    }

    static Optional<Deployment> primary(Service service) {
        return service.deployments().stream()
                .filter(each -> "PRIMARY".equals(each.status()))
                .findFirst();
    }

    static Map<String, String> tags(Service service) {
        return service.tags().stream().collect(Collectors.toMap(Tag::key, Tag::value));
    }

    /** Why a task definition cannot be put back here; empty where it can. */
    static Optional<String> foreign(Service service) {
        return Optional.ofNullable(service.deploymentController())
                .filter(controller -> controller.type() != DeploymentControllerType.ECS)
                .map(controller ->
                        "the service is deployed by " + controller.typeAsString() + ": put that back in its place");
    }

    /**
     * Whole percents by running tasks. What a deployment brings in counts with one percent at least, since it is what is on
     * trial; where nothing runs, all is the PRIMARY deployment's.
     */
    private static Map<Revision, Integer> shares(Service service) {
        var running = new LinkedHashMap<Revision, Integer>();
        service.deployments().stream()
                .filter(each -> each.runningCount() > 0)
                .forEach(each -> running.merge(new Revision(each.taskDefinition()), each.runningCount(), Integer::sum));
        var shares = new LinkedHashMap<Revision, Integer>();
        var all = running.values().stream().mapToInt(Integer::intValue).sum();
        running.forEach((revision, tasks) -> shares.put(revision, Math.max(1, tasks * 100 / all)));
        if (service.desiredCount() > 0) {
            primary(service)
                    .map(each -> new Revision(each.taskDefinition()))
                    .ifPresent(each -> shares.putIfAbsent(each, 1));
        }
        var rest = 100 - shares.values().stream().mapToInt(Integer::intValue).sum();
        shares.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .ifPresent(most -> most.setValue(most.getValue() + rest));
        return shares;
    }

    private static List<Available> revisions(Service service, List<String> active, List<String> inactive) {
        var foreign = foreign(service);
        var deregistered = Optional.of("INACTIVE: it was deregistered");
        var known = Stream.concat(
                        active.stream().map(arn -> available(service, arn, foreign)),
                        inactive.stream().map(arn -> available(service, arn, deregistered)))
                .sorted(Comparator.comparingInt(
                        (Available each) -> -number(each.revision().name())))
                .toList();
        // Another family serves where it was renamed.
        var others = service.deployments().stream()
                .map(Deployment::taskDefinition)
                .distinct()
                .filter(arn -> !active.contains(arn) && !inactive.contains(arn))
                .map(arn -> available(service, arn, foreign));
        return Stream.concat(known.stream(), others).limit(NEWEST).toList();
    }

    /** A list does not tell when a task definition was registered; of what is deployed, it is when that began. */
    private static Available available(Service service, String arn, Optional<String> unfit) {
        return new Available(new Revision(arn), begun(service, arn), unfit, arn.substring(arn.indexOf('/') + 1));
    }

    private static int number(String arn) {
        return Integer.parseInt(arn.substring(arn.lastIndexOf(':') + 1));
    }

    /** {@code arn:aws:ecs:REGION:ACCOUNT:task-definition/FAMILY:7}. */
    static String family(String arn) {
        return arn.substring(arn.indexOf('/') + 1, arn.lastIndexOf(':'));
    }

    private static Condition condition(Service service) {
        var primary = primary(service);
        if (primary.isEmpty()) {
            return new Condition.Broken("no deployment is PRIMARY");
        }
        var what = primary.get();
        var tasks = what.runningCount() + " of " + what.desiredCount() + " tasks of "
                + what.taskDefinition().substring(what.taskDefinition().indexOf('/') + 1) + " run";
        if (what.rolloutState() == DeploymentRolloutState.FAILED) {
            return new Condition.Broken(tasks + ": " + what.rolloutStateReason());
        }
        var steady = service.deployments().size() == 1
                && what.rolloutState() != DeploymentRolloutState.IN_PROGRESS
                && what.runningCount() >= what.desiredCount();
        return steady ? new Condition.Settled() : new Condition.Moving(tasks);
    }
}
