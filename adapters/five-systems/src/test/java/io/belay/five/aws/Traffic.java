package io.belay.five.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.adapter.aws.testkit.AwsServer;
import io.belay.adapter.aws.testkit.CloudWatchRing;
import io.belay.adapter.deliveries.Delivery;
import io.belay.adapter.deliveries.DeliveryShape;
import io.belay.core.Cause;
import io.belay.five.loopback.Call;
import io.belay.five.loopback.Desk;
import io.belay.five.loopback.Reply;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** What passes a load balancer, as CloudWatch measures it, and the alarm that turns red where too many of its answers are errors. */
public final class Traffic {
    private static final String NAMESPACE = "AWS/ApplicationELB";

    private final AwsServer aws;
    private final InstantSource time;
    private final String balancer;
    private final String alarm;
    private final int errorIn;
    private final Queue<Answered> answered = new ConcurrentLinkedQueue<>();
    private final List<CloudWatchRing> rung = new CopyOnWriteArrayList<>();
    private volatile boolean watched;
    private volatile boolean red;

    private record Answered(Instant at, boolean error) {}

    /**
     * What passes one.
     *
     * @param balancer the dimension of its metrics
     * @param errorIn the alarm is red where more than one in so many answers is an error, for two minutes
     */
    public Traffic(AwsServer aws, InstantSource time, String balancer, String alarm, int errorIn) {
        this.aws = aws;
        this.time = time;
        this.balancer = balancer;
        this.alarm = alarm;
        this.errorIn = errorIn;
        aws.cloudWatch().ringing(rung::add);
    }

    /** {@code desk} behind the load balancer. */
    public Desk before(Desk desk) {
        return call -> {
            var began = System.nanoTime();
            var reply = answer(desk, call);
            count(reply.status() >= 500, Duration.ofNanos(System.nanoTime() - began), time.instant());
            return reply;
        };
    }

    private static Reply answer(Desk desk, Call call) {
        try {
            return desk.answer(call);
        } catch (SQLException refused) {
            return Reply.json(500, Map.of("error", "the database refused: " + refused.getSQLState()));
        }
    }

    /** A call that was answered in the minute of {@code at}. */
    public void minute(Instant at) {
        count(false, Duration.ofMillis(40), at);
    }

    private void count(boolean error, Duration took, Instant at) {
        answered.add(new Answered(at, error));
        measure("RequestCount", at, 1);
        measure("TargetResponseTime", at, took.toNanos() / 1e9);
        if (error) {
            measure("HTTPCode_Target_5XX_Count", at, 1);
        }
    }

    private void measure(String metric, Instant at, double value) {
        aws.cloudWatch().measured(NAMESPACE, metric, Map.of("LoadBalancer", balancer), at, value);
    }

    /** How many calls were answered. */
    public long calls() {
        return answered.size();
    }

    /** The alarm is there, and looked at from now on. */
    public void watch() {
        aws.cloudWatch().turn(alarm, "OK", "nothing fails");
        watched = true;
    }

    /** CloudWatch looks at the alarm. */
    public void look() {
        var now = time.instant().truncatedTo(ChronoUnit.MINUTES);
        var bad = above(now.minusSeconds(60)) && above(now.minusSeconds(120));
        if (watched && bad != red) {
            red = bad;
            aws.cloudWatch().turn(alarm, bad ? "ALARM" : "OK", bad ? "many answers are errors" : "few are errors");
        }
    }

    private boolean above(Instant minute) {
        var these = answered.stream()
                .filter(each -> each.at().truncatedTo(ChronoUnit.MINUTES).equals(minute))
                .toList();
        return these.stream().filter(Answered::error).count() * errorIn > these.size();
    }

    /** What the alarm invoked Belay's rollback function with: once, and no more. */
    public Cause rung() {
        var causes = rung.stream()
                .filter(ring -> ring.action().endsWith(":function:belay-rollback"))
                .flatMap(
                        ring -> DeliveryShape.CLOUDWATCH_ALARM.read(ring.event().getBytes(UTF_8)).stream())
                .flatMap(delivery ->
                        delivery instanceof Delivery.Delivered delivered ? delivered.cause().stream() : Stream.empty())
                .toList();
        if (causes.size() != 1) {
            throw new IllegalStateException("rung " + causes.size() + " times: " + causes);
        }
        return causes.getFirst();
    }
}
