package io.belay.demo;

import io.belay.demo.server.Daemons;
import io.belay.demo.server.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** nginx, Prometheus, Alertmanager and MariaDB, as Debian packages them, with one dead target and one lost order. */
final class EverydayServers implements AutoCloseable {

    /** The program that each package brings. */
    static final Map<String, String> PACKAGES = Map.of(
            "nginx", "nginx",
            "openssl", "openssl",
            "prometheus", "prometheus",
            "prometheus-alertmanager", "prometheus-alertmanager",
            "mariadbd", "mariadb-server",
            "mariadb-install-db", "mariadb-server");

    private static final String PASSWORD = "watch-but-do-not-touch";
    /** Ours, since nobody else may read the folder. */
    private static final String USER = System.getProperty("user.name");

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Path folder;
    private final Daemons daemons;
    private final int plain = FreePort.find();
    private final int secure = FreePort.find();
    private final int prometheus = FreePort.find();
    private final int alertmanager = FreePort.find();
    private final int mariadb = FreePort.find();
    /** Bound, and nobody listens: a port that is only free may be taken by another test's server. */
    private final Socket dead = new Socket();

    private EverydayServers(Path folder) {
        this.folder = folder;
        daemons = new Daemons(folder);
    }

    /** Starts them all in {@code folder}; they have something to tell when this returns. */
    static EverydayServers start(Path folder) throws IOException, InterruptedException {
        var servers = new EverydayServers(folder);
        try {
            servers.dead.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            servers.certificates();
            servers.mariadb();
            servers.alertmanager();
            servers.prometheus();
            servers.nginx();
            servers.awaitNews();
            return servers;
        } catch (IOException | InterruptedException | RuntimeException failure) {
            servers.close();
            throw failure;
        }
    }

    /** What their system file names. */
    Map<String, String> environment() throws IOException {
        var authority = Files.readString(folder.resolve("authority.pem"));
        return Map.ofEntries(
                Map.entry("NGINX_PLAIN_URL", "http://127.0.0.1:" + plain),
                Map.entry("NGINX_URL", "https://127.0.0.1:" + secure),
                Map.entry("NGINX_HOST", "127.0.0.1"),
                Map.entry("NGINX_PORT", "" + secure),
                Map.entry("NGINX_CA", authority),
                Map.entry("PROMETHEUS_URL", "http://127.0.0.1:" + prometheus),
                Map.entry("ALERTMANAGER_URL", "http://127.0.0.1:" + alertmanager),
                Map.entry("MARIADB_HOST", "127.0.0.1"),
                Map.entry("MARIADB_PORT", "" + mariadb),
                Map.entry("MARIADB_CA", authority),
                Map.entry("MARIADB_PASSWORD", PASSWORD));
    }

    /** The target that Prometheus cannot scrape. */
    String dead() {
        return "127.0.0.1:" + dead.getLocalPort();
    }

    private void certificates() throws IOException, InterruptedException {
        var openssl = Installed.named("openssl").program();
        daemons.run(
                LIMIT,
                openssl,
                ("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 365 -subj /CN=everyday"
                                + " -keyout authority.key -out authority.pem")
                        .split(" "));
        daemons.run(
                LIMIT,
                openssl,
                ("req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj /CN=localhost"
                                + " -keyout server.key -out server.csr")
                        .split(" "));
        Files.writeString(
                folder.resolve("server.ext"),
                "subjectAltName=DNS:localhost,IP:127.0.0.1\nextendedKeyUsage=serverAuth\nbasicConstraints=CA:FALSE\n");
        daemons.run(
                LIMIT,
                openssl,
                ("x509 -req -in server.csr -CA authority.pem -CAkey authority.key -CAcreateserial -days 20"
                                + " -extfile server.ext -out server.pem")
                        .split(" "));
    }

    private void nginx() throws IOException {
        var site = Files.createDirectory(folder.resolve("site"));
        Files.writeString(site.resolve("index.html"), "<!doctype html><title>everyday</title>\n");
        Files.writeString(site.resolve("long.html"), "line after line\n".repeat(2_000) + "the end of the page\n");
        Files.writeString(Files.createDirectory(site.resolve(".git")).resolve("config"), "[core]\n");
        Files.writeString(folder.resolve("nginx.conf"), """
                daemon off; worker_processes 1; pid nginx.pid; user %3$s;
                events {}
                http {
                  access_log off;
                  client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi;
                  uwsgi_temp_path uwsgi; scgi_temp_path scgi;
                  types { text/html html; }
                  gzip on;
                  server {
                    listen 127.0.0.1:%1$d;
                    location = /nginx_status { stub_status; }
                    location / { return 301 https://127.0.0.1:%2$d$request_uri; }
                  }
                  server {
                    listen 127.0.0.1:%2$d ssl http2;
                    ssl_certificate server.pem; ssl_certificate_key server.key;
                    ssl_protocols TLSv1.2 TLSv1.3;
                    root site;
                    add_header Strict-Transport-Security "max-age=31536000; includeSubDomains" always;
                    add_header X-Content-Type-Options nosniff always;
                    add_header X-Frame-Options DENY always;
                    location ~ /\\. { return 404; }
                  }
                }
                """.formatted(plain, secure, USER));
        keep("nginx", "-p", folder.toString(), "-e", "stderr", "-c", folder.resolve("nginx.conf") + "");
    }

    private void alertmanager() throws IOException {
        Files.writeString(folder.resolve("alertmanager.yml"), """
                route: { receiver: nobody, group_wait: 30s }
                receivers: [ { name: nobody } ]
                """);
        keep(
                "prometheus-alertmanager",
                "--config.file=alertmanager.yml",
                "--storage.path=" + folder.resolve("alerts"),
                "--cluster.listen-address=",
                "--web.listen-address=127.0.0.1:" + alertmanager);
    }

    private void prometheus() throws IOException {
        Files.writeString(folder.resolve("rules.yml"), """
                groups:
                  - name: everyday
                    interval: 1s
                    rules: [ { alert: TargetDown, expr: up == 0, labels: { severity: critical } } ]
                """);
        Files.writeString(
                folder.resolve("prometheus.yml"), """
                global: { scrape_interval: 1s, evaluation_interval: 1s }
                rule_files: [ rules.yml ]
                alerting: { alertmanagers: [ { static_configs: [ { targets: [ "127.0.0.1:%d" ] } ] } ] }
                scrape_configs:
                  - { job_name: prometheus, static_configs: [ { targets: [ "127.0.0.1:%d" ] } ] }
                  - { job_name: ledger, static_configs: [ { targets: [ "127.0.0.1:%d" ] } ] }
                """.formatted(alertmanager, prometheus, dead.getLocalPort()));
        keep(
                "prometheus",
                "--config.file=prometheus.yml",
                "--storage.tsdb.path=" + folder.resolve("series"),
                "--web.listen-address=127.0.0.1:" + prometheus);
    }

    private void mariadb() throws IOException, InterruptedException {
        var data = "--datadir=" + folder.resolve("database");
        daemons.run(
                LIMIT,
                Installed.named("mariadb-install-db").program(),
                "--no-defaults",
                "--user=" + USER,
                "--skip-test-db",
                data);
        Files.writeString(folder.resolve("shop.sql"), """
                create database shop;
                create table shop.orders (id integer primary key, state varchar(20));
                insert into shop.orders values (1, 'sent'), (2, 'lost'), (3, 'sent');
                create user watch@'%%' identified by '%s';
                grant select on shop.* to watch@'%%';
                """.formatted(PASSWORD));
        keep(
                "mariadbd",
                "--no-defaults",
                "--user=" + USER,
                data,
                "--socket=" + folder.resolve("socket"),
                "--pid-file=" + folder.resolve("mariadb.pid"),
                "--bind-address=127.0.0.1",
                "--skip-networking=0",
                "--port=" + mariadb,
                "--ssl-cert=" + folder.resolve("server.pem"),
                "--ssl-key=" + folder.resolve("server.key"),
                "--init-file=" + folder.resolve("shop.sql"));
    }

    private void keep(String program, String... arguments) throws IOException {
        daemons.start(Installed.named(program).program(), arguments);
    }

    /** Until the dead target was missed, the alert has reached Alertmanager, and the others listen. */
    private void awaitNews() throws IOException, InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        var news = "http://127.0.0.1:" + alertmanager + "/api/v2/alerts";
        var self = "http://127.0.0.1:" + prometheus + "/api/v1/query?query=up";
        while (!(says(news, "TargetDown")
                && says(self, "\"1\"]")
                && says("http://127.0.0.1:" + plain + "/nginx_status", "Active")
                && Files.readString(folder.resolve("mariadbd.log")).contains("ready for connections"))) {
            if (System.nanoTime() > end || !daemons.alive()) {
                throw new IOException("not all servers came up; their logs: " + logs());
            }
            Thread.sleep(100);
        }
    }

    private static boolean says(String url, String word) throws InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(url))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString())
                    .body()
                    .contains(word);
        } catch (IOException _) {
            return false;
        }
    }

    private String logs() throws IOException {
        var all = new StringBuilder();
        try (var files = Files.newDirectoryStream(folder, "*.log")) {
            for (var log : files) {
                all.append('\n').append(Files.readString(log));
            }
        }
        return all.toString();
    }

    @Override
    public void close() throws IOException {
        daemons.close();
        dead.close();
    }
}
