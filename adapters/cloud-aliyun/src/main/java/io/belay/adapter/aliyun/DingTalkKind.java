package io.belay.adapter.aliyun;

import io.belay.adapter.aliyun.dingtalk.DingTalk;
import io.belay.adapter.aliyun.http.Exchange;
import io.belay.core.announce.Announcer;
import io.belay.core.settings.Address;
import io.belay.core.settings.Cloud;
import io.belay.core.settings.Form;
import io.belay.core.settings.Key;
import io.belay.core.settings.Kind;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import io.belay.core.settings.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The kind {@code dingtalk}: a robot in a group. It is of no region and asks for no credentials of the cloud. */
final class DingTalkKind implements Kind<Announcer> {
    static final Key<Address> WEBHOOK = Key.address(
                    "webhook",
                    Set.of("http", "https"),
                    "The robot's address; who knows it can post, so it comes by reference: ${env:DINGTALK_WEBHOOK}.")
            .needed();
    static final Key<Text> SECRET = Key.text(
            "secret",
            "\\S+",
            "What messages are signed with, by reference; none for a robot that goes by keywords or addresses.");
    static final Key<List<Text>> MOBILES = Key.of(
            "mobiles",
            new Form.OfList<>(new Form.OfText(Optional.of(Pattern.compile("[+0-9-]{5,20}"))), 1, 50),
            "The mobile numbers of whom to call by name.");

    @Override
    public String name() {
        return "dingtalk";
    }

    @Override
    public Shape shape() {
        return Shape.of("A group of DingTalk, through its robot.", WEBHOOK, SECRET, MOBILES);
    }

    @Override
    public Announcer bind(Settings settings, Optional<Cloud> cloud) {
        var mobiles = settings.find(MOBILES).orElse(List.of()).stream()
                .map(Text::reveal)
                .toList();
        return new DingTalk(settings.get(WEBHOOK).text(), settings.find(SECRET), mobiles, Exchange.USUAL);
    }
}
