package io.belay.assembly;

import io.belay.adapter.jdbc.MysqlProbeKind;
import io.belay.adapter.jdbc.PostgresProbeKind;
import io.belay.adapter.net.dns.DnsProbeKind;
import io.belay.adapter.net.elasticsearch.ElasticsearchProbeKind;
import io.belay.adapter.net.grafana.GrafanaProbeKind;
import io.belay.adapter.net.http.Clients;
import io.belay.adapter.net.http.HttpProbeKind;
import io.belay.adapter.net.prometheus.AlertmanagerProbeKind;
import io.belay.adapter.net.prometheus.PrometheusProbeKind;
import io.belay.adapter.net.redis.RedisProbeKind;
import io.belay.adapter.net.tcp.TcpProbeKind;
import io.belay.adapter.net.tls.TlsProbeKind;
import io.belay.adapter.net.websocket.WebSocketProbeKind;
import io.belay.core.probe.ProbeKind;
import java.util.List;

/** Every kind of check there is, in the order in which people list them. A new one is one line here. */
public final class Kinds {
    private Kinds() {}

    /** All of them. Does no I/O; their clients are made when first used. */
    public static List<ProbeKind> all() {
        var clients = new Clients();
        return List.of(
                new HttpProbeKind(clients),
                new WebSocketProbeKind(clients),
                new TcpProbeKind(),
                new TlsProbeKind(),
                new DnsProbeKind(),
                new RedisProbeKind(),
                new PostgresProbeKind(),
                new MysqlProbeKind(),
                new PrometheusProbeKind(clients),
                new AlertmanagerProbeKind(clients),
                new ElasticsearchProbeKind(clients),
                new GrafanaProbeKind(clients));
    }
}
