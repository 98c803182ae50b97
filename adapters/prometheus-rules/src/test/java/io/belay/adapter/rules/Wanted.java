package io.belay.adapter.rules;

import io.belay.core.Severity;
import io.belay.core.alarm.AlarmSpec;
import io.belay.core.alarm.Channel;
import io.belay.core.alarm.Composite;
import io.belay.core.alarm.Limit;
import io.belay.core.alarm.Measure;
import io.belay.core.alarm.Missing;
import io.belay.core.alarm.Owner;
import io.belay.core.alarm.Receiver;
import io.belay.core.alarm.Resource;
import io.belay.core.alarm.Retention;
import io.belay.core.alarm.Rule;
import io.belay.core.alarm.Signal;
import io.belay.core.alarm.Statistic;
import io.belay.core.alarm.Window;
import io.belay.core.preset.Presets;
import io.belay.core.settings.Text;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a rule file should hold. */
final class Wanted {
    static final Receiver ONCALL = new Receiver(
            "oncall",
            List.of(
                    new Channel.Email(Text.of("oncall@example.com")),
                    new Channel.Webhook(Text.of("https://hooks.example.com/a")),
                    new Channel.Slack(
                            new Text(List.of(new Text.Part.Secret("${env:SLACK}", "https://hooks.slack.com/c4nary")))),
                    new Channel.Topic("arn:aws:sns:eu-west-1:123456789012:oncall"),
                    new Channel.DingTalk(Text.of("https://oapi.dingtalk.com/robot"))));

    private Wanted() {}

    static List<Resource> all(Owner owner) {
        var all = new ArrayList<Resource>();
        all.add(ONCALL);
        all.addAll(Presets.find("prometheus-job")
                .orElseThrow()
                .alarms(owner, new TreeMap<>(Map.of("job", "orders \"api\"")), Map.of(), List.of(ONCALL)));
        all.add(alarm("queue full", new Measure.Query("max(queue_length)"), Limit.Threshold.above("100")));
        all.add(new Composite(
                "orders are down",
                "look at {{ the queue }} first",
                new Rule.All(List.of(
                        new Rule.Red("queue full"),
                        new Rule.Not(new Rule.Red("queue \"odd\"")),
                        new Rule.Any(List.of(new Rule.Red("queue full"), new Rule.Red("queue full"))))),
                Severity.CRITICAL,
                List.of(ONCALL),
                true,
                Optional.of(new Composite.Hush("queue full", Duration.ofMinutes(1), Duration.ofMinutes(1)))));
        return all;
    }

    static List<Resource> beyond() {
        return List.of(
                alarm("odd", new Measure.Query("up"), new Limit.Band(BigDecimal.TWO, Limit.Side.OUTSIDE)),
                alarm(
                        "errors",
                        Measure.Of.only(Signal.FUNCTION_ERRORS, "serve", Statistic.SUM),
                        Limit.Threshold.above("0")),
                alarm(
                        "metric",
                        new Measure.Metric("AWS/Lambda", "Errors", new TreeMap<>(), Statistic.SUM),
                        Limit.Threshold.above("0")),
                new Retention("log", Optional.of(30), false));
    }

    private static AlarmSpec alarm(String name, Measure measure, Limit limit) {
        return new AlarmSpec(
                name,
                "why",
                measure,
                limit,
                Window.of(Duration.ofMinutes(1), 3),
                Missing.RED,
                Severity.WARNING,
                List.of(),
                true,
                Optional.empty());
    }
}
