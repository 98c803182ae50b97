package io.belay.adapter.aliyun;

import io.belay.adapter.aliyun.http.Exchange;
import io.belay.adapter.aliyun.mns.MnsAnnouncer;
import io.belay.core.announce.Announcer;
import io.belay.core.settings.Address;
import io.belay.core.settings.Cloud;
import io.belay.core.settings.Key;
import io.belay.core.settings.Kind;
import io.belay.core.settings.SettingException;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import io.belay.core.settings.Text;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** The kind {@code mns}: a topic of MNS, which each account has at an address of its own in each region. */
final class MnsKind implements Kind<Announcer> {
    static final Key<Address> ENDPOINT = Key.address(
            "endpoint",
            Set.of("http", "https"),
            "The account's address in its region, such as one within a VPC; in place of account and region.");
    static final Key<Text> ACCOUNT = Key.text("account", "[0-9]{1,20}", "The account's id.");

    /** "Letters, digits and hyphens, first a letter or a digit, 256 characters at the most". (MNS, "CreateTopic".) */
    static final Key<Text> TOPIC = Key.text("topic", "[A-Za-z0-9][A-Za-z0-9-]{0,255}", "The topic's name.")
            .needed();

    private final Clients clients;

    MnsKind(Clients clients) {
        this.clients = clients;
    }

    @Override
    public String name() {
        return "mns";
    }

    @Override
    public Shape shape() {
        return Shape.of("A topic of MNS (Simple Message Queue).", TOPIC, ACCOUNT, Keys.REGION, ENDPOINT);
    }

    @Override
    public Announcer bind(Settings settings, Optional<Cloud> cloud) {
        return new MnsAnnouncer(
                endpoint(settings, cloud), Keys.text(settings, TOPIC), clients.credentials(), Exchange.USUAL);
    }

    private URI endpoint(Settings settings, Optional<Cloud> cloud) {
        var endpoint = settings.find(ENDPOINT);
        var account = Keys.found(settings, ACCOUNT);
        if (endpoint.isPresent() == account.isPresent()) {
            throw new SettingException(
                    endpoint.isPresent() ? ENDPOINT.name() : ACCOUNT.name(),
                    "either account, or endpoint: https://ACCOUNT.mns.cn-hangzhou.aliyuncs.com; found "
                            + (endpoint.isPresent() ? "both" : "neither"));
        }
        if (endpoint.isPresent() && settings.has(Keys.REGION)) {
            throw new SettingException(Keys.REGION.name(), "the endpoint is of a region already");
        }
        return endpoint.map(MnsKind::bare)
                .orElseGet(() -> clients.endpoints(Keys.region(settings, cloud)).topics(account.orElseThrow()));
    }

    /** What is signed is the path, and that is the topic's. */
    private static URI bare(Address endpoint) {
        var uri = endpoint.uri();
        if (!Set.of("", "/").contains(uri.getRawPath()) || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new SettingException(
                    ENDPOINT.name(), "scheme, host and port alone: https://ACCOUNT.mns.cn-hangzhou.aliyuncs.com");
        }
        return uri;
    }
}
