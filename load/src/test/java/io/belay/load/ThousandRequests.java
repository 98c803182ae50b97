package io.belay.load;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.constantConcurrentUsers;
import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.forAll;
import static io.gatling.javaapi.core.CoreDsl.repeat;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import io.gatling.javaapi.core.Simulation;
import java.time.Duration;

/** A thousand requests, a hundred at a time; 95 in 100 within 500 ms, 99 within 1 s, none in error: the ServeML checklist's. */
public final class ThousandRequests extends Simulation {
    /** Says it. */
    public ThousandRequests() {
        var warmUp = scenario("warm-up").exec(Door.warmUp());
        var burst = scenario("burst").exec(repeat(10).on(Door.health("health")));
        setUp(warmUp.injectClosed(constantConcurrentUsers(20).during(10)).andThen(burst.injectOpen(atOnceUsers(100))))
                .protocols(Door.protocol())
                .maxDuration(Duration.ofMinutes(2))
                .assertions(
                        details("health").responseTime().percentile(95).lt(500),
                        details("health").responseTime().percentile(99).lt(1_000),
                        details("health").requestsPerSec().gt(0.0),
                        forAll().failedRequests().count().is(0L));
    }
}
