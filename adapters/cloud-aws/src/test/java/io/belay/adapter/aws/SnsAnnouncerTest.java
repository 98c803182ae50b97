package io.belay.adapter.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.adapter.aws.testkit.AwsServer;
import io.belay.adapter.aws.testkit.SnsControl;
import io.belay.core.Correlation;
import io.belay.core.PortException;
import io.belay.core.Report;
import io.belay.core.announce.Announcement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SnsAnnouncerTest {
    private final Report report = new Report(
            "rollback", "harbor", "prod", new Correlation("correlation-1"), Instant.EPOCH, Duration.ZERO, List.of());
    private final AwsServer server = AwsServer.start();
    private final AwsClients aws = Aws.clients(server);
    private final String topic = server.sns().topic("oncall");

    @AfterEach
    void close() {
        aws.close();
        server.close();
    }

    private SnsControl.Message told(String topicArn, String title, String text) throws InterruptedException {
        new SnsAnnouncer(aws, topicArn).tell(new Announcement(title, text, report), Aws.soon());
        return server.sns().published().getLast();
    }

    @Test
    void theTitleIsTheSubjectAndTheTextTheMessage() throws Exception {
        var message = told(topic, "harbor prod: rolled back serve", "Why: the alarm errors is red.\nNext: look at it.");

        assertThat(message.subject()).isEqualTo("harbor prod: rolled back serve");
        assertThat(message.text()).isEqualTo("Why: the alarm errors is red.\nNext: look at it.");
        assertThat(message.attributes()).containsEntry("verdict", "UNKNOWN").containsEntry("function", "rollback");
    }

    @Test
    void aSubjectIsPlainAndShort() throws Exception {
        var message = told(topic, "  zurück\nzu 7 " + "x".repeat(200), "text");

        assertThat(message.subject())
                .startsWith("zur?ck zu 7 xxx")
                .endsWith("...")
                .hasSize(99);
    }

    @Test
    void aMessageTooLongIsShortenedBetweenCharactersAndSaysSo() throws Exception {
        var message = told(topic, "title", "ü".repeat(200_000));

        assertThat(message.text().getBytes(UTF_8).length).isLessThanOrEqualTo(262_144);
        assertThat(message.text()).startsWith("üüü").doesNotContain("\uFFFD").endsWith("longer than SNS takes.");
    }

    @Test
    void aFifoTopicIsToldAsWell() throws Exception {
        assertThat(told(server.sns().topic("oncall.fifo"), "title", "text").text())
                .isEqualTo("text");
    }

    @Test
    void whatMayHaveBeenToldIsToldOnce() {
        server.mishaps().loseAnswer("Publish");

        assertThatThrownBy(() -> told(topic, "title", "text")).isInstanceOf(PortException.class);

        assertThat(server.sns().published()).hasSize(1);
    }

    @Test
    void noSuchTopicIsNotFound() {
        assertThatThrownBy(() -> told(topic + "x", "title", "text"))
                .hasMessage("not found: NotFound: Topic does not exist");
    }
}
