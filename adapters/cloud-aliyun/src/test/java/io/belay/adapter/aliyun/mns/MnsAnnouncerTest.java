package io.belay.adapter.aliyun.mns;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.belay.adapter.aliyun.Cloud;
import io.belay.adapter.aliyun.acs.Credentials;
import io.belay.adapter.aliyun.http.Exchange;
import io.belay.adapter.aliyun.http.Json;
import io.belay.adapter.aliyun.testkit.AliyunCloud;
import io.belay.core.Correlation;
import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.Report;
import io.belay.core.announce.Announcement;
import io.belay.core.testkit.TestingTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MnsAnnouncerTest {
    private final TestingTime time = new TestingTime();
    private final AliyunCloud cloud = new AliyunCloud(time);
    private final MnsAnnouncer topic = announcer("releases", Cloud.CREDENTIALS);

    @BeforeEach
    void aTopic() {
        cloud.topics().create("releases");
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    /** Of a request that the official client sent. */
    @Test
    void aRequestIsSignedAsTheOfficialClientSignsIt() {
        var signature = MnsSignature.of("SECRET", "POST", "Sat, 21 Nov 2026 07:27:36 GMT", "/topics/releases/messages");

        assertThat(signature).isEqualTo("EP37ZqNIx6AfMN8Skc0jGTLBa0U=");
    }

    @Test
    void anAnnouncementIsPublishedAsJson() throws Exception {
        topic.tell(announcement("serve was <put> back & \"proved\" 中"), soon());

        var message = Json.read(cloud.topics().messages("releases").getFirst()).orElseThrow();
        assertThat(message.text("text")).contains("serve was <put> back & \"proved\" 中");
        assertThat(message.text("verdict")).contains("UNKNOWN");
        assertThat(message.text("correlation")).contains("0123456789abcdef");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\"", "\u0001", "中", "🚢", "<", "\uFFFF"})
    void aTextOfAnySizeIsCutSoThatItIsTaken(String letter) throws Exception {
        topic.tell(announcement(letter.repeat(100_000)), soon());

        var message = cloud.topics().messages("releases").getFirst();
        assertThat(message.getBytes(UTF_8).length).isLessThan(65_536);
        assertThat(message).contains("(cut: the report has it all)");
    }

    @Test
    void aWrongSecretIsDeniedAndNotShown() {
        var wrong = new Credentials(AliyunCloud.KEY_ID, "another secret", Optional.of(AliyunCloud.TOKEN));

        assertThat(fault(announcer("releases", wrong)))
                .isEqualTo(new Fault(Fault.Kind.DENIED, "MNS PublishMessage: SignatureDoesNotMatch (HTTP 403)"));
    }

    @Test
    void aTopicThatIsNotThereIsNotFound() {
        assertThat(fault(announcer("other", Cloud.CREDENTIALS)).kind()).isEqualTo(Fault.Kind.NOT_FOUND);
    }

    @Test
    void aMessageWhoseAnswerIsLostIsNotSentAgain() {
        cloud.mishaps().loseAnswer("/topics/releases/messages");

        assertThat(fault(topic).kind()).isEqualTo(Fault.Kind.UNREACHABLE);
        assertThat(cloud.topics().messages("releases")).hasSize(1);
    }

    private MnsAnnouncer announcer(String name, Credentials credentials) {
        return new MnsAnnouncer(cloud.endpoint(), name, () -> credentials, Exchange.USUAL);
    }

    private Fault fault(MnsAnnouncer told) {
        return requireNonNull(catchThrowableOfType(PortException.class, () -> told.tell(announcement("x"), soon())))
                .fault();
    }

    private static Announcement announcement(String text) {
        var report = new Report(
                "rollback",
                "harbor",
                "test",
                new Correlation("0123456789abcdef"),
                Instant.EPOCH,
                Duration.ZERO,
                List.of());
        return new Announcement("title", text, report);
    }

    private Deadline soon() {
        return Cloud.soon(time);
    }
}
