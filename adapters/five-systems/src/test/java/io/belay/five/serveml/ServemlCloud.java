package io.belay.five.serveml;

import io.belay.adapter.aws.testkit.AwsServer;
import io.belay.core.testkit.TestingTime;
import io.belay.five.aws.Resource;
import io.belay.five.aws.Traffic;
import java.io.Closeable;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The account that ServeML runs in: a service, the alias of a function and a record, which say what answers. */
final class ServemlCloud implements Closeable {
    static final String ZONE = "Z1234567890ABC";

    /** The balancer that has targets, and one that has none yet. */
    static final String BALANCER = "192.0.2.10";

    static final String EMPTY_BALANCER = "192.0.2.20";

    private static final String API = "api.serveml.com.";
    private static final String CLUSTER = "serveml-prod";
    private static final String BACKEND = "backend";
    private static final String SERVE = "serveml-serve";
    private static final String LIVE = "live";
    private static final String ARN = "arn:aws:%s:" + AwsServer.REGION + ":" + AwsServer.ACCOUNT + ":";

    /** What the file is given, and what the recorded answers say. */
    static final Map<String, String> IDS = Map.of(
            "REGION",
            AwsServer.REGION,
            "ZONE",
            ZONE,
            "CERTIFICATE",
            ARN.formatted("acm") + "certificate/00000000-0000-0000-0000-000000000000",
            "WAF_ARN",
            ARN.formatted("wafv2") + "regional/webacl/serveml-prod/00000000-0000-0000-0000-000000000000");

    final AwsServer aws;
    final Traffic traffic;
    private final TestingTime time;

    ServemlCloud(TestingTime time) {
        this.time = time;
        aws = AwsServer.start(time);
        traffic = new Traffic(aws, time, "app/serveml-alb/0000000000000000", "serveml-errors", 100);
        aws.recorded().record(Resource.text("serveml", "account.txt"), IDS);
        aws.recorded().record(Resource.text("serveml", "resources.txt"), IDS);
        lead(BALANCER);
        aws.route53().set(ZONE, "app.serveml.com.", "A", 60, "192.0.2.11");
        aws.route53().set(ZONE, "serveml.com.", "NS", 172_800, "ns-1.awsdns-00.com.");
        aws.route53().set(ZONE, "serveml.com.", "MX", 300, "10 mail.serveml.com.");
        aws.logs().group("/ecs/serveml-backend").group("/aws/lambda/" + SERVE).group("/aws/lambda/belay-rollback");
        aws.lambda().publish("belay-rollback");
        aws.lambda().publish("serveml-backup");
        aws.lambda().point(SERVE, LIVE, aws.lambda().publish(SERVE));
        aws.lambda().setting(SERVE, "Role", "arn:aws:iam::123456789012:role/serveml-lambda");
        aws.lambda()
                .setting(SERVE, "DeadLetterConfig", Map.of("TargetArn", ARN.formatted("sqs") + "serveml-dead-letters"));
        aws.lambda().setting(SERVE, "TracingConfig", Map.of("Mode", "Active"));
        aws.lambda().variable(SERVE, "MODEL_BUCKET", "serveml-models-prod");
        aws.lambda().variable(SERVE, "TABLE_NAME", "serveml-deployments-prod");
        aws.sns().topic("oncall");
        aws.ecs().service(CLUSTER, BACKEND, definition(), 2);
        aws.watch(this::settle);
        for (var minute = 61; minute > 0; minute--) {
            measure(minute);
        }
    }

    private String definition() {
        var image = "123456789012.dkr.ecr." + AwsServer.REGION + ".amazonaws.com/serveml-backend:latest";
        return aws.ecs()
                .register(BACKEND, Map.of("containerDefinitions", List.of(Map.of("name", BACKEND, "image", image))));
    }

    /** The next release of the backend and of the function is deployed. */
    void deploy() {
        aws.ecs().deploy(CLUSTER, BACKEND, definition());
        aws.lambda().point(SERVE, LIVE, aws.lambda().publish(SERVE));
        settle();
    }

    /** Somebody has the record lead elsewhere. */
    void lead(String address) {
        aws.route53().set(ZONE, API, "A", 60, address);
    }

    /** The revision of the backend that runs. */
    String backend() {
        var definition = aws.ecs().running(CLUSTER, BACKEND).getFirst();
        return definition.substring(definition.lastIndexOf(':') + 1);
    }

    /** The version of the function that serves models. */
    String model() {
        return aws.lambda().alias(SERVE, LIVE).version();
    }

    /** Where the record leads. */
    String address() {
        return aws.route53().values(ZONE, API, "A").getFirst();
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
        traffic.minute(at);
        aws.cloudWatch()
                .measured(
                        "AWS/ECS", "MemoryUtilization", Map.of("ClusterName", CLUSTER, "ServiceName", BACKEND), at, 55);
    }

    /** What a real cloud does by itself: tasks arrive, names spread, and the alarm is looked at. */
    private void settle() {
        aws.ecs().arrive(CLUSTER, BACKEND);
        aws.route53().sync();
        traffic.look();
    }

    @Override
    public void close() {
        aws.close();
    }
}
