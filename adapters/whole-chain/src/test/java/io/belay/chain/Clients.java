package io.belay.chain;

import io.belay.adapter.aws.testkit.AwsServer;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sns.SnsClient;

/** The SDK's clients, as whoever sets the scene has them. */
final class Clients {
    private static final Duration LONGEST = Duration.ofSeconds(90);

    private Clients() {}

    static CloudWatchClient cloudWatch(URI endpoint) {
        return built(CloudWatchClient.builder(), endpoint);
    }

    static LambdaClient lambda(URI endpoint) {
        return built(LambdaClient.builder(), endpoint);
    }

    static SnsClient sns(URI endpoint) {
        return built(SnsClient.builder(), endpoint);
    }

    private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C built(B builder, URI endpoint) {
        return builder.endpointOverride(endpoint)
                .region(Region.of(AwsServer.REGION))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(AwsServer.ACCESS_KEY, AwsServer.SECRET_KEY)))
                .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(LONGEST))
                .overrideConfiguration(settings -> settings.apiCallTimeout(LONGEST))
                .build();
    }
}
