package io.belay.load;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.time.Duration;

/** The door that is loaded, and what is asked of it. The script says where it is: {@code -Durl}. */
final class Door {
    /** Where it is. */
    static final String URL = needed("url");

    /** How long the longer profiles go on, where another length than the checklist's is wanted: {@code -Dseconds}. */
    static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("seconds", 300));

    private Door() {}

    private static String needed(String name) {
        var value = System.getProperty(name, "");
        if (value.isBlank()) {
            throw new IllegalStateException("-D" + name + " is not set; scripts/load sets it");
        }
        return value;
    }

    /** Keeps its connections, as a platform's front does. */
    static HttpProtocolBuilder protocol() {
        return http.baseUrl(URL).acceptHeader("application/json").shareConnections();
    }

    /** Is every part well? A verdict of FAIL is no error of the door's: it says 503 and a report. */
    static ChainBuilder health(String name) {
        return exec(http(name)
                .get("/health")
                .check(status().in(200, 503), jsonPath("$.belay").is("report/1")));
    }

    /** So that what the compiler of the JVM does is not taken for the door's own slowness. */
    static ChainBuilder warmUp() {
        return exec(health("warm-up")).pause(Duration.ofMillis(50));
    }
}
