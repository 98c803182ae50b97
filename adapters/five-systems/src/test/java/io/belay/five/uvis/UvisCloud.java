package io.belay.five.uvis;

import io.belay.adapter.aws.testkit.AwsServer;
import io.belay.core.testkit.TestingTime;
import io.belay.five.aws.Resource;
import io.belay.five.aws.Traffic;
import java.io.Closeable;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The account that UVIS runs in: two services on ECS, which say what answers, alarms, topics, and all that is only looked at. */
final class UvisCloud implements Closeable {
    static final String BACKEND = "backend-service";
    static final String FRONTEND = "frontend-service";
    static final String BALANCER = "app/coldchain-alb/0000000000000000";
    static final String ZONE = "Z1234567890ABC";

    private static final String CLUSTER = "coldchain-prod-cluster";
    private static final String ARN = "arn:aws:%s:" + AwsServer.REGION + ":" + AwsServer.ACCOUNT + ":";
    private static final String TARGETS = ARN.formatted("elasticloadbalancing") + "targetgroup/";

    /** What the file is given, and what the recorded answers say. */
    static final Map<String, String> IDS = Map.ofEntries(
            Map.entry("REGION", AwsServer.REGION),
            Map.entry("ZONE", ZONE),
            Map.entry("CERTIFICATE", ARN.formatted("acm") + "certificate/00000000-0000-0000-0000-000000000000"),
            Map.entry("BALANCER_ARN", ARN.formatted("elasticloadbalancing") + "loadbalancer/" + BALANCER),
            Map.entry("VPC", "vpc-00000000000000000"),
            Map.entry("GROUP_ALB", "sg-00000000000000001"),
            Map.entry("GROUP_ECS", "sg-00000000000000002"),
            Map.entry("GROUP_RDS", "sg-00000000000000003"),
            Map.entry("GROUP_REDIS", "sg-00000000000000004"),
            Map.entry("TARGETS_BACKEND", TARGETS + "backend/0000000000000000"),
            Map.entry("TARGETS_FRONTEND", TARGETS + "frontend/0000000000000000"));

    final AwsServer aws;
    final Traffic traffic;
    private final TestingTime time;
    private final Set<String> crashing = new HashSet<>();

    UvisCloud(TestingTime time) {
        this.time = time;
        aws = AwsServer.start(time);
        traffic = new Traffic(aws, time, BALANCER, "coldchain-errors", 1_000);
        for (var answers : List.of("account", "network", "storage")) {
            aws.recorded().record(Resource.text("uvis", answers + ".txt"), IDS);
        }
        for (var name : List.of("example.com.", "api.example.com.", "app.example.com.")) {
            aws.route53().set(ZONE, name, "A", 60, "192.0.2.10");
        }
        aws.route53().set(ZONE, "example.com.", "NS", 172_800, "ns-1.awsdns-00.com.");
        aws.logs()
                .group("/ecs/coldchain-backend")
                .group("/ecs/coldchain-frontend")
                .group("/aws/lambda/belay-rollback");
        aws.lambda().publish("belay-rollback");
        aws.sns().topic("oncall");
        aws.ecs().service(CLUSTER, BACKEND, definition("backend"), 2);
        aws.ecs().service(CLUSTER, FRONTEND, definition("frontend"), 1);
        aws.watch(this::settle);
        for (var minute = 61; minute > 0; minute--) {
            measure(minute);
        }
    }

    /** Registers the next revision of a task definition, as its pipeline does. */
    String definition(String family) {
        return aws.ecs()
                .register(
                        family,
                        Map.of(
                                "taskRoleArn",
                                "arn:aws:iam::123456789012:role/coldchain-task",
                                "executionRoleArn",
                                "arn:aws:iam::123456789012:role/coldchain-execution",
                                "containerDefinitions",
                                List.of(Map.of(
                                        "name",
                                        family,
                                        "secrets",
                                        List.of(Map.of(
                                                "name", "SECRET_KEY", "valueFrom", "coldchain/prod/secret-key"))))));
    }

    /** Both services are deployed anew, and all tasks run. */
    void deploy() {
        aws.ecs().deploy(CLUSTER, BACKEND, definition("backend"));
        aws.ecs().deploy(CLUSTER, FRONTEND, definition("frontend"));
        settle();
    }

    /** The backend is deployed anew, and no task of it stays. */
    void deployWhatCrashes() {
        var definition = definition("backend");
        crashing.add(definition);
        aws.ecs().deploy(CLUSTER, BACKEND, definition);
        aws.ecs().crash(CLUSTER, BACKEND, 3);
    }

    /** The revision of which tasks of {@code service} run: what answers. */
    String serving(String service) {
        var definition = aws.ecs().running(CLUSTER, service).getFirst();
        return definition.substring(definition.lastIndexOf(':') + 1);
    }

    /** The revision that {@code service} is to run. */
    String wanted(String service) {
        var definition = aws.ecs().primary(CLUSTER, service);
        return definition.substring(definition.lastIndexOf(':') + 1);
    }

    /** Time passes, and customers come and go. */
    void pass(Duration span) {
        for (var minute = 0L; minute < span.toMinutes(); minute++) {
            time.advance(Duration.ofMinutes(1));
            measure(1);
            settle();
        }
    }

    private void measure(int minutesAgo) {
        var at = time.instant().minus(Duration.ofMinutes(minutesAgo));
        var service = Map.of("ClusterName", CLUSTER, "ServiceName", BACKEND);
        traffic.minute(at);
        aws.cloudWatch()
                .measured("AWS/ECS", "MemoryUtilization", service, at, 55)
                .measured("AWS/ECS", "CPUUtilization", service, at, 30);
    }

    /** What a real cloud does by itself: tasks that stay arrive, and the alarm is looked at. */
    private void settle() {
        for (var service : List.of(BACKEND, FRONTEND)) {
            if (!crashing.contains(aws.ecs().primary(CLUSTER, service))) {
                aws.ecs().arrive(CLUSTER, service);
            }
        }
        traffic.look();
    }

    @Override
    public void close() {
        aws.close();
    }
}
