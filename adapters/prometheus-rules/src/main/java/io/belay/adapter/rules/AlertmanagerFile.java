package io.belay.adapter.rules;

import io.belay.core.alarm.Channel;
import io.belay.core.alarm.Composite;
import io.belay.core.alarm.Gap;
import io.belay.core.alarm.Receiver;
import io.belay.core.alarm.Resource;
import io.belay.core.settings.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/**
 * The configuration of an Alertmanager that tells those whom the rules of a {@link RuleFileStore} name. No secret is written into it:
 * an address with one is read from a file under {@value #SECRETS} by Alertmanager itself (webhooks: from its version 0.26 on).
 */
public final class AlertmanagerFile {
    private static final String SECRETS = "/etc/alertmanager/belay";
    private static final String NOBODY = "nobody";
    private static final Pattern TOPIC = Pattern.compile("arn:[^:]+:sns:(?<region>[^:]+):[0-9]{12}:.+");

    private final List<Gap> gaps = new ArrayList<>();

    private AlertmanagerFile() {}

    /**
     * What was made.
     *
     * @param text the whole file
     * @param gaps what Alertmanager cannot do of it, or needs beside it; by the receiver's name
     */
    public record Made(String text, List<Gap> gaps) {
        public Made {
            gaps = List.copyOf(gaps);
        }
    }

    /** The configuration for all receivers that are {@code wanted}. */
    public static Made of(List<Resource> wanted) {
        var file = new AlertmanagerFile();
        var root = file.root(wanted);
        var settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setWidth(1_000)
                .build();
        return new Made(new Dump(settings).dumpToString(root), file.gaps);
    }

    private Map<String, Object> root(List<Resource> wanted) {
        var told = wanted.stream()
                .filter(Receiver.class::isInstance)
                .map(Receiver.class::cast)
                .distinct()
                .toList();
        var root = new LinkedHashMap<String, Object>();
        if (told.stream().flatMap(each -> each.channels().stream()).anyMatch(Channel.Email.class::isInstance)) {
            root.put("global", Map.of("smtp_smarthost", "localhost:25", "smtp_from", "alertmanager@localhost"));
            gaps.add(new Gap("email", "letters", "set smtp_smarthost and smtp_from to those of your own"));
        }
        root.put("route", route(told));
        var receivers = new ArrayList<Object>();
        receivers.add(Map.of("name", NOBODY));
        told.forEach(each -> receivers.add(receiver(each)));
        root.put("receivers", receivers);
        var inhibited = inhibited(wanted);
        if (!inhibited.isEmpty()) {
            root.put("inhibit_rules", inhibited);
        }
        return root;
    }

    private static Map<String, Object> route(List<Receiver> told) {
        var route = new LinkedHashMap<String, Object>();
        route.put("receiver", NOBODY);
        route.put("group_by", List.of("alertname"));
        var routes = new ArrayList<Object>();
        for (var each : told) {
            var one = new LinkedHashMap<String, Object>();
            one.put("receiver", each.name());
            var like = ".*," + each.name().replaceAll("[^A-Za-z0-9_-]", ".") + ",.*";
            one.put("matchers", List.of("belay_receivers=~" + PromQuery.quoted(like)));
            // Several may be told of one alarm.
            one.put("continue", true);
            routes.add(one);
        }
        if (!routes.isEmpty()) {
            route.put("routes", routes);
        }
        return route;
    }

    private Map<String, Object> receiver(Receiver receiver) {
        var made = new LinkedHashMap<String, Object>();
        made.put("name", receiver.name());
        var number = 0;
        for (var channel : receiver.channels()) {
            number++;
            var file = SECRETS + "/" + receiver.name() + "-" + number;
            switch (channel) {
                case Channel.Email(var address) -> add(made, "email_configs", Map.of("to", plain(address)));
                case Channel.Webhook(var url) -> add(made, "webhook_configs", address("url", url, file));
                case Channel.Slack(var url) -> add(made, "slack_configs", address("api_url", url, file));
                case Channel.Topic(var arn)
                when region(arn).isPresent() ->
                    add(made, "sns_configs", topic(arn, region(arn).get()));
                case Channel.DingTalk _, Channel.Function _, Channel.Queue _, Channel.Sms _, Channel.Topic _ ->
                    gaps.add(new Gap(
                            receiver.name(),
                            channel.word(),
                            "Alertmanager has no " + channel.word() + ": a webhook that hands it on does"));
            }
        }
        return made;
    }

    private static Map<String, Object> topic(String arn, String region) {
        return Map.of("topic_arn", arn, "sigv4", Map.of("region", region));
    }

    private static Optional<String> region(String arn) {
        var match = TOPIC.matcher(arn);
        return match.matches() ? Optional.of(match.group("region")) : Optional.empty();
    }

    private Map<String, Object> address(String key, Text url, String file) {
        if (url.shown().equals(url.reveal())) {
            return Map.of(key, url.reveal());
        }
        gaps.add(new Gap(key, url.shown(), "a secret: write it into " + file));
        return Map.of(key + "_file", file);
    }

    /** Alertmanager reads an address to write to from nowhere else. */
    private String plain(Text text) {
        if (!text.shown().equals(text.reveal())) {
            gaps.add(new Gap("email", text.shown(), "a secret is not written here: put it in its place"));
        }
        return text.shown();
    }

    private static List<Object> inhibited(List<Resource> wanted) {
        return wanted.stream()
                .filter(Composite.class::isInstance)
                .map(Composite.class::cast)
                .flatMap(each -> each
                        .hush()
                        .<Object>map(hush -> Map.of(
                                "source_matchers", List.of("alertname=" + PromQuery.quoted(hush.alarm())),
                                "target_matchers", List.of("alertname=" + PromQuery.quoted(each.name()))))
                        .stream())
                .distinct()
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static void add(Map<String, Object> receiver, String key, Map<String, Object> config) {
        ((List<Object>) receiver.computeIfAbsent(key, _ -> new ArrayList<Object>())).add(new LinkedHashMap<>(config));
    }
}
