package io.belay.adapter.aws;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.adapter.aws.testkit.AwsServer;
import io.belay.core.Correlation;
import io.belay.core.Report;
import io.belay.core.alarm.AlarmState.Colour;
import io.belay.core.announce.Announcement;
import io.belay.core.release.Revision;
import io.belay.core.settings.Cloud;
import io.belay.core.settings.Key;
import io.belay.core.settings.Kind;
import io.belay.core.settings.SettingException;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Text;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** From a block of the system file to AWS. */
class AwsKindsTest {
    private static final Optional<Cloud> HOME = Optional.of(new Cloud(Cloud.Provider.AWS, AwsServer.REGION));

    private final AwsServer server = AwsServer.start();
    private final AwsKinds kinds = new AwsKinds(new AwsRegions(region -> Aws.clients(server.endpoint(), region)));

    @AfterEach
    void close() {
        kinds.close();
        server.close();
    }

    private static <T> Kind<T> kind(List<Kind<T>> kinds, String name) {
        return kinds.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static <T> T bind(List<Kind<T>> kinds, String name, Optional<Cloud> cloud, String... pairs) {
        return kind(kinds, name).bind(settings(pairs), cloud);
    }

    private static Settings settings(String... pairs) {
        var settings = Settings.builder();
        for (int at = 0; at < pairs.length; at += 2) {
            settings.set(Key.text(pairs[at], ""), Text.of(pairs[at + 1]));
        }
        return settings.build();
    }

    private static void refused(String key, String words, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        SettingException.class,
                        refused -> assertThat(refused.key()).isEqualTo(key))
                .hasMessageContaining(words);
    }

    @Test
    void aKindIsCalledAsWhatItBecomesCallsItself() {
        var blocks = Map.of(
                "lambda", settings("function", "serve", "alias", "live"),
                "ecs", settings("cluster", "prod", "service", "serve"),
                "codedeploy", settings("application", "shop", "group", "prod"),
                "route53",
                        Settings.builder()
                                .set(Route53Kind.ZONE, Text.of("Z1"))
                                .set(Route53Kind.NAME, Text.of("api.example.com"))
                                .set(Route53Kind.TYPE, "A")
                                .build());

        assertThat(kinds.targets())
                .hasSize(blocks.size())
                .allSatisfy(each -> assertThat(each.bind(requireNonNull(blocks.get(each.name())), HOME)
                                .kind())
                        .isEqualTo(each.name()));
        assertThat(server.calls()).isEmpty();
    }

    @Test
    void anAliasIsRead() throws Exception {
        server.lambda().point("serve", "live", server.lambda().publish("serve"));

        var target = bind(kinds.targets(), "lambda", HOME, "function", "serve", "alias", "live");

        assertThat(target.target().address()).isEqualTo("lambda:eu-west-1:serve:live");
        assertThat(target.read(Aws.soon()).current()).contains(new Revision("1"));
    }

    @Test
    void aServiceIsRead() throws Exception {
        var definition = server.ecs().register("serve");
        server.ecs().service("prod", "serve", definition, 2);
        server.ecs().arrive("prod", "serve");

        var target = bind(kinds.targets(), "ecs", HOME, "cluster", "prod", "service", "serve");

        assertThat(target.read(Aws.soon()).current()).contains(new Revision(definition));
    }

    @Test
    void aDeploymentGroupIsRead() throws Exception {
        server.codeDeploy().deploy("shop", "prod", "one");
        server.codeDeploy().arrive("shop", "prod");

        var target = bind(kinds.targets(), "codedeploy", HOME, "application", "shop", "group", "prod");

        assertThat(target.read(Aws.soon()).current()).contains(new Revision("s3:releases/app.zip@one"));
    }

    @Test
    void recordsAreReadWhereverTheSystemLives() throws Exception {
        server.route53().set("Z1", "api.example.com.", "A", 60, "192.0.2.1");
        var block = Settings.builder()
                .set(Route53Kind.ZONE, Text.of("Z1"))
                .set(Route53Kind.NAME, Text.of("API.example.com"))
                .set(Route53Kind.TYPE, "A")
                .build();
        var aliyun = Optional.of(new Cloud(Cloud.Provider.ALIYUN, "cn-hangzhou"));

        var target = kind(kinds.targets(), "route53").bind(block, aliyun);

        assertThat(target.target().address()).isEqualTo("route53:Z1:api.example.com.:A");
        assertThat(target.read(Aws.soon()).current()).isPresent();
    }

    @Test
    void aFunctionIsStopped() throws Exception {
        server.lambda().publish("serve");

        var brake = bind(kinds.brakes(), "lambda-stop", HOME, "function", "serve");
        brake.stop(brake.read(Aws.soon()), Aws.soon());

        assertThat(brake.kind()).isEqualTo("lambda-stop");
        assertThat(brake.target().address()).isEqualTo("lambda:eu-west-1:serve");
        assertThat(server.lambda().reserved("serve")).contains(0);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the host's script wants sh")
    void aHostRunsAScript(@TempDir Path bin) throws Exception {
        server.ssm().node("i-0123456789abcdef0", bin);

        var shell = bind(kinds.shells(), "ssm", HOME, "node", "i-0123456789abcdef0");

        assertThat(shell.kind()).isEqualTo("ssm");
        assertThat(shell.run("echo here", Aws.soon()).said()).isEqualTo("here\n");
    }

    @Test
    void anAlarmIsKnownByItsNameHoweverItIsWritten() throws Exception {
        server.cloudWatch().metric("errors: all", Map.of());
        server.cloudWatch().turn("errors: all", "ALARM", "3 > 1");

        var byName = bind(kinds.alarms(), "cloudwatch", HOME, "alarm", "errors: all");
        var byArn = bind(
                kinds.alarms(),
                "cloudwatch",
                Optional.empty(),
                "alarm",
                "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:errors: all");

        assertThat(List.of(byName, byArn)).allSatisfy(watched -> {
            assertThat(watched.alarm()).isEqualTo("errors: all");
            assertThat(watched.source().target().address()).isEqualTo("cloudwatch:eu-west-1");
            assertThat(watched.source().read(watched.alarm(), Aws.soon()).colour())
                    .isEqualTo(Colour.RED);
        });
    }

    @Test
    void anAlarmsArnIsOfAnAlarmAndAgreesWithTheRegion() {
        refused(
                "alarm",
                "this ARN is of no alarm",
                () -> bind(kinds.alarms(), "cloudwatch", HOME, "alarm", "arn:aws:sns:eu-west-1:123456789012:oncall"));
        refused(
                "region",
                "the alarm's ARN says eu-west-1",
                () -> bind(
                        kinds.alarms(),
                        "cloudwatch",
                        HOME,
                        "alarm",
                        "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:errors",
                        "region",
                        "us-east-1"));
        refused("alarm", "256 characters", () -> bind(kinds.alarms(), "cloudwatch", HOME, "alarm", "x".repeat(256)));
    }

    @Test
    void aTopicIsToldInTheRegionOfItsArn() throws Exception {
        var topic = server.sns().topic("oncall");
        var report = new Report(
                "rollback", "shop", "prod", new Correlation("correlation-1"), Instant.EPOCH, Duration.ZERO, List.of());

        var announcer = bind(kinds.announcers(), "sns", Optional.empty(), "topic", topic);
        announcer.tell(new Announcement("title", "text", report), Aws.soon());

        assertThat(announcer.target().host()).isEqualTo("sns.eu-west-1");
        assertThat(server.sns().published()).hasSize(1);
    }

    @Test
    void theBlocksRegionComesBeforeTheFiles() {
        var target =
                bind(kinds.targets(), "lambda", HOME, "function", "serve", "alias", "live", "region", "ap-southeast-2");

        assertThat(target.target().address()).isEqualTo("lambda:ap-southeast-2:serve:live");
    }

    @Test
    void withoutARegionItIsSaidWhatToWrite() {
        var meant = "write region: eu-west-1 here, or cloud: { provider: aws, region: eu-west-1 } once";

        refused(
                "region",
                "no region is said: " + meant,
                () -> bind(kinds.targets(), "lambda", Optional.empty(), "function", "serve", "alias", "live"));
        refused(
                "region",
                "the file's cloud is aliyun, and no region of AWS is said: " + meant,
                () -> bind(
                        kinds.targets(),
                        "ecs",
                        Optional.of(new Cloud(Cloud.Provider.ALIYUN, "cn-hangzhou")),
                        "cluster",
                        "prod",
                        "service",
                        "serve"));
        refused(
                "region",
                "Frankfurt is no region of AWS",
                () -> bind(
                        kinds.targets(),
                        "lambda",
                        Optional.of(new Cloud(Cloud.Provider.AWS, "Frankfurt")),
                        "function",
                        "serve",
                        "alias",
                        "live"));
    }

    @Test
    void whoNamesARegionTwiceSharesItsClients() {
        var made = new ArrayList<String>();
        try (var shared = new AwsKinds(new AwsRegions(region -> {
            made.add(region);
            return Aws.clients(server.endpoint(), region);
        }))) {
            bind(shared.targets(), "lambda", HOME, "function", "serve", "alias", "live");
            bind(shared.targets(), "ecs", HOME, "cluster", "prod", "service", "serve");
            bind(shared.alarms(), "cloudwatch", HOME, "alarm", "errors", "region", "us-east-1");
        }

        assertThat(made).containsExactly("eu-west-1", "us-east-1");
    }

    @Test
    void anAddressThatIsNoneIsRefusedAtTheStart() {
        for (var wrong : List.of("localhost:4566", "127.0.0.1:4566", "http://")) {
            assertThatThrownBy(() -> new AwsKinds(Map.of("BELAY_AWS_ENDPOINT_SNS", wrong)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("BELAY_AWS_ENDPOINT_SNS is an address such as http://127.0.0.1:4566");
        }
    }

    @Test
    void aStoreOfAlarmsCanAllThatADrillNeeds() {
        var place = bind(kinds.stores(), "cloudwatch", HOME, "account", "123456789012");

        assertThat(place.store().target().address()).isEqualTo("cloudwatch:eu-west-1");
        assertThat(place.store().kind()).isEqualTo("cloudwatch");
        assertThat(place.source()).isPresent();
        assertThat(place.bell()).isPresent();
        assertThat(place.trails()).isPresent();
        assertThat(server.calls()).isEmpty();
    }
}
