package io.belay.load;

import static io.gatling.javaapi.core.CoreDsl.constantConcurrentUsers;
import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.forAll;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import io.gatling.javaapi.core.Simulation;
import java.time.Duration;

/** A steady load for long; the script draws the memory of the door's process meanwhile, and fails where it still grows at the end. */
public final class Soak extends Simulation {
    /** Says it. */
    public Soak() {
        var users = scenario("users").exec(exec(Door.health("health")).pause(Duration.ofMillis(100)));
        setUp(users.injectClosed(constantConcurrentUsers(20).during(Door.LENGTH)))
                .protocols(Door.protocol())
                .maxDuration(Door.LENGTH.plusSeconds(60))
                .assertions(
                        details("health").responseTime().percentile(99).lt(500),
                        forAll().failedRequests().count().is(0L));
    }
}
