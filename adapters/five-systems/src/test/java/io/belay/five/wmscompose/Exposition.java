package io.belay.five.wmscompose;

import io.belay.five.loopback.Call;
import io.belay.five.loopback.Desk;
import io.belay.five.loopback.Reply;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What node_exporter, cadvisor and promtail tell of the host. */
final class Exposition implements Desk {
    private static final String HOST = """
            node_filesystem_avail_bytes{device="/dev/sda1",fstype="ext4",mountpoint="/"} 6.4e+10
            node_filesystem_size_bytes{device="/dev/sda1",fstype="ext4",mountpoint="/"} 1e+11
            node_memory_MemAvailable_bytes 5.1e+09
            node_memory_MemTotal_bytes 8.2e+09
            promtail_custom_wms_error_lines_total 3
            """;

    private static final String CONTAINER = """
            container_last_seen{name="wms-NAME-prod"} NOW
            container_fs_usage_bytes{name="wms-NAME-prod"} 1.2e+09
            container_memory_working_set_bytes{name="wms-NAME-prod"} 2.1e+08
            container_spec_memory_limit_bytes{name="wms-NAME-prod"} 1.073741824e+09
            container_cpu_usage_seconds_total{name="wms-NAME-prod"} 41.5
            """;

    @Override
    public Reply answer(Call call) {
        var text = new StringBuilder(HOST);
        var now = Long.toString(Instant.now().getEpochSecond());
        for (var each : List.of("backend", "frontend", "postgres", "redis")) {
            text.append(CONTAINER.replace("NAME", each).replace("NOW", now));
        }
        return of(text.toString());
    }

    static Reply of(String text) {
        return new Reply(200, Map.of("Content-Type", "text/plain; version=0.0.4"), text);
    }
}
