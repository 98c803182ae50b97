package io.belay.load;

import static io.gatling.javaapi.core.CoreDsl.constantConcurrentUsers;
import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.forAll;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import io.gatling.javaapi.core.Simulation;
import java.time.Duration;

/** A hundred users for five minutes; 95 in 100 answers within 200 ms, 99 within 500 ms, none in error: the UVIS checklist's. */
public final class HundredUsers extends Simulation {
    /** Says it. */
    public HundredUsers() {
        var warmUp = scenario("warm-up").exec(Door.warmUp());
        var users = scenario("users")
                .exec(exec(Door.health("health")).pause(Duration.ofMillis(500), Duration.ofMillis(1_500)));
        setUp(warmUp.injectClosed(constantConcurrentUsers(20).during(10))
                        .andThen(users.injectClosed(constantConcurrentUsers(100).during(Door.LENGTH))))
                .protocols(Door.protocol())
                .maxDuration(Door.LENGTH.plusSeconds(60))
                .assertions(
                        details("health").responseTime().percentile(95).lt(200),
                        details("health").responseTime().percentile(99).lt(500),
                        forAll().failedRequests().count().is(0L));
    }
}
