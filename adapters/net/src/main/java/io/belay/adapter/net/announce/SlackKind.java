package io.belay.adapter.net.announce;

import io.belay.adapter.net.http.Access;
import io.belay.adapter.net.http.Clients;
import io.belay.core.announce.Announcer;
import io.belay.core.settings.Cloud;
import io.belay.core.settings.Kind;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import java.util.Optional;

/** The kind {@code slack}: a channel of Slack, or of what takes Slack's incoming webhooks, such as Mattermost. */
public final class SlackKind implements Kind<Announcer> {
    private final Clients clients;

    /** The kind, posting through {@code clients}. */
    public SlackKind(Clients clients) {
        this.clients = clients;
    }

    @Override
    public String name() {
        return Slack.KIND;
    }

    @Override
    public Shape shape() {
        return Access.shape("A channel of Slack or Mattermost, through its incoming webhook.", Post.URL);
    }

    @Override
    public Announcer bind(Settings settings, Optional<Cloud> cloud) {
        return new Slack(Post.of(clients, settings));
    }
}
