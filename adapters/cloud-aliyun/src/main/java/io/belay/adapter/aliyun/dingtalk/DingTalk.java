package io.belay.adapter.aliyun.dingtalk;

import static java.util.Objects.requireNonNull;

import io.belay.adapter.aliyun.http.Answer;
import io.belay.adapter.aliyun.http.Exchange;
import io.belay.adapter.aliyun.http.Json;
import io.belay.adapter.aliyun.http.Sent;
import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.Redactor;
import io.belay.core.announce.Announcement;
import io.belay.core.announce.Announcer;
import io.belay.core.probe.Target;
import io.belay.core.settings.Text;
import java.math.BigDecimal;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A group of DingTalk, through the robot that was put there. (DingTalk open platform, "Custom robots".)
 *
 * <p>It answers 200 whatever it thinks of a message, and says in {@code errcode} whether it was posted. It takes 20 messages a
 * minute, then none for ten minutes.
 */
public final class DingTalk implements Announcer {
    private final Text webhook;
    private final Optional<Text> secret;
    private final List<String> mobiles;
    private final Exchange exchange;

    /**
     * A robot.
     *
     * @param webhook its address, {@code access_token} and all: who knows it can post
     * @param secret what messages are signed with; empty for a robot that goes by keywords or addresses
     * @param mobiles of whom to call by name
     */
    public DingTalk(Text webhook, Optional<Text> secret, List<String> mobiles, Exchange exchange) {
        this.webhook = requireNonNull(webhook, "webhook");
        this.secret = requireNonNull(secret, "secret");
        this.mobiles = List.copyOf(mobiles);
        this.exchange = requireNonNull(exchange, "exchange");
    }

    @Override
    public Target target() {
        var host = host();
        return new Target("dingtalk robot at " + host, host);
    }

    @Override
    public String kind() {
        return "dingtalk";
    }

    @Override
    public void tell(Announcement announcement, Deadline deadline) throws InterruptedException {
        var content = new LinkedHashMap<String, Object>();
        content.put("msgtype", "markdown");
        content.put("markdown", Markdown.of(announcement, mobiles));
        if (!mobiles.isEmpty()) {
            content.put("at", Map.of("atMobiles", mobiles, "isAtAll", false));
        }
        var headers = Map.of("Content-Type", "application/json; charset=utf-8");
        var request = new Sent("POST", address(deadline), headers, Json.write(content));
        try (var pending = exchange.begin(request, deadline)) {
            refusal(pending.await()).ifPresent(fault -> {
                throw new PortException(fault);
            });
        }
    }

    private URI address(Deadline deadline) {
        var revealed = webhook.reveal().strip();
        var millis = deadline.time().instant().toEpochMilli();
        var address = secret.map(key -> revealed + (revealed.contains("?") ? "&" : "?") + "timestamp=" + millis
                        + "&sign=" + RobotSignature.of(millis, key.reveal().strip()))
                .orElse(revealed);
        try {
            return URI.create(address);
        } catch (IllegalArgumentException _) {
            // Its message would show the address.
            throw new PortException(new Fault(Fault.Kind.REJECTED, webhook + " is no address"));
        }
    }

    private Optional<Fault> refusal(Answer answer) {
        var json = answer.json();
        var code = json.flatMap(each -> each.number("errcode")).map(BigDecimal::intValue);
        if (answer.successful() && code.isPresent() && code.get() == 0) {
            return Optional.empty();
        }
        if (code.isEmpty()) {
            var kind = answer.status() >= 500 ? Fault.Kind.UNREACHABLE : Fault.Kind.REJECTED;
            return Optional.of(new Fault(kind, "DingTalk: HTTP " + answer.status() + " without errcode"));
        }
        var words = json.flatMap(each -> each.text("errmsg")).orElse("");
        return Optional.of(new Fault(
                kind(code.get()), "DingTalk: " + code.get() + " " + redactor().redact(words)));
    }

    /** The codes that robots answer with. (Open platform, "Custom robots", error codes.) */
    private static Fault.Kind kind(int code) {
        return switch (code) {
            case -1 -> Fault.Kind.UNREACHABLE;
            case 130101, 410100 -> Fault.Kind.THROTTLED;
            case 300001, 300005, 310000, 400101, 400102 -> Fault.Kind.DENIED;
            case 400013, 400106 -> Fault.Kind.NOT_FOUND;
            default -> Fault.Kind.REJECTED;
        };
    }

    private Redactor redactor() {
        var knowing = Redactor.NONE.with(webhook.reveal(), "[webhook]");
        return secret.map(key -> knowing.with(key.reveal(), "[secret]")).orElse(knowing);
    }

    private String host() {
        try {
            return Optional.ofNullable(URI.create(webhook.reveal().strip()).getHost())
                    .orElse("no host");
        } catch (IllegalArgumentException _) {
            return "no host";
        }
    }
}
