package io.belay.assembly;

import static java.util.Objects.requireNonNull;

import io.belay.adapter.aliyun.AliyunKinds;
import io.belay.adapter.aws.AwsKinds;
import io.belay.adapter.compose.ComposeKind;
import io.belay.adapter.compose.remote.RemoteComposeKind;
import io.belay.adapter.jdbc.MysqlProbeKind;
import io.belay.adapter.jdbc.PostgresProbeKind;
import io.belay.adapter.jdbc.migration.MysqlDatabaseKind;
import io.belay.adapter.jdbc.migration.PostgresDatabaseKind;
import io.belay.adapter.kubernetes.ClusterSource;
import io.belay.adapter.kubernetes.DeploymentKind;
import io.belay.adapter.kubernetes.KubeConfigKind;
import io.belay.adapter.kubernetes.ObjectKind;
import io.belay.adapter.net.announce.SlackKind;
import io.belay.adapter.net.announce.WebhookKind;
import io.belay.adapter.net.dns.DnsProbeKind;
import io.belay.adapter.net.elasticsearch.ElasticsearchProbeKind;
import io.belay.adapter.net.grafana.GrafanaProbeKind;
import io.belay.adapter.net.http.Clients;
import io.belay.adapter.net.http.HttpProbeKind;
import io.belay.adapter.net.prometheus.AlertmanagerAlarmKind;
import io.belay.adapter.net.prometheus.AlertmanagerProbeKind;
import io.belay.adapter.net.prometheus.PrometheusProbeKind;
import io.belay.adapter.net.redis.RedisProbeKind;
import io.belay.adapter.net.tcp.TcpProbeKind;
import io.belay.adapter.net.tls.TlsProbeKind;
import io.belay.adapter.net.websocket.WebSocketProbeKind;
import io.belay.adapter.report.Faces;
import io.belay.adapter.report.baseline.BaselineFiles;
import io.belay.adapter.rules.RuleFileKind;
import io.belay.adapter.scripts.ScriptFiles;
import io.belay.adapter.systemfile.Databases;
import io.belay.adapter.systemfile.Releases;
import io.belay.adapter.systemfile.Vocabulary;
import io.belay.core.alarm.AlarmPlace;
import io.belay.core.announce.Announcer;
import io.belay.core.migration.DatabaseKind;
import io.belay.core.probe.ProbeKind;
import io.belay.core.release.EmergencyBrake;
import io.belay.core.release.ReleaseTarget;
import io.belay.core.release.RollbackCauses.Watched;
import io.belay.core.settings.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Every kind of thing that a system file can name, in the order in which people list them. A new one is one line here.
 */
public final class Kinds {
    private final Clients clients = new Clients();
    private final Path folder;
    private final Map<String, String> environment;
    private final AwsKinds aws;
    private final AliyunKinds aliyun;

    /**
     * Those of a file in {@code folder}. Does no I/O; clients are made when first used.
     *
     * @param folder where the paths in the file start
     * @param environment the process's
     */
    Kinds(Path folder, Map<String, String> environment, AwsKinds aws, AliyunKinds aliyun) {
        this.folder = requireNonNull(folder, "folder");
        this.environment = Map.copyOf(environment);
        this.aws = requireNonNull(aws, "aws");
        this.aliyun = requireNonNull(aliyun, "aliyun");
    }

    /** What a system file can name where the environment says nothing; the paths in it start at {@code folder}. */
    public static Vocabulary vocabulary(Path folder) {
        return new Kinds(folder, Map.of(), new AwsKinds(Map.of()), new AliyunKinds(Map.of())).vocabulary();
    }

    /** All that a system file can name. */
    Vocabulary vocabulary() {
        return new Vocabulary(
                checks(),
                new Databases(databases(), new ScriptFiles(folder), new BaselineFiles(folder)),
                new Releases(alarms(), targets(), brakes(), announcers()),
                stores());
    }

    /** Every kind of check. */
    private List<ProbeKind> checks() {
        return Stream.of(
                        network(),
                        aws.checks(),
                        aliyun.checks(),
                        List.<ProbeKind>of(new ObjectKind(environment, clusters())))
                .flatMap(List::stream)
                .toList();
    }

    private List<ProbeKind> network() {
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

    /** Every kind of database. */
    public static List<DatabaseKind> databases() {
        return List.of(new PostgresDatabaseKind(), new MysqlDatabaseKind());
    }

    /** Every kind of alarm that a release is put back for. */
    private List<Kind<Watched>> alarms() {
        return Stream.of(aws.alarms(), aliyun.alarms(), List.<Kind<Watched>>of(new AlertmanagerAlarmKind(clients)))
                .flatMap(List::stream)
                .toList();
    }

    /** Every kind of thing whose release can be put back. */
    private List<Kind<ReleaseTarget>> targets() {
        return Stream.of(
                        aws.targets(),
                        aliyun.targets(),
                        List.of(new DeploymentKind(environment, clusters()), new ComposeKind(folder, environment)),
                        remoteHosts())
                .flatMap(List::stream)
                .toList();
    }

    /** Every way to a cluster of Kubernetes, but for the one that we run in. */
    private List<Kind<ClusterSource>> clusters() {
        return Stream.concat(
                        Stream.<Kind<ClusterSource>>of(new KubeConfigKind(folder)),
                        aliyun.clusters().stream().map(kind -> new AckWay(kind, folder)))
                .toList();
    }

    /** A compose project on every kind of host that a script can be run on. */
    private List<Kind<ReleaseTarget>> remoteHosts() {
        return Stream.of(aws.shells(), aliyun.shells())
                .flatMap(List::stream)
                .<Kind<ReleaseTarget>>map(RemoteComposeKind::new)
                .toList();
    }

    /** Every kind of thing that a person may stop altogether. */
    private List<Kind<EmergencyBrake>> brakes() {
        return Stream.of(aws.brakes(), aliyun.brakes()).flatMap(List::stream).toList();
    }

    /** Every kind of store of alarms. */
    private List<Kind<AlarmPlace>> stores() {
        return Stream.of(aws.stores(), aliyun.stores(), List.<Kind<AlarmPlace>>of(new RuleFileKind(folder)))
                .flatMap(List::stream)
                .toList();
    }

    /** Every kind of receiver. */
    private List<Kind<Announcer>> announcers() {
        return Stream.of(
                        aws.announcers(),
                        aliyun.announcers(),
                        List.<Kind<Announcer>>of(new WebhookKind(clients, Faces.JSON::text), new SlackKind(clients)))
                .flatMap(List::stream)
                .toList();
    }
}
