package io.belay.bench;

import io.belay.adapter.aws.AwsClients;
import io.belay.adapter.aws.AwsPlace;
import io.belay.adapter.aws.CloudWatchAlarms;
import io.belay.adapter.aws.testkit.AwsServer;
import io.belay.core.alarm.AlarmSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/** AWS in this process, and two ways to it: ours, and the SDK's as it comes. */
abstract class Amazon implements Place {
    private static final StaticCredentialsProvider KEY =
            StaticCredentialsProvider.create(AwsBasicCredentials.create(AwsServer.ACCESS_KEY, AwsServer.SECRET_KEY));

    final MovedTime time = new MovedTime();
    final AwsServer server = AwsServer.start(time);
    final AwsClients clients = new AwsClients(new AwsPlace(AwsServer.REGION, Map.of("", server.endpoint())), KEY);
    private int things;

    @Override
    public MovedTime time() {
        return time;
    }

    /** A name that nothing has yet. */
    final String fresh(String word) {
        return word + "-" + ++things;
    }

    /** A client as a script would make it. */
    final <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C plain(B builder) {
        return builder.endpointOverride(server.endpoint())
                .region(Region.of(AwsServer.REGION))
                .credentialsProvider(KEY)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    /** The alarm {@code errors}, green for hours. */
    final void green() {
        server.cloudWatch().metric("errors", Map.of()).turn("errors", "OK", "none");
    }

    /** And red for five minutes. */
    final AlarmSource red() {
        time.ago(Duration.ofMinutes(5));
        server.cloudWatch().turn("errors", "ALARM", "many");
        time.ago(Duration.ZERO);
        return new CloudWatchAlarms(clients);
    }

    @Override
    public void latency(Duration span) {
        server.mishaps().latency(span);
    }

    @Override
    public List<String> calls() {
        return server.calls();
    }

    @Override
    public boolean writes(String call) {
        return !call.matches(".*:(Get|List|Describe|BatchGet).*");
    }

    @Override
    public void watch(Runnable look) {
        server.watch(look);
    }

    @Override
    public void close() {
        clients.close();
        server.close();
    }
}
