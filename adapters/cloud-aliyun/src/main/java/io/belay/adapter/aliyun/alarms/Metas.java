package io.belay.adapter.aliyun.alarms;

import io.belay.adapter.aliyun.acs.AcsClient;
import io.belay.adapter.aliyun.acs.Ask;
import io.belay.adapter.aliyun.http.Json;
import io.belay.core.Deadline;
import io.belay.core.alarm.Measure;
import io.belay.core.alarm.Statistic;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What CloudMonitor says of its metrics (DescribeMetricMetaList), each asked once. */
final class Metas {
    private final AcsClient client;
    private final Deadline deadline;
    private final Map<String, Optional<Meta>> known = new HashMap<>();

    Metas(AcsClient client, Deadline deadline) {
        this.client = client;
        this.deadline = deadline;
    }

    /**
     * Of one metric.
     *
     * @param statistics in CloudMonitor's words, one at least
     * @param periods in seconds, one at least
     */
    record Meta(List<String> statistics, TreeSet<Long> periods) {
        static Optional<Meta> of(Json json) {
            var statistics = split(json.text("Statistics"));
            var periods = new TreeSet<Long>();
            split(json.text("Periods")).stream()
                    .filter(each -> each.matches("\\d{1,9}"))
                    .forEach(each -> periods.add(Long.parseLong(each)));
            if (periods.isEmpty()) {
                periods.add(60L);
            }
            return statistics.isEmpty() ? Optional.empty() : Optional.of(new Meta(statistics, periods));
        }

        private static List<String> split(Optional<String> text) {
            return Arrays.stream(text.orElse("").split(",", -1))
                    .map(String::strip)
                    .filter(each -> !each.isEmpty())
                    .toList();
        }

        /** The span to use for one of {@code seconds}: as long or longer, else the longest. */
        long period(long seconds) {
            var longer = periods.ceiling(seconds);
            return longer == null ? periods.last() : longer;
        }

        /**
         * What is used for {@code wanted}: itself where it is allowed, {@code Value} where nothing else is; empty where neither.
         * A metric that has but one value a period is the same by every statistic.
         */
        Optional<Statistic> statistic(Statistic wanted) {
            if (statistics.contains(Words.written(wanted))) {
                return Optional.of(wanted);
            }
            return statistics.equals(List.of("Value")) ? Optional.of(new Statistic("Value")) : Optional.empty();
        }
    }

    /** What is said of {@code metric}; empty where there is no such metric. */
    Optional<Meta> of(Measure.Metric metric) throws InterruptedException {
        var key = metric.namespace() + " " + metric.name();
        var meta = known.get(key);
        if (meta == null) {
            meta = ask(metric);
            known.put(key, meta);
        }
        return meta;
    }

    private Optional<Meta> ask(Measure.Metric metric) throws InterruptedException {
        var query = Map.of(
                "Namespace", metric.namespace(), "MetricName", metric.name(), "PageNumber", "1", "PageSize", "100");
        var answer = client.ask(Ask.call("DescribeMetricMetaList", query), deadline);
        return answer.object("Resources").objects("Resource").stream()
                .filter(each -> each.text("MetricName").equals(Optional.of(metric.name())))
                .flatMap(each -> Meta.of(each).stream())
                .findFirst();
    }
}
