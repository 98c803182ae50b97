package io.belay.load;

import static io.gatling.javaapi.core.CoreDsl.constantConcurrentUsers;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import io.gatling.javaapi.core.Simulation;
import java.time.Duration;

/** How many calls a second the door answers where each of a hundred callers asks again at once; {@link TwiceCapacity} asks for twice that. */
public final class Capacity extends Simulation {
    /** Says it. */
    public Capacity() {
        var users = scenario("users").exec(Door.health("health"));
        setUp(users.injectClosed(constantConcurrentUsers(100).during(20)))
                .protocols(Door.protocol())
                .maxDuration(Duration.ofMinutes(1))
                .assertions(global().failedRequests().count().is(0L));
    }
}
