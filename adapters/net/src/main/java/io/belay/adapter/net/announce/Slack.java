package io.belay.adapter.net.announce;

import io.belay.adapter.net.http.Answer;
import io.belay.core.Deadline;
import io.belay.core.announce.Announcement;
import io.belay.core.announce.Announcer;
import io.belay.core.probe.Target;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A channel, through an incoming webhook ("Sending messages using incoming webhooks" of Slack's documentation). It answers 200, or
 * another status with a word of why: {@code invalid_payload}, {@code channel_is_archived}.
 */
final class Slack implements Announcer {
    static final String KIND = "slack";

    private static final Pattern WORD = Pattern.compile("[a-z][a-z_ ]{0,79}");

    private final Post post;

    Slack(Post post) {
        this.post = post;
    }

    @Override
    public Target target() {
        return post.target(KIND);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void tell(Announcement announcement, Deadline deadline) throws InterruptedException {
        post.send(List.of(), SlackMessage.of(announcement), Slack::why, deadline);
    }

    private static String why(Answer answer) {
        var said = answer.body().text().strip();
        return WORD.matcher(said).matches() ? ": " + said : Post.Why.unsaid(answer);
    }
}
