package io.belay.adapter.aliyun.dingtalk;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.belay.adapter.aliyun.Cloud;
import io.belay.adapter.aliyun.http.Exchange;
import io.belay.adapter.aliyun.testkit.AliyunCloud;
import io.belay.adapter.aliyun.testkit.Robot;
import io.belay.core.Correlation;
import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.Report;
import io.belay.core.announce.Announcement;
import io.belay.core.settings.Text;
import io.belay.core.testkit.TestingTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DingTalkTest {
    private final TestingTime time = new TestingTime();
    private final AliyunCloud cloud = new AliyunCloud(time);
    private final DingTalk group = group(Robot.ACCESS_TOKEN, Robot.SECRET, List.of());

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void anAnnouncementIsPosted() throws Exception {
        group.tell(announcement("serve was put back", "from 2 to 1\nbecause errors is red"), soon());

        var message = cloud.robot().messages().getFirst();
        assertThat(message.title()).isEqualTo("serve was put back");
        assertThat(message.text()).isEqualTo("### serve was put back\n\nfrom 2 to 1\n\nbecause errors is red");
    }

    @Test
    void aLinesEndBehindASecretDoesNoHarm() throws Exception {
        group(Robot.ACCESS_TOKEN + "\n", Robot.SECRET + "\n", List.of()).tell(announcement("t", "x"), soon());

        assertThat(cloud.robot().messages()).hasSize(1);
    }

    @Test
    void whatIsSaidIsNoMarkUp() throws Exception {
        group.tell(announcement("a_b", "[x](https://evil) *b* <img>"), soon());

        assertThat(text()).contains("a\\_b").contains("\\[x\\](https://evil) \\*b\\* \\<img\\>");
    }

    @Test
    void peopleAreCalledByName() throws Exception {
        group(Robot.ACCESS_TOKEN, Robot.SECRET, List.of("13800000000")).tell(announcement("t", "x"), soon());

        var message = cloud.robot().messages().getFirst();
        assertThat(message.mobiles()).containsExactly("13800000000");
        assertThat(text()).endsWith("@13800000000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\n", "\"", "\u0001", "中", "🚢", "*"})
    void aTextOfAnySizeIsCutSoThatItIsTaken(String letter) throws Exception {
        group.tell(announcement("t".repeat(500), letter.repeat(60_000)), soon());

        assertThat(text()).endsWith("(cut: the report has it all)").doesNotContain("\uFFFD");
    }

    @Test
    void aWrongSecretIsDeniedThoughItIsAnsweredWith200() {
        var fault = fault(group(Robot.ACCESS_TOKEN, "SECanother", List.of()));

        assertThat(fault.kind()).isEqualTo(Fault.Kind.DENIED);
        assertThat(fault.message()).startsWith("DingTalk: 310000 sign not match");
    }

    @Test
    void anUnknownRobotIsDenied() {
        assertThat(fault(group("another", Robot.SECRET, List.of())).kind()).isEqualTo(Fault.Kind.DENIED);
    }

    @Test
    void tooManyMessagesAreThrottled() throws Exception {
        for (int each = 0; each < 20; each++) {
            group.tell(announcement("t", "x"), soon());
        }

        assertThat(fault(group).kind()).isEqualTo(Fault.Kind.THROTTLED);
    }

    @Test
    void aMessageWhoseAnswerIsLostIsNotSentAgain() {
        cloud.mishaps().loseAnswer("/robot/send");

        assertThat(fault(group).kind()).isEqualTo(Fault.Kind.UNREACHABLE);
        assertThat(cloud.robot().messages()).hasSize(1);
    }

    @Test
    void aPageOfAGatewayIsNoSuccess() {
        cloud.mishaps().answer("/robot/send", 200, "<html></html>");

        assertThat(fault(group).kind()).isEqualTo(Fault.Kind.REJECTED);
    }

    @Test
    void neitherTokenNorSecretIsShown() {
        cloud.mishaps().loseRequest("/robot/send");

        var shown = group.target() + " " + fault(group) + " " + fault(group("another", Robot.SECRET, List.of()));

        assertThat(shown)
                .doesNotContain(Robot.ACCESS_TOKEN)
                .doesNotContain(Robot.SECRET)
                .doesNotContain("sign=");
        assertThat(group.target().address()).isEqualTo("dingtalk robot at 127.0.0.1");
    }

    @Test
    void anAddressThatIsNoneIsRejectedUnseen() {
        var broken = new DingTalk(
                secret("${env:HOOK}", "https://x/?access_token=a b c"), Optional.empty(), List.of(), Exchange.USUAL);

        assertThat(fault(broken)).isEqualTo(new Fault(Fault.Kind.REJECTED, "${env:HOOK} is no address"));
    }

    private DingTalk group(String token, String secret, List<String> mobiles) {
        var webhook = secret("${env:HOOK}", cloud.endpoint() + "/robot/send?access_token=" + token);
        return new DingTalk(webhook, Optional.of(secret("${env:KEY}", secret)), mobiles, Exchange.USUAL);
    }

    private static Text secret(String reference, String value) {
        return new Text(List.of(new Text.Part.Secret(reference, value)));
    }

    private String text() {
        return cloud.robot().messages().getFirst().text();
    }

    private Fault fault(DingTalk told) {
        return requireNonNull(
                        catchThrowableOfType(PortException.class, () -> told.tell(announcement("t", "x"), soon())))
                .fault();
    }

    private static Announcement announcement(String title, String text) {
        var report = new Report(
                "rollback",
                "harbor",
                "test",
                new Correlation("0123456789abcdef"),
                Instant.EPOCH,
                Duration.ZERO,
                List.of());
        return new Announcement(title, text, report);
    }

    private Deadline soon() {
        return Cloud.soon(time);
    }
}
