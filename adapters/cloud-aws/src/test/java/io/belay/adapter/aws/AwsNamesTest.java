package io.belay.adapter.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.settings.Form;
import io.belay.core.settings.Key;
import io.belay.core.settings.Text;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What names look like, as AWS documents them. */
class AwsNamesTest {
    private static void fits(Key<Text> key, String... names) {
        assertThat(names).allMatch(name -> matches(key, name), key.name());
    }

    private static void fitsNot(Key<Text> key, String... names) {
        assertThat(names).noneMatch(name -> matches(key, name));
    }

    private static boolean matches(Key<Text> key, String name) {
        return ((Form.OfText) key.form()).like().orElseThrow().matcher(name).matches();
    }

    @Test
    void aFunctionAndItsAlias() {
        fits(LambdaKind.FUNCTION, "serve", "Serve_2-b", "x".repeat(64));
        fitsNot(
                LambdaKind.FUNCTION,
                "",
                "x".repeat(65),
                "serve:live",
                "arn:aws:lambda:eu-west-1:123456789012:function:serve");
        fits(LambdaKind.ALIAS, "live", "v2", "2b", "x".repeat(128));
        fitsNot(LambdaKind.ALIAS, "", "2", "$LATEST", "x".repeat(129));
    }

    @Test
    void aServiceAndItsCluster() {
        fits(EcsKind.SERVICE, "serve_2-B", "x".repeat(255));
        fitsNot(EcsKind.SERVICE, "", "prod/serve", "x".repeat(256));
        fitsNot(EcsKind.CLUSTER, "arn:aws:ecs:eu-west-1:123456789012:cluster/prod");
    }

    @Test
    void aDeploymentGroup() {
        fits(CodeDeployKind.APPLICATION, "shop of 2026", "x".repeat(100));
        fitsNot(CodeDeployKind.GROUP, "", "x".repeat(101), "two\nlines");
    }

    @Test
    void records() {
        fits(Route53Kind.ZONE, "Z0123456789ABCDEFGHIJ");
        fitsNot(Route53Kind.ZONE, "", "/hostedzone/Z1", "example.com", "Z".repeat(33));
        fits(Route53Kind.NAME, "api.example.com", "api.example.com.", "*.example.com", "_dmarc.example.com");
        fitsNot(
                Route53Kind.NAME,
                "",
                ".",
                "a..b",
                "a.*.example.com",
                "https://example.com",
                ("x".repeat(60) + ".").repeat(5));
        assertThat(((Form.OfChoice) Route53Kind.TYPE.form()).words())
                .contains("A", "CNAME")
                .doesNotContain("SOA");
    }

    @Test
    void aHost() {
        fits(SsmKind.NODE, "i-0123456789abcdef0", "i-01234567", "mi-0123456789abcdef0");
        fitsNot(SsmKind.NODE, "web-1", "i-0123 4567", "i-$(id)");
    }

    @Test
    void anAlarm() {
        fits(CloudWatchKind.ALARM, "errors: all of über", "arn:aws-cn:cloudwatch:cn-north-1:123456789012:alarm:errors");
        fitsNot(CloudWatchKind.ALARM, "", "two\nlines");
    }

    @Test
    void aTopic() {
        var topic = "arn:aws:sns:eu-west-1:123456789012:";
        fits(
                SnsKind.TOPIC,
                topic + "on_call-2",
                topic + "oncall.fifo",
                "arn:aws-us-gov:sns:us-gov-west-1:123456789012:oncall");
        fitsNot(
                SnsKind.TOPIC,
                "oncall",
                topic,
                topic + "x".repeat(257),
                topic + "on call",
                topic + "oncall:0e1c-subscription");
    }

    @Test
    void aRegion() {
        fits(AwsRegions.REGION, "eu-west-1", "us-gov-east-1", "us-iso-west-1", "eusc-de-east-1", "cn-northwest-1");
        fitsNot(AwsRegions.REGION, "", "Ireland", "eu-west-1a", "aws-global");
    }

    @Test
    void everyBlockSaysWhatItNeeds() {
        var kinds = new AwsKinds(Map.of());

        assertThat(kinds.targets())
                .extracting(each -> each.name() + keys(each.shape().keys()))
                .containsExactly(
                        "lambda[function!, alias!, region]",
                        "ecs[cluster!, service!, region]",
                        "codedeploy[application!, group!, region]",
                        "route53[zone!, name!, type!]");
        assertThat(kinds.brakes())
                .extracting(each -> each.name() + keys(each.shape().keys()))
                .containsExactly("lambda-stop[function!, region]");
        assertThat(kinds.shells())
                .extracting(each -> each.name() + keys(each.shape().keys()))
                .containsExactly("ssm[node!, region]");
        assertThat(kinds.alarms())
                .extracting(each -> each.name() + keys(each.shape().keys()))
                .containsExactly("cloudwatch[alarm!, region]");
        assertThat(kinds.announcers())
                .extracting(each -> each.name() + keys(each.shape().keys()))
                .containsExactly("sns[topic!]");
    }

    private static List<String> keys(List<Key<?>> keys) {
        return keys.stream()
                .map(key -> key.name() + (key.required() ? "!" : ""))
                .toList();
    }
}
