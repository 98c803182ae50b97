package io.belay.adapter.aws.testkit;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One service, its deployments, and the service deployments (rollouts) that brought them. */
final class EcsFleet {
    final Tags tags = new Tags("InvalidParameterException");
    final List<Rollout> rollouts = new ArrayList<>();
    final Map<String, String> revisions = new LinkedHashMap<>();
    private final List<Deployment> deployments = new ArrayList<>();
    private final String cluster;
    private final String name;
    private final InstantSource clock;
    String arn;
    String controller = "ECS";
    int desired;

    EcsFleet(String arn, String cluster, String name, String definition, int desired, InstantSource clock) {
        this.arn = arn;
        this.cluster = cluster;
        this.name = name;
        this.desired = desired;
        this.clock = clock;
        deploy(definition);
        arrive();
    }

    /** A service deployment: what the API calls so. */
    static final class Rollout {
        final String arn;
        final List<String> sources;
        final String target;
        String status = "IN_PROGRESS";

        private Rollout(String arn, List<String> sources, String target) {
            this.arn = arn;
            this.sources = sources;
            this.target = target;
        }
    }

    /** What DescribeServices calls a deployment. */
    static final class Deployment {
        final String definition;
        private final String id = "ecs-svc/" + UUID.randomUUID();
        private final Instant created;
        private final String revision;
        private int running;
        private int failed;
        private String rollout = "IN_PROGRESS";
        private String reason = "";

        private Deployment(String definition, String revision, Instant created) {
            this.definition = definition;
            this.revision = revision;
            this.created = created;
        }
    }

    Deployment primary() {
        return deployments.getLast();
    }

    void deploy(String definition) {
        var revision = EcsControl.arn("service-revision/" + cluster + "/" + name + "/" + UUID.randomUUID());
        revisions.put(revision, definition);
        rollouts.stream().filter(each -> each.status.equals("IN_PROGRESS")).forEach(each -> each.status = "STOPPED");
        rollouts.add(new Rollout(
                EcsControl.arn("service-deployment/" + cluster + "/" + name + "/" + UUID.randomUUID()),
                deployments.stream()
                        .filter(each -> each.running > 0)
                        .map(each -> each.revision)
                        .toList(),
                revision));
        deployments.removeIf(each -> each.running == 0);
        deployments.add(new Deployment(definition, revision, clock.instant()));
    }

    void progress(int running) {
        primary().running = running;
        deployments.subList(0, deployments.size() - 1).forEach(each -> each.running = desired - running);
    }

    void arrive() {
        rollBack();
        primary().running = desired;
        primary().rollout = "COMPLETED";
        deployments.subList(0, deployments.size() - 1).clear();
        var last = rollouts.getLast();
        last.status = last.status.startsWith("ROLLBACK") ? "ROLLBACK_SUCCESSFUL" : "SUCCESSFUL";
    }

    /** The definitions of which tasks run. */
    List<String> running() {
        return deployments.reversed().stream()
                .filter(each -> each.running > 0)
                .map(each -> each.definition)
                .toList();
    }

    void crash(int tasks) {
        primary().failed += tasks;
    }

    void fail(String why) {
        primary().rollout = "FAILED";
        primary().reason = why;
        rollouts.getLast().status = "STOPPED";
    }

    /** What was asked for by StopServiceDeployment begins a little later. */
    private void rollBack() {
        var last = rollouts.getLast();
        if (!last.status.equals("ROLLBACK_REQUESTED")) {
            return;
        }
        last.status = "ROLLBACK_IN_PROGRESS";
        var source = last.sources.getFirst();
        var back = deployments.stream()
                .filter(each -> each.revision.equals(source))
                .findFirst()
                .orElseThrow();
        deployments.remove(back);
        var again = new Deployment(back.definition, source, clock.instant());
        again.running = back.running;
        deployments.add(again);
    }

    Map<String, Object> shown(boolean withTags) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("serviceArn", arn);
        shown.put("serviceName", name);
        shown.put("clusterArn", EcsControl.arn("cluster/" + cluster));
        shown.put("status", "ACTIVE");
        shown.put("desiredCount", desired);
        shown.put(
                "runningCount",
                deployments.stream().mapToInt(each -> each.running).sum());
        shown.put("taskDefinition", primary().definition);
        shown.put("deploymentController", Map.of("type", controller));
        shown.put(
                "deployments", deployments.reversed().stream().map(this::shown).toList());
        if (withTags) {
            shown.put(
                    "tags",
                    tags.all().entrySet().stream()
                            .map(each -> Map.of("key", each.getKey(), "value", each.getValue()))
                            .toList());
        }
        rollBack();
        return shown;
    }

    private Map<String, Object> shown(Deployment deployment) {
        return Map.ofEntries(
                Map.entry("id", deployment.id),
                Map.entry("status", deployment == primary() ? "PRIMARY" : "ACTIVE"),
                Map.entry("taskDefinition", deployment.definition),
                Map.entry("desiredCount", deployment == primary() ? desired : 0),
                Map.entry("runningCount", deployment.running),
                Map.entry("pendingCount", deployment == primary() ? desired - deployment.running : 0),
                Map.entry("failedTasks", deployment.failed),
                Map.entry("rolloutState", deployment.rollout),
                Map.entry("rolloutStateReason", deployment.reason),
                Map.entry("createdAt", deployment.created.toEpochMilli() / 1000.0));
    }
}
