package io.belay.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.adapter.kubernetes.DeploymentName;
import io.belay.adapter.kubernetes.DeploymentTarget;
import io.belay.adapter.kubernetes.KubeConfig;
import io.belay.adapter.kubernetes.Pins;
import io.belay.adapter.kubernetes.testkit.ApiServer;
import io.belay.adapter.kubernetes.testkit.TestingCluster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import tools.jackson.databind.json.JsonMapper;

/** A Deployment on an API server in this process, and an alarm of CloudWatch about it. */
final class KubernetesPlace extends Amazon {
    private static final DeploymentName NAME =
            new DeploymentName("testing", TestingCluster.NAMESPACE, TestingCluster.NAME);

    private final TestingCluster cluster = new TestingCluster(time);
    private final HttpClient plain = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .sslContext(trusting())
            .build();
    private final DeploymentTarget target = new DeploymentTarget(
            _ -> KubeConfig.read(cluster.server().kubeconfig(), Optional.empty(), Path.of(".")), NAME, Pins.AS_WRITTEN);

    @Override
    public Thing broken() throws InterruptedException {
        var round = fresh("api");
        var good = image(round, "a");
        time.ago(Duration.ofHours(4));
        green();
        cluster.deploy(good);
        Place.stamp(target, time);
        time.ago(Duration.ofMinutes(10));
        cluster.deploy(image(round, "b"));
        return new Thing(
                target,
                Optional.of(red()),
                () -> cluster.deployment().toString().contains(good),
                cluster::settle,
                () -> script(good));
    }

    private static String image(String name, String which) {
        return "registry.test/" + name + "@sha256:" + which.repeat(64);
    }

    private void script(String good) throws IOException, InterruptedException {
        send("GET", Optional.empty());
        var container = Map.of("name", "main", "image", good);
        var template = Map.of(
                "$patch",
                "replace",
                "metadata",
                Map.of("labels", Map.of("app", TestingCluster.NAME)),
                "spec",
                Map.of("containers", List.of(container)));
        var patch = Map.of("spec", Map.of("template", template));
        send("PATCH", Optional.of(JsonMapper.shared().writeValueAsString(patch)));
    }

    private void send(String method, Optional<String> body) throws IOException, InterruptedException {
        var path = "/apis/apps/v1/namespaces/" + TestingCluster.NAMESPACE + "/deployments/" + TestingCluster.NAME;
        var answer = plain.send(
                HttpRequest.newBuilder(URI.create(cluster.server().address() + path))
                        .header("Authorization", "Bearer " + ApiServer.TOKEN)
                        .header("Content-Type", "application/strategic-merge-patch+json")
                        .method(method, body.map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.body());
        }
    }

    private SSLContext trusting() {
        try {
            var known = KeyStore.getInstance(KeyStore.getDefaultType());
            known.load(null, null);
            known.setCertificateEntry(
                    "testing",
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(
                                    cluster.server().authority().pem().getBytes(UTF_8))));
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(known);
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    @Override
    public void latency(Duration span) {
        super.latency(span);
        cluster.server().latency(span);
    }

    @Override
    public List<String> calls() {
        return Stream.concat(super.calls().stream(), cluster.server().calls().stream())
                .toList();
    }

    @Override
    public boolean writes(String call) {
        return call.contains(" ") ? !call.startsWith("GET ") : super.writes(call);
    }

    @Override
    public void watch(Runnable look) {
        super.watch(look);
        cluster.server().watch(look);
    }

    @Override
    public void close() {
        cluster.close();
        super.close();
    }
}
