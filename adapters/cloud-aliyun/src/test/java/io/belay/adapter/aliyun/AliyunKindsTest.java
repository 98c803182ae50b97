package io.belay.adapter.aliyun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.adapter.aliyun.testkit.AliyunCloud;
import io.belay.adapter.aliyun.testkit.AssistantState;
import io.belay.adapter.aliyun.testkit.FunctionComputeState;
import io.belay.adapter.aliyun.testkit.Robot;
import io.belay.core.Correlation;
import io.belay.core.Deadline;
import io.belay.core.Report;
import io.belay.core.alarm.AlarmState.Colour;
import io.belay.core.announce.Announcement;
import io.belay.core.announce.Announcer;
import io.belay.core.release.ReleaseTarget;
import io.belay.core.release.Revision;
import io.belay.core.settings.Address;
import io.belay.core.settings.Cloud;
import io.belay.core.settings.Kind;
import io.belay.core.settings.SettingException;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Text;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AliyunKindsTest {
    private static final Optional<Cloud> HERE =
            Optional.of(new Cloud(Cloud.Provider.ALIYUN, FunctionComputeState.REGION));
    private static final AliyunKinds NOWHERE = new AliyunKinds(Map.of());

    private final AliyunCloud cloud = new AliyunCloud(InstantSource.system());
    private final AliyunKinds kinds = new AliyunKinds(cloud.environment());

    @AfterEach
    void close() {
        cloud.close();
    }

    private static <T> Kind<T> named(List<Kind<T>> kinds, String name) {
        return kinds.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Settings.Builder function() {
        return Settings.builder().set(Keys.FUNCTION, Text.of("serve"));
    }

    private static Settings alias() {
        return function().set(FcAliasKind.ALIAS, Text.of("prod")).build();
    }

    private static Settings.Builder topic() {
        return Settings.builder().set(MnsKind.TOPIC, Text.of("releases"));
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(10), InstantSource.system());
    }

    static Stream<Kind<?>> kinds() {
        return Stream.of(
                        NOWHERE.targets(),
                        NOWHERE.brakes(),
                        NOWHERE.shells(),
                        NOWHERE.clusters(),
                        NOWHERE.alarms(),
                        NOWHERE.announcers())
                .flatMap(List::stream);
    }

    @Test
    void eachKindHasANameOfItsOwn() {
        assertThat(kinds().map(Kind::name))
                .containsExactly(
                        "fc-alias", "fc-image", "fc-stop", "cloud-assistant", "ack", "cloudmonitor", "dingtalk", "mns");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void eachKeyTellsTheEditorWhatItIs(Kind<?> kind) {
        assertThat(kind.shape().description()).isNotBlank();
        assertThat(kind.shape().keys())
                .isNotEmpty()
                .allMatch(key -> !key.description().isBlank());
    }

    @Test
    void anAliasIsPutBackByWhatTheFileSays() throws Exception {
        cloud.functionCompute().create("serve");
        cloud.functionCompute().publish("serve", "first");
        cloud.functionCompute().alias("serve", "prod", "1", Map.of(), "");

        var target = named(kinds.targets(), "fc-alias").bind(alias(), HERE);

        assertThat(target.target().address()).isEqualTo("fc:cn-hangzhou/serve:prod");
        assertThat(target.read(soon()).only(new Revision("1"))).isTrue();
    }

    private ReleaseTarget image(Settings settings) {
        return named(kinds.targets(), "fc-image").bind(settings, HERE);
    }

    @Test
    void theRegionOfTheBlockGoesBeforeThatOfTheSystem() {
        var elsewhere = function().set(Keys.REGION, Text.of("ap-southeast-5")).build();

        assertThat(image(elsewhere).target().address()).contains("ap-southeast-5");
        assertThat(image(function().build()).target().address()).contains("cn-hangzhou");
    }

    @Test
    void aKindIsCalledAsWhatItBecomesCallsItself() {
        var settings = function()
                .set(FcAliasKind.ALIAS, Text.of("prod"))
                .set(CloudAssistantKind.INSTANCE, Text.of("i-1"))
                .build();

        assertThat(kinds.targets())
                .allMatch(each -> each.bind(settings, HERE).kind().equals(each.name()));
        assertThat(kinds.brakes())
                .allMatch(each -> each.bind(settings, HERE).kind().equals(each.name()));
        assertThat(kinds.shells())
                .allMatch(each -> each.bind(settings, HERE).kind().equals(each.name()));
    }

    @Test
    void withoutARegionItIsSaidWhatToWrite() {
        var kind = named(NOWHERE.targets(), "fc-alias");

        assertThatThrownBy(() -> kind.bind(alias(), Optional.empty()))
                .isInstanceOfSatisfying(
                        SettingException.class,
                        refused -> assertThat(refused.key()).isEqualTo("region"))
                .hasMessageContaining("found no cloud")
                .hasMessageContaining("write region: cn-hangzhou");
        assertThatThrownBy(() -> kind.bind(alias(), Optional.of(new Cloud(Cloud.Provider.AWS, "us-east-1"))))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("cloud.provider: aws");
    }

    @Test
    void latestIsNoAlias() {
        var latest = function().set(FcAliasKind.ALIAS, Text.of("LATEST")).build();

        assertThatThrownBy(() -> named(NOWHERE.targets(), "fc-alias").bind(latest, HERE))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("publish a version");
    }

    @Test
    void aFunctionIsStopped() throws Exception {
        cloud.functionCompute().create("serve");
        var brake = kinds.brakes().getFirst().bind(function().build(), HERE);

        brake.stop(brake.read(soon()), soon());

        assertThat(brake.target().address()).isEqualTo("fc:cn-hangzhou/serve");
        assertThat(cloud.functionCompute().reserved("serve")).contains(0L);
    }

    @Test
    void anInstanceRunsAScript() throws Exception {
        cloud.assistant().instance("i-1", script -> new AssistantState.Ran(3, script));
        var settings = Settings.builder()
                .set(CloudAssistantKind.INSTANCE, Text.of("i-1"))
                .build();

        var ended = kinds.shells().getFirst().bind(settings, HERE).run("true", soon());

        assertThat(ended.code()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"vpc, intranet", "internet, internet"})
    void aClustersKubeconfigIsOfTheNetworkThatTheFileSays(String network, String said) throws Exception {
        cloud.clusters().create("c1", UnaryOperator.identity());
        var settings = Settings.builder()
                .set(AckKind.CLUSTER, Text.of("c1"))
                .set(AckKind.NETWORK, network)
                .build();

        assertThat(kinds.clusters().getFirst().bind(settings, HERE).text(soon()))
                .isEqualTo(said);
    }

    @Test
    void aRuleIsAskedHowItStands() throws Exception {
        cloud.cloudMonitor().rule("r-1", "errors of serve", "ALARM", "[]");
        var settings = Settings.builder()
                .set(CloudMonitorKind.ALARM, Text.of("errors of serve"))
                .build();

        var watched = kinds.alarms().getFirst().bind(settings, HERE);

        assertThat(watched.alarm()).isEqualTo("errors of serve");
        assertThat(watched.source().read(watched.alarm(), soon()).colour()).isEqualTo(Colour.RED);
    }

    @Test
    void aRobotCallsWhomTheFileNames() throws Exception {
        var webhook = cloud.robotUrl();
        var reference = new Text(List.of(new Text.Part.Secret("${env:DINGTALK_WEBHOOK}", webhook)));
        var settings = Settings.builder()
                .set(DingTalkKind.WEBHOOK, new Address(reference))
                .set(DingTalkKind.SECRET, Text.of(Robot.SECRET))
                .set(DingTalkKind.MOBILES, List.of(Text.of("13800000000")))
                .build();

        named(kinds.announcers(), "dingtalk").bind(settings, Optional.empty()).tell(announcement(), soon());

        assertThat(cloud.robot().messages())
                .singleElement()
                .satisfies(said -> assertThat(said.mobiles()).containsExactly("13800000000"));
    }

    @Test
    void aTopicIsFoundByAccountOrByEndpoint() throws Exception {
        cloud.topics().create("releases");
        var kind = named(kinds.announcers(), "mns");
        var byAccount = kind.bind(topic().set(MnsKind.ACCOUNT, Text.of("1234")).build(), HERE);
        var byEndpoint = kind.bind(endpoint(cloud.endpoint().toString()), Optional.empty());

        byAccount.tell(announcement(), soon());
        byEndpoint.tell(announcement(), soon());

        assertThat(cloud.topics().messages("releases")).hasSize(2);
    }

    @Test
    void aTopicIsAtItsAccountsAddress() {
        var settings = topic().set(MnsKind.ACCOUNT, Text.of("1234")).build();

        assertThat(mns(settings).target().address()).endsWith("1234.mns.cn-hangzhou.aliyuncs.com");
    }

    private static Settings endpoint(String url) {
        return topic().set(MnsKind.ENDPOINT, new Address(Text.of(url))).build();
    }

    private static Announcer mns(Settings settings) {
        return named(NOWHERE.announcers(), "mns").bind(settings, HERE);
    }

    static Stream<Settings> unfit() {
        var endpoint = new Address(Text.of("https://1234.mns.cn-hangzhou.aliyuncs.com"));
        return Stream.of(
                topic().build(),
                topic().set(MnsKind.ENDPOINT, endpoint)
                        .set(MnsKind.ACCOUNT, Text.of("1234"))
                        .build(),
                topic().set(MnsKind.ENDPOINT, endpoint)
                        .set(Keys.REGION, Text.of("cn-hangzhou"))
                        .build(),
                endpoint("https://1234.mns.cn-hangzhou.aliyuncs.com/topics/releases"));
    }

    @ParameterizedTest
    @MethodSource("unfit")
    void aTopicIsFoundInOneWay(Settings settings) {
        assertThatThrownBy(() -> mns(settings)).isInstanceOf(SettingException.class);
    }

    @Test
    void whatADoorWasGivenIsWhatIsAskedWith() throws Exception {
        cloud.functionCompute().create("serve", "registry/app@sha256:" + "1".repeat(64));
        var kinds =
                new AliyunKinds(Map.of("BELAY_ALIYUN_ENDPOINT", cloud.endpoint().toString()));
        var target = named(kinds.targets(), "fc-image").bind(function().build(), HERE);
        var headers = Map.of(
                "x-fc-access-key-id", AliyunCloud.KEY_ID,
                "x-fc-access-key-secret", AliyunCloud.SECRET,
                "x-fc-security-token", AliyunCloud.TOKEN);

        kinds.credentials().take(name -> Optional.ofNullable(headers.get(name)));

        assertThat(target.read(soon()).serving()).hasSize(1);
    }

    @Test
    void bindingAsksNobody() {
        named(kinds.targets(), "fc-alias").bind(alias(), HERE);
        image(function().build());
        mns(topic().set(MnsKind.ACCOUNT, Text.of("1234")).build());

        assertThat(cloud.received()).isEmpty();
    }

    private static Announcement announcement() {
        var report = new Report(
                "rollback",
                "shop",
                "test",
                new Correlation("0123456789abcdef"),
                Instant.EPOCH,
                Duration.ZERO,
                List.of());
        return new Announcement("title", "text", report);
    }

    @Test
    void aStoreOfAlarmsWithAProjectOfLogServiceCanAllThatADrillNeeds() {
        var settings = Settings.builder()
                .set(CloudMonitorStoreKind.PROJECT, Text.of("shop-logs"))
                .set(CloudMonitorStoreKind.LOG_STORE, Text.of("requests"))
                .build();
        var place = named(kinds.stores(), "cloudmonitor").bind(settings, HERE);

        assertThat(place.store().target().address()).isEqualTo("cloudmonitor:" + FunctionComputeState.REGION);
        assertThat(place.source()).isPresent();
        assertThat(place.bell()).isPresent();
        assertThat(place.trails()).isPresent();
        assertThat(cloud.received()).isEmpty();
    }

    @Test
    void aStoreOfAlarmsWithoutAProjectCanBeFollowedNowhere() {
        var place =
                named(kinds.stores(), "cloudmonitor").bind(Settings.builder().build(), HERE);

        assertThat(place.trails()).isEmpty();
    }

    @Test
    void aProjectWithoutItsLogStoreIsRefused() {
        var settings = Settings.builder()
                .set(CloudMonitorStoreKind.PROJECT, Text.of("shop-logs"))
                .build();

        assertThatThrownBy(() -> named(kinds.stores(), "cloudmonitor").bind(settings, HERE))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("both or neither");
    }
}
