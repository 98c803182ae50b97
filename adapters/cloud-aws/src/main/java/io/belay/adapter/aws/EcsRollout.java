package io.belay.adapter.aws;

import io.belay.core.Deadline;
import io.belay.core.release.Revision;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.model.ServiceDeployment;
import software.amazon.awssdk.services.ecs.model.ServiceDeploymentStatus;
import software.amazon.awssdk.services.ecs.model.ServiceRevision;
import software.amazon.awssdk.services.ecs.model.ServiceRevisionSummary;
import software.amazon.awssdk.services.ecs.model.StopServiceDeploymentStopType;

/** A deployment of a service that is in progress, which ECS can roll back by itself: sooner than a new one, and all of it. */
record EcsRollout(AwsClients aws, String cluster, String service) {
    private static final List<ServiceDeploymentStatus> FORWARD =
            List.of(ServiceDeploymentStatus.PENDING, ServiceDeploymentStatus.IN_PROGRESS);
    private static final List<ServiceDeploymentStatus> BACK =
            List.of(ServiceDeploymentStatus.ROLLBACK_REQUESTED, ServiceDeploymentStatus.ROLLBACK_IN_PROGRESS);

    /** Whether ECS now goes back to {@code to}; it is asked to only where it came from there and nowhere else. */
    boolean back(Revision to, Deadline deadline) throws InterruptedException {
        var listed = AwsCall.ask(
                        deadline,
                        limits -> aws.ecs()
                                .listServiceDeployments(request -> request.cluster(cluster)
                                        .service(service)
                                        .status(Stream.concat(FORWARD.stream(), BACK.stream())
                                                .toList())
                                        .overrideConfiguration(limits)))
                .serviceDeployments();
        if (listed.size() != 1) {
            return false;
        }
        var arn = listed.getFirst().serviceDeploymentArn();
        var found = AwsCall.ask(
                        deadline,
                        limits -> aws.ecs()
                                .describeServiceDeployments(request ->
                                        request.serviceDeploymentArns(arn).overrideConfiguration(limits)))
                .serviceDeployments();
        if (found.size() != 1 || !cameFrom(to, found.getFirst(), deadline)) {
            return false;
        }
        if (FORWARD.contains(found.getFirst().status())) {
            AwsCall.ask(
                    deadline,
                    limits -> aws.ecs()
                            .stopServiceDeployment(request -> request.serviceDeploymentArn(arn)
                                    .stopType(StopServiceDeploymentStopType.ROLLBACK)
                                    .overrideConfiguration(limits)));
        }
        return true;
    }

    private boolean cameFrom(Revision to, ServiceDeployment rollout, Deadline deadline) throws InterruptedException {
        var sources = rollout.sourceServiceRevisions().stream()
                .map(ServiceRevisionSummary::arn)
                .toList();
        if (sources.isEmpty()) {
            return false;
        }
        var revisions = AwsCall.ask(
                        deadline,
                        limits -> aws.ecs()
                                .describeServiceRevisions(request ->
                                        request.serviceRevisionArns(sources).overrideConfiguration(limits)))
                .serviceRevisions();
        return revisions.size() == sources.size()
                && revisions.stream().map(ServiceRevision::taskDefinition).allMatch(to.name()::equals);
    }
}
