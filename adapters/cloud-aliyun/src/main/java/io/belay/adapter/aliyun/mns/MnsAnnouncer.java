package io.belay.adapter.aliyun.mns;

import static java.util.Objects.requireNonNull;

import io.belay.adapter.aliyun.acs.CredentialSource;
import io.belay.adapter.aliyun.acs.Percent;
import io.belay.adapter.aliyun.http.Answer;
import io.belay.adapter.aliyun.http.Exchange;
import io.belay.adapter.aliyun.http.Json;
import io.belay.adapter.aliyun.http.Sent;
import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.announce.Announcement;
import io.belay.core.announce.Announcer;
import io.belay.core.probe.Target;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A topic of MNS (Simple Message Queue). Its message is JSON, for machines: {@code title}, {@code text}, {@code function},
 * {@code system}, {@code environment}, {@code verdict} and {@code correlation}.
 *
 * <p>A message has 64 KB at the most (ROS reference, {@code ALIYUN::MNS::Topic}); a longer text is cut, and says so.
 */
public final class MnsAnnouncer implements Announcer {
    /** Of the text, in characters: in JSON within XML no character takes more than eight bytes, and most take one. */
    private static final int LONGEST = 7_000;

    private static final String CUT = "\n(cut: the report has it all)";
    private static final Pattern CODE = Pattern.compile("<Code>([^<]*)</Code>");
    private static final Pattern UNWRITABLE =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final URI endpoint;
    private final String topic;
    private final CredentialSource credentials;
    private final Exchange exchange;

    /**
     * The topic {@code topic}.
     *
     * @param endpoint of the account and region: {@code https://1234.mns.cn-hangzhou.aliyuncs.com}
     */
    public MnsAnnouncer(URI endpoint, String topic, CredentialSource credentials, Exchange exchange) {
        this.endpoint = requireNonNull(endpoint, "endpoint");
        this.topic = requireNonNull(topic, "topic");
        this.credentials = requireNonNull(credentials, "credentials");
        this.exchange = requireNonNull(exchange, "exchange");
    }

    @Override
    public Target target() {
        return new Target("mns topic " + topic + " at " + endpoint.getHost(), endpoint.getHost());
    }

    @Override
    public String kind() {
        return "mns";
    }

    @Override
    public void tell(Announcement announcement, Deadline deadline) throws InterruptedException {
        var path = "/topics/" + Percent.encoded(topic) + "/messages";
        var body =
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Message xmlns=\"http://mns.aliyuncs.com/doc/v1/\"><MessageBody>"
                        + escaped(Json.write(content(announcement))) + "</MessageBody></Message>";
        var request = new Sent(
                "POST",
                endpoint.resolve(path),
                MnsSignature.headers(
                        credentials.current(), "POST", path, deadline.time().instant()),
                body);
        try (var pending = exchange.begin(request, deadline)) {
            refusal(pending.await()).ifPresent(fault -> {
                throw new PortException(fault);
            });
        }
    }

    private static Map<String, Object> content(Announcement announcement) {
        var report = announcement.report();
        var content = new LinkedHashMap<String, Object>();
        content.put("title", cut(announcement.title(), 500, ""));
        content.put("text", cut(announcement.text(), LONGEST, CUT));
        content.put("function", report.function());
        content.put("system", report.system());
        content.put("environment", report.environment());
        content.put("verdict", report.verdict().name());
        content.put("correlation", report.correlation().id());
        return content;
    }

    private static String cut(String text, int length, String mark) {
        if (text.length() <= length) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end) + mark;
    }

    /** XML has no way to write some characters at all. */
    private static String escaped(String text) {
        return UNWRITABLE
                .matcher(text)
                .replaceAll("?")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    /** Refusals are XML; of theirs the code is shown alone, since the rest may say back what was signed. */
    private static Optional<Fault> refusal(Answer answer) {
        if (answer.successful()) {
            return Optional.empty();
        }
        var match = CODE.matcher(answer.body());
        var code = match.find() ? match.group(1) : "no code";
        return Optional.of(new Fault(
                kind(answer.status(), code), "MNS PublishMessage: " + code + " (HTTP " + answer.status() + ")"));
    }

    private static Fault.Kind kind(int status, String code) {
        if (code.equals("TopicNotExist") || status == 404) {
            return Fault.Kind.NOT_FOUND;
        }
        if (code.contains("QpsLimit") || status == 429) {
            return Fault.Kind.THROTTLED;
        }
        if (status == 401 || status == 403) {
            return Fault.Kind.DENIED;
        }
        return status >= 500 ? Fault.Kind.UNREACHABLE : Fault.Kind.REJECTED;
    }
}
