package io.belay.adapter.aws;

import static java.util.Objects.requireNonNull;

import io.belay.core.document.Document;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.budgets.BudgetsClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.codedeploy.CodeDeployClient;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/**
 * The SDK's clients for one place, each made when it is first needed; safe for any number of threads. No call is repeated:
 * who gets a fault that may be over by itself reads again and decides.
 */
public final class AwsClients implements AutoCloseable {
    private final AwsPlace place;
    private final AwsCredentialsProvider credentials;
    private final SdkHttpClient http = new JdkTransport();
    private final Map<Class<?>, SdkClient> clients = new ConcurrentHashMap<>();

    /** Clients that sign with {@code credentials}. */
    public AwsClients(AwsPlace place, AwsCredentialsProvider credentials) {
        this.place = requireNonNull(place, "place");
        this.credentials = requireNonNull(credentials, "credentials");
    }

    /**
     * Clients of a function or a person's machine: they sign with what the SDK's default chain finds, from the environment to the
     * host's own role, when the first call needs it.
     *
     * @param environment where {@link AwsPlace#ENDPOINT} may stand
     * @throws IllegalArgumentException where region or endpoint is none
     */
    public static AwsClients of(String region, Map<String, String> environment) {
        return new AwsClients(
                AwsPlace.of(region, environment),
                DefaultCredentialsProvider.builder().build());
    }

    /** The answer to one question that reads. */
    Document ask(Asked asked) throws IOException {
        return new AskWire(place, credentials, http).ask(asked);
    }

    AwsPlace place() {
        return place;
    }

    /** One endpoint for a partition's all regions. */
    BudgetsClient budgets() {
        return client(BudgetsClient.class, () -> built("budgets", BudgetsClient.builder()));
    }

    CloudWatchClient cloudWatch() {
        return client(CloudWatchClient.class, () -> built("cloudwatch", CloudWatchClient.builder()));
    }

    CloudWatchLogsClient logs() {
        return client(CloudWatchLogsClient.class, () -> built("logs", CloudWatchLogsClient.builder()));
    }

    CodeDeployClient codeDeploy() {
        return client(CodeDeployClient.class, () -> built("codedeploy", CodeDeployClient.builder()));
    }

    EcsClient ecs() {
        return client(EcsClient.class, () -> built("ecs", EcsClient.builder()));
    }

    LambdaClient lambda() {
        return client(LambdaClient.class, () -> built("lambda", LambdaClient.builder()));
    }

    Route53Client route53() {
        return client(Route53Client.class, () -> built("route53", Route53Client.builder()));
    }

    SfnClient states() {
        return client(SfnClient.class, () -> built("states", SfnClient.builder()));
    }

    SnsClient sns() {
        return client(SnsClient.class, () -> built("sns", SnsClient.builder()));
    }

    SsmClient ssm() {
        return client(SsmClient.class, () -> built("ssm", SsmClient.builder()));
    }

    private <C extends SdkClient> C client(Class<C> type, Supplier<C> made) {
        return type.cast(clients.computeIfAbsent(type, _ -> made.get()));
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C built(String service, B builder) {
        place.endpoint(service).ifPresent(builder::endpointOverride);
        return builder.region(Region.of(place.region()))
                .credentialsProvider(credentials)
                .httpClient(http)
                .overrideConfiguration(settings -> settings.retryStrategy(DefaultRetryStrategy.doNotRetry()))
                .build();
    }

    @Override
    public void close() {
        clients.values().forEach(SdkClient::close);
        http.close();
    }
}
