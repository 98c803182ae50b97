package io.belay.load;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.forAll;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.nothingFor;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.Simulation;
import java.time.Duration;

/**
 * A thousand deliveries of one alarm in ten seconds, as Alertmanager sends them: each is answered, 95 in 100 within the 300 ms that
 * the bench promises of CloudMonitor's callback, and the release is put back once. How often it was stands at {@code /rollbacks} beside the script's own door; of another the journal tells.
 */
public final class AlarmStorm extends Simulation {
    private static final String ALERT =
            """
            {"version":"4","status":"firing","groupKey":"g","alerts":[{"status":"firing","labels":{"alertname":"errors"},\
            "startsAt":"2026-11-28T00:00:00Z","fingerprint":"f1"}]}""";

    /** Says it. */
    public AlarmStorm() {
        var storm = scenario("storm")
                .exec(http("alarm")
                        .post("/alarms")
                        .header("Content-Type", "application/json")
                        .body(StringBody(ALERT))
                        .check(status().in(200, 202), jsonPath("$.belay").is("deliveries/1")));
        var count = scenario("count")
                .exec(exec(http("rollbacks")
                        .get(System.getProperty("counted", Door.URL + "/rollbacks"))
                        .check(status().is(200), jsonPath("$.rollbacks").is("1"))));
        setUp(
                        storm.injectOpen(constantUsersPerSec(100).during(10)),
                        count.injectOpen(nothingFor(Duration.ofSeconds(40)), atOnceUsers(1)))
                .protocols(Door.protocol())
                .maxDuration(Duration.ofMinutes(2))
                .assertions(
                        details("alarm").responseTime().percentile(95).lt(300),
                        global().allRequests().count().is(1_001L),
                        forAll().failedRequests().count().is(0L));
    }
}
