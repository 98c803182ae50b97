package io.belay.demo;

import io.belay.demo.harbor.Harbor;
import java.net.URI;

/** What a person can try while the demo stays up. */
final class Invitation {
    private Invitation() {}

    static String text(Harbor harbor, URI door) {
        return """

                Harbor is at %1$s, Belay's door at %2$s, until Ctrl-C. To try:

                  curl -s %2$s/health | head -c 300
                  curl -s %2$s/health -H 'Accept: text/plain'
                  curl -s %2$s/health -H 'Accept: text/html' -o report.html
                  curl -s %2$s/health -H 'Accept: application/junit+xml'
                  curl -s %2$s/health -d '{"only":["log in and order"]}' -H 'Accept: text/plain'
                  curl -s %2$s/migration-verify -H 'Accept: text/plain'
                  curl -s %2$s/metrics
                  curl -s %2$s/metrics/migration-verify
                  curl -s -X POST %2$s/invoke -H 'x-fc-request-id: 1-of-my-own' -d '{"within":"5s"}'
                  curl -si %2$s/health -d '{"function":"rollback"}'
                """.formatted(harbor.url(), door);
    }
}
