package io.belay.demo.harbor;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts calls, and tells Prometheus of them in its text format. */
final class Traffic {

    private final ConcurrentSkipListMap<String, LongAdder> calls = new ConcurrentSkipListMap<>();
    private final LongAdder nanos = new LongAdder();
    private final LongAdder count = new LongAdder();

    void count(String method, String label, int status, Duration took) {
        var labels = "{method=\"%s\",path=\"%s\",status=\"%d\"}".formatted(method, label, status);
        calls.computeIfAbsent(labels, _ -> new LongAdder()).increment();
        nanos.add(took.toNanos());
        count.increment();
    }

    String text() {
        var lines = calls.entrySet().stream()
                .map(each -> "harbor_http_requests_total" + each.getKey() + " " + each.getValue() + "\n")
                .collect(joining());
        return """
                # HELP harbor_up Whether harbor runs.
                # TYPE harbor_up gauge
                harbor_up 1
                # HELP harbor_http_requests_total Calls answered.
                # TYPE harbor_http_requests_total counter
                %s# HELP harbor_http_request_duration_seconds How long the answers took.
                # TYPE harbor_http_request_duration_seconds summary
                harbor_http_request_duration_seconds_sum %s
                harbor_http_request_duration_seconds_count %d
                """.formatted(lines, String.format(Locale.ROOT, "%.6f", nanos.sum() / 1e9), count.sum());
    }
}
