package io.belay.adapter.net.announce;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.adapter.net.http.Header;
import io.belay.adapter.net.json.JsonText;
import io.belay.core.Deadline;
import io.belay.core.Report;
import io.belay.core.announce.Announcement;
import io.belay.core.announce.Announcer;
import io.belay.core.probe.Target;
import io.belay.core.settings.Text;
import io.belay.core.settings.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A webhook by the Standard Webhooks specification 1.0.0: {@code type}, {@code timestamp} and what there is to tell in the body; id,
 * time of sending and, where there is a secret, signature in headers. An announcement keeps its id however often it is told.
 */
final class Webhook implements Announcer {
    static final String KIND = "webhook";

    /** What a web server takes that nobody told otherwise (nginx, {@code client_max_body_size}), a little less. */
    private static final int LARGEST = 1_000_000;

    private static final int LONGEST_TEXT = 100_000;

    private final Post post;
    private final Optional<WebhookSignature> signature;
    private final Function<Report, String> json;

    Webhook(Post post, Optional<WebhookSignature> signature, Function<Report, String> json) {
        this.post = post;
        this.signature = signature;
        this.json = json;
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
        var id = id(announcement.report());
        var at = deadline.time().instant();
        var body = body(announcement);
        var headers = new ArrayList<>(List.of(
                new Header("webhook-id", id), new Header("webhook-timestamp", Long.toString(at.getEpochSecond()))));
        signature.ifPresent(each -> headers.add(each.header(id, at, body)));
        post.send(headers, body, Post.Why::unsaid, deadline);
    }

    /**
     * Of the run, not of its caller alone, who may give two runs one correlation. No full stop may be in it, or it could be read for
     * the one before the time.
     */
    private static String id(Report report) {
        return "msg_" + report.correlation().id().replace('.', '~') + "_"
                + report.started().toEpochMilli();
    }

    private String body(Announcement announcement) {
        var report = announcement.report();
        var whole = json.apply(report).strip();
        var fits = whole.getBytes(UTF_8).length <= LARGEST - 4 * LONGEST_TEXT;
        var text = Cut.to(LONGEST_TEXT, announcement.text())
                + (fits ? "" : "\n(the report is left out: it is longer than a webhook should be)");
        var head = new LinkedHashMap<String, Tree>();
        head.put("type", leaf("belay." + report.function()));
        head.put("timestamp", leaf(report.started().plus(report.took()).toString()));
        head.put("title", leaf(Cut.to(LONGEST_TEXT, announcement.title())));
        head.put("text", leaf(text));
        head.put("verdict", leaf(report.verdict().name()));
        var begun = JsonText.of(new Tree.Branch(head));
        return fits ? begun.substring(0, begun.length() - 1) + ",\"report\":" + whole + "}" : begun;
    }

    private static Tree leaf(String text) {
        return new Tree.Leaf(Text.of(text));
    }
}
