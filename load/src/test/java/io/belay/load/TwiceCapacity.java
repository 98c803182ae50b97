package io.belay.load;

import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.forAll;
import static io.gatling.javaapi.core.CoreDsl.nothingFor;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import io.gatling.javaapi.core.Simulation;
import java.time.Duration;

/**
 * Twice as many calls as the door answers, for ten seconds, whether it answers or not: each is answered late and none in error. A
 * few seconds after, it is as quick as before.
 */
public final class TwiceCapacity extends Simulation {
    private static final Duration OVERLOAD = Duration.ofSeconds(10);
    private static final Duration REST = Duration.ofSeconds(30);

    /** Says it. */
    public TwiceCapacity() {
        double capacity = Integer.getInteger("capacity", 200);
        var overload = scenario("overload").exec(Door.health("overloaded"));
        var after = scenario("after").exec(Door.health("after"));
        setUp(
                        overload.injectOpen(constantUsersPerSec(2 * capacity).during(OVERLOAD)),
                        after.injectOpen(
                                nothingFor(OVERLOAD.plus(REST)),
                                constantUsersPerSec(Math.max(1, capacity / 10)).during(10)))
                .protocols(Door.protocol())
                .maxDuration(Duration.ofMinutes(3))
                .assertions(
                        details("after").responseTime().percentile(95).lt(500),
                        forAll().failedRequests().count().is(0L));
    }
}
