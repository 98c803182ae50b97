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
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The SDK's clients, as whoever sets the scene has them. */
record Clients(
        LambdaClient lambda, CloudWatchClient cloudWatch, SnsClient sns, SqsClient sqs, SchedulerClient scheduler)
        implements AutoCloseable {
    /** A first invocation on LocalStack starts a container and Java in it. */
    private static final Duration LONGEST = Duration.ofMinutes(3);

    /** LocalStack answers SetAlarmState when the function that the alarm calls has answered: after a rollback and its proof. */
    private static final Duration RINGING = Duration.ofMinutes(6);

    static Clients at(URI endpoint) {
        return new Clients(
                built(LambdaClient.builder(), endpoint, LONGEST),
                built(CloudWatchClient.builder(), endpoint, RINGING),
                built(SnsClient.builder(), endpoint, LONGEST),
                built(SqsClient.builder(), endpoint, LONGEST),
                built(SchedulerClient.builder(), endpoint, LONGEST));
    }

    private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C built(
            B builder, URI endpoint, Duration longest) {
        return builder.endpointOverride(endpoint)
                .region(Region.of(AwsServer.REGION))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(AwsServer.ACCESS_KEY, AwsServer.SECRET_KEY)))
                .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(longest))
                .overrideConfiguration(settings -> settings.apiCallTimeout(longest))
                .build();
    }

    @Override
    public void close() {
        lambda.close();
        cloudWatch.close();
        sns.close();
        sqs.close();
        scheduler.close();
    }
}
