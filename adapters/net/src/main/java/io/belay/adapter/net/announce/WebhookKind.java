package io.belay.adapter.net.announce;

import io.belay.adapter.net.http.Access;
import io.belay.adapter.net.http.Clients;
import io.belay.core.Report;
import io.belay.core.announce.Announcer;
import io.belay.core.settings.Cloud;
import io.belay.core.settings.Key;
import io.belay.core.settings.Kind;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import io.belay.core.settings.Text;
import java.util.Optional;
import java.util.function.Function;

/** The kind {@code webhook}: a receiver of one's own, told in JSON and by the Standard Webhooks specification. */
public final class WebhookKind implements Kind<Announcer> {
    static final Key<Text> SECRET = Key.text(
            "secret",
            "(whsec_)?[A-Za-z0-9+/]+={0,2}",
            "What messages are signed with, 24 to 64 bytes in Base64, whsec_ before it or not: a reference such as ${env:SECRET}.");

    private final Clients clients;
    private final Function<Report, String> json;

    /**
     * The kind, posting through {@code clients}.
     *
     * @param json a report as one JSON value
     */
    public WebhookKind(Clients clients, Function<Report, String> json) {
        this.clients = clients;
        this.json = json;
    }

    @Override
    public String name() {
        return Webhook.KIND;
    }

    @Override
    public Shape shape() {
        return Access.shape("A webhook of one's own, told in JSON and signed.", Post.URL, SECRET);
    }

    @Override
    public Announcer bind(Settings settings, Optional<Cloud> cloud) {
        var signature = settings.find(SECRET)
                .map(text -> WebhookSignature.of(
                        SECRET.name(), text.fixed(SECRET.name()).reveal()));
        return new Webhook(Post.of(clients, settings), signature, json);
    }
}
