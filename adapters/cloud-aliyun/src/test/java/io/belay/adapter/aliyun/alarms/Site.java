package io.belay.adapter.aliyun.alarms;

import io.belay.adapter.aliyun.Cloud;
import io.belay.adapter.aliyun.http.Exchange;
import io.belay.adapter.aliyun.mns.MnsReach;
import io.belay.adapter.aliyun.testkit.AliyunCloud;
import io.belay.adapter.aliyun.testkit.FunctionComputeState;
import io.belay.core.Severity;
import io.belay.core.alarm.AlarmSpec;
import io.belay.core.alarm.Channel;
import io.belay.core.alarm.Limit;
import io.belay.core.alarm.Measure;
import io.belay.core.alarm.Missing;
import io.belay.core.alarm.Receiver;
import io.belay.core.alarm.Signal;
import io.belay.core.alarm.Statistic;
import io.belay.core.alarm.Window;
import io.belay.core.settings.Text;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A system whose alarms are set, and the metrics of its region. */
final class Site {
    static final String REGION = FunctionComputeState.REGION;
    static final String TOPIC = "acs:mns:cn-hangzhou:1234567890123456:/topics/alarms/messages";
    static final String QUEUE = "acs:mns:cn-hangzhou:1234567890123456:/queues/alarms/messages";
    static final String ROBOT = "https://oapi.dingtalk.com/robot/send?access_token=secret";

    static final Receiver ONCALL = new Receiver(
            "on call",
            List.of(
                    new Channel.Email(Text.of("oncall@example.com")),
                    new Channel.Email(Text.of("second@example.com")),
                    new Channel.Sms(Text.of("13912345678")),
                    new Channel.DingTalk(Text.of(ROBOT)),
                    new Channel.Webhook(Text.of("https://hooks.example.com/secret?a=1&b=2")),
                    new Channel.Topic(TOPIC),
                    new Channel.Queue(QUEUE)));
    static final Receiver MAIL = new Receiver("mail", List.of(new Channel.Email(Text.of("mail@example.com"))));

    private Site() {}

    static MnsReach reach(AliyunCloud cloud) {
        return new MnsReach(REGION, Cloud.endpoints(cloud)::topics, () -> Cloud.CREDENTIALS, Exchange.USUAL);
    }

    static void metrics(AliyunCloud cloud) {
        cloud.topics().create("alarms");
        cloud.topics().queue("alarms");
        for (var each : List.of("FunctionFunctionErrors", "FunctionTotalInvocations", "FunctionConcurrencyThrottles")) {
            cloud.cloudMonitor().metric("acs_fc", each, "Sum,Value", "60,300");
        }
        cloud.cloudMonitor().metric("acs_fc", "FunctionP99Duration", "Average,Maximum", "60,300");
        cloud.cloudMonitor().metric("acs_fc", "FunctionMaxMemoryUtilization", "Value", "60");
    }

    static Measure.Metric metric(String name, Statistic statistic) {
        return new Measure.Metric(
                "acs_fc", name, new TreeMap<>(Map.of("functionName", "serve", "region", REGION)), statistic);
    }

    static AlarmSpec alarm(String name, Measure measure, String bound, List<Receiver> receivers) {
        return new AlarmSpec(
                name,
                "calls fail: \"look\" at 中",
                measure,
                Limit.Threshold.above(bound),
                Window.of(Duration.ofMinutes(5), 3),
                Missing.GREEN,
                Severity.CRITICAL,
                receivers,
                true,
                Optional.of(Duration.ofHours(1)));
    }

    static AlarmSpec errors() {
        return alarm(
                "errors of serve",
                Measure.Of.only(Signal.FUNCTION_ERRORS, "serve", Statistic.SUM),
                "5",
                List.of(ONCALL));
    }
}
