package io.belay.adapter.aws;

import io.belay.adapter.aws.testkit.AwsServer;
import io.belay.core.Deadline;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** What tests of this package share. */
final class Aws {
    private Aws() {}

    static AwsClients clients(AwsServer server) {
        return clients(server.endpoint());
    }

    static AwsClients clients(URI endpoint) {
        return clients(endpoint, AwsServer.REGION);
    }

    static AwsClients clients(URI endpoint, String region) {
        return new AwsClients(
                AwsPlace.of(region, Map.of(AwsPlace.ENDPOINT, endpoint.toString())),
                StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(AwsServer.ACCESS_KEY, AwsServer.SECRET_KEY)));
    }

    static Deadline soon() {
        return in(Duration.ofSeconds(30));
    }

    static Deadline in(Duration span) {
        return Deadline.in(span, InstantSource.system());
    }
}
