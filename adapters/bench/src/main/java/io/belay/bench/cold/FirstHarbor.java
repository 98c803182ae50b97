package io.belay.bench.cold;

import io.belay.adapter.aws.testkit.AwsServer;
import io.belay.demo.server.Certificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A server that speaks TLS under an authority of its own, a small AWS, and a system file that names both. */
record FirstHarbor(Path folder, SecureServer secure, AwsServer aws) implements AutoCloseable {
    private static final int DAYS = 10;

    static FirstHarbor open() throws IOException, InterruptedException {
        var folder = Files.createDirectories(Path.of("target", "bench", "first").toAbsolutePath());
        Files.deleteIfExists(folder.resolve("keys.p12"));
        var certificate = Certificate.make(folder, DAYS);
        var secure = SecureServer.start(certificate.context());
        var harbor = new FirstHarbor(folder, secure, AwsServer.start());
        Files.writeString(folder.resolve("system.yaml"), """
                system: first
                environment: bench
                health:
                  checks:
                    - name: https
                      http: { url: "https://localhost:%d/", ca: "${file:%s}", expect: { status: 200 } }
                    - name: metric
                      cloudwatch-metric: { region: %s, namespace: AWS/Lambda, metric: Errors, dimensions: { FunctionName: serve }, statistic: Sum, expect: { total: 0 } }
                """.formatted(
                        secure.port(), certificate.file().getFileName(), AwsServer.REGION));
        return harbor;
    }

    /** All that Belay is to know. */
    Map<String, String> environment() {
        return Map.of(
                "BELAY_SYSTEM_FILE", folder.resolve("system.yaml").toString(),
                "BELAY_AWS_ENDPOINT", aws.endpoint().toString(),
                "AWS_ACCESS_KEY_ID", AwsServer.ACCESS_KEY,
                "AWS_SECRET_ACCESS_KEY", AwsServer.SECRET_KEY,
                "AWS_REGION", AwsServer.REGION);
    }

    @Override
    public void close() throws IOException {
        secure.close();
        aws.close();
    }
}
