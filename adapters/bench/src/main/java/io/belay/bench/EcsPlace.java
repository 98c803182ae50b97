package io.belay.bench;

import io.belay.adapter.aws.EcsServiceTarget;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.EcsClient;

/** Services of ECS of which the deployment is over. */
final class EcsPlace extends Amazon {
    private static final String CLUSTER = "prod";

    private final EcsClient sdk = plain(EcsClient.builder());

    @Override
    public Thing broken() throws InterruptedException {
        var service = fresh("orders");
        var target = new EcsServiceTarget(clients, CLUSTER, service);
        time.ago(Duration.ofHours(4));
        green();
        var good = server.ecs().register(service);
        server.ecs().service(CLUSTER, service, good, 4);
        Place.stamp(target, time);
        time.ago(Duration.ofMinutes(10));
        server.ecs().deploy(CLUSTER, service, server.ecs().register(service));
        server.ecs().arrive(CLUSTER, service);
        var alarms = red();
        return new Thing(
                target,
                Optional.of(alarms),
                () -> server.ecs().primary(CLUSTER, service).equals(good),
                () -> server.ecs().arrive(CLUSTER, service),
                () -> {
                    sdk.describeServices(request -> request.cluster(CLUSTER).services(service));
                    sdk.updateService(
                            request -> request.cluster(CLUSTER).service(service).taskDefinition(good));
                });
    }
}
