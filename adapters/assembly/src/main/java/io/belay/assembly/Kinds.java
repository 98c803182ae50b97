package io.belay.assembly;

import io.belay.adapter.jdbc.MysqlProbeKind;
import io.belay.adapter.jdbc.PostgresProbeKind;
import io.belay.adapter.jdbc.migration.MysqlDatabaseKind;
import io.belay.adapter.jdbc.migration.PostgresDatabaseKind;
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
import io.belay.adapter.report.baseline.BaselineFiles;
import io.belay.adapter.scripts.ScriptFiles;
import io.belay.adapter.systemfile.Databases;
import io.belay.adapter.systemfile.Releases;
import io.belay.adapter.systemfile.Vocabulary;
import io.belay.core.migration.DatabaseKind;
import io.belay.core.probe.ProbeKind;
import java.nio.file.Path;
import java.util.List;

/** Every kind of check and of database there is, in the order in which people list them. A new one is one line here. */
public final class Kinds {
    private Kinds() {}

    /** Every kind of check. Does no I/O; their clients are made when first used. */
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

    /** Every kind of database there is. A new one is one line here. */
    public static List<DatabaseKind> databases() {
        return List.of(new PostgresDatabaseKind(), new MysqlDatabaseKind());
    }

    /** What a system file can name; the paths in it start at {@code folder}. Does no I/O. */
    public static Vocabulary vocabulary(Path folder) {
        return new Vocabulary(
                all(), new Databases(databases(), new ScriptFiles(folder), new BaselineFiles(folder)), Releases.NONE);
    }
}
