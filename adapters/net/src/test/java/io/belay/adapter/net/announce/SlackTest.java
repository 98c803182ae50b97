package io.belay.adapter.net.announce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.adapter.net.http.Asking;
import io.belay.adapter.net.json.Json;
import io.belay.adapter.net.json.NotJson;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.announce.Announcer;
import io.belay.core.fact.Value;
import io.belay.core.settings.Settings;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What Slack and Mattermost get, within what Slack takes. */
final class SlackTest {
    private static Announcer announcer(String url) {
        var settings = Settings.builder().set(Post.URL, Asking.address(url)).build();
        return new SlackKind(Asking.clients()).bind(settings, Optional.empty());
    }

    private static Json message(String title, String text) throws NotJson {
        return Json.of(SlackMessage.of(Told.announcement(title, text)));
    }

    @Test
    void anAnnouncementIsAHeaderAndASectionAndATextForWhoKnowsNoBlocks() throws Exception {
        try (var chat = new Told(200, Map.of(), "ok")) {
            announcer(chat.url())
                    .tell(Told.announcement("harbor prod: rolled back", "Cause: x\nNext: y."), Told.soon());

            var message = Json.of(chat.messages.getFirst().body());
            assertThat(message.at("$.text")).isEqualTo(Value.of("harbor prod: rolled back\nCause: x\nNext: y."));
            assertThat(message.at("$.blocks[0].type")).isEqualTo(Value.of("header"));
            assertThat(message.at("$.blocks[0].text.type")).isEqualTo(Value.of("plain_text"));
            assertThat(message.at("$.blocks[0].text.text")).isEqualTo(Value.of("harbor prod: rolled back"));
            assertThat(message.at("$.blocks[1].text.text")).isEqualTo(Value.of("Cause: x\nNext: y."));
            assertThat(message.all("$.blocks")).hasSize(2);
        }
    }

    @Test
    void nobodyIsCalledByWhatAnAlarmSays() throws Exception {
        var message = message("<!channel> & co", "@channel @here orders@sha256 <@U012>");

        assertThat(message.at("$.blocks[0].text.text")).isEqualTo(Value.of("&lt;!channel&gt; &amp; co"));
        assertThat(message.at("$.text").shown())
                .isEqualTo("&lt;!channel&gt; &amp; co\n@\u200Bchannel @\u200Bhere orders@sha256 &lt;@U012&gt;");
    }

    @Test
    void aTitleIsOneShortLine() throws Exception {
        var header = message("two\nlines " + "&".repeat(200), "text")
                .at("$.blocks[0].text.text")
                .shown();

        assertThat(header).startsWith("two lines &amp;&amp;").endsWith("&amp;…").hasSizeLessThanOrEqualTo(150);
    }

    @Test
    void aLongTextIsBrokenBetweenLines() throws Exception {
        var line = "<" + "x".repeat(98) + "\n";
        var message = message("title", line.repeat(60));

        assertThat(message.all("$.blocks")).hasSize(4);
        for (int block = 1; block < 4; block++) {
            var text = message.at("$.blocks[" + block + "].text.text").shown();
            assertThat(text).startsWith("&lt;xx").endsWith("xx").hasSizeLessThanOrEqualTo(3_000);
        }
    }

    @Test
    void whatSlackWouldRefuseIsCutAndSaysSo() throws Exception {
        var message = message("title", "😀&".repeat(20_000));

        assertThat(message.all("$.blocks")).hasSize(5);
        assertThat(message.at("$.blocks[4].text.text").shown())
                .hasSizeLessThanOrEqualTo(3_000)
                .endsWith("(cut: the report has it all)")
                .doesNotContain("?");
        assertThat(message.at("$.text").shown())
                .hasSizeLessThanOrEqualTo(4_000)
                .endsWith("(cut: the report has it all)");
    }

    @Test
    void anEmptyTextIsNoEmptyBlock() throws Exception {
        assertThat(message("", "").all("$.blocks")).hasSize(1);
    }

    @Test
    void whySlackRefusesIsSaid() {
        try (var chat = new Told(404, Map.of(), "channel_not_found")) {
            assertThatThrownBy(() -> announcer(chat.url()).tell(Told.announcement("title", "text"), Told.soon()))
                    .isInstanceOfSatisfying(
                            PortException.class,
                            refused -> assertThat(refused.fault().kind()).isEqualTo(Fault.Kind.NOT_FOUND))
                    .hasMessage("not found: 127.0.0.1 answered 404: channel_not_found");
            assertThat(chat.messages).hasSize(1);
        }
    }

    @Test
    void whatIsNoWordOfSlackIsNotRepeated() {
        try (var chat = new Told(500, Map.of(), "<html>T0/B0/secret</html>")) {
            assertThatThrownBy(() -> announcer(chat.url()).tell(Told.announcement("title", "text"), Told.soon()))
                    .hasMessage("unreachable: 127.0.0.1 answered 500");
        }
    }

    @Test
    void theUrlIsASecretAndIsNotShown() {
        var announcer = announcer("https://hooks.slack.com/services/T0/B0/xyz");

        assertThat(announcer.kind()).isEqualTo("slack");
        assertThat(announcer.target().address()).isEqualTo("slack at hooks.slack.com");
    }
}
