package io.belay.runtime.fc;

import io.belay.assembly.Bundle;
import io.belay.assembly.SystemTime;
import io.belay.assembly.door.Door;
import io.belay.assembly.door.Doorway;
import io.belay.assembly.door.Log;
import io.belay.core.Progress;
import io.belay.core.Severity;
import io.belay.core.check.Check;
import io.belay.core.check.HealthSpec;
import io.belay.core.check.Limits;
import io.belay.core.check.Patience;
import io.belay.core.check.Question;
import io.belay.core.fact.Condition;
import io.belay.core.fact.Expectation;
import io.belay.core.fact.Fact;
import io.belay.core.fact.FactName;
import io.belay.core.fact.Value;
import io.belay.core.migration.MigrationsSpec;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Text;
import io.belay.core.system.SystemSpec;
import io.belay.core.testkit.InMemoryDatabase;
import io.belay.core.testkit.InMemoryProbeKind;
import io.belay.core.testkit.InMemoryTarget;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A small system with one check and one database, behind the door on a free port of the loopback. */
final class Harbor implements AutoCloseable {
    final InMemoryProbeKind targets = new InMemoryProbeKind().put("api", answering(200));
    final AtomicInteger reads = new AtomicInteger();
    private final InMemoryDatabase database = new InMemoryDatabase("main").after(reads::incrementAndGet);
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final SystemTime time = new SystemTime();
    private final Log log =
            new Log(new PrintStream(written, true, StandardCharsets.UTF_8), time, UnaryOperator.identity());
    private final HttpClient client = HttpClient.newHttpClient();
    private final FcServer server;

    Harbor() throws IOException {
        this("health", Optional.empty());
    }

    Harbor(String function, Optional<Supplier<Door>> opener) throws IOException {
        this(Deployment.of(function, Optional.of(Duration.ofSeconds(20))), opener);
    }

    Harbor(Deployment deployment, Optional<Supplier<Door>> opener) throws IOException {
        var at = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        server = FcServer.start(at, new Doorway(opener.orElse(this::door), log), deployment, time);
    }

    /** The same, of whose system file only the other section was written. */
    static Harbor without(String section, String function) throws IOException {
        var whole = new Harbor[1];
        whole[0] = new Harbor(function, Optional.of(() -> {
            var system = whole[0].system();
            return whole[0].door(
                    section.equals("health")
                            ? SystemSpec.of("harbor", "test", new HealthSpec(List.of(), List.of(), Limits.DEFAULT))
                                    .with(system.migrations())
                            : system.with(MigrationsSpec.NONE));
        }));
        return whole[0];
    }

    static InMemoryTarget answering(long status) {
        return InMemoryTarget.answering(new Fact(FactName.of("status"), Value.of(status)));
    }

    Door door() {
        return door(system());
    }

    private SystemSpec system() {
        var settings =
                Settings.builder().set(InMemoryProbeKind.TARGET, Text.of("api")).build();
        var status = FactName.of("status");
        var check = new Check(
                "api",
                Severity.CRITICAL,
                new Question(targets, settings, Set.of(status)),
                List.of(new Expectation(status, new Condition.Is(Value.of(200)))),
                new Patience.None(),
                Optional.empty());
        var health = new HealthSpec(List.of(check), List.of(), Limits.DEFAULT);
        var migrations = new MigrationsSpec(List.of(database.spec()), Duration.ofSeconds(60));
        return SystemSpec.of("harbor", "test", health).with(migrations);
    }

    Door door(SystemSpec system) {
        return new Door(Bundle.of(system, time, Progress.NONE), log);
    }

    int port() {
        return server.address().getPort();
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .timeout(Duration.ofSeconds(30));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(to(path));
    }

    /** As FC posts an event. */
    HttpResponse<String> invoke(String event) throws IOException, InterruptedException {
        return send(to("/invoke")
                .header("content-type", "application/octet-stream")
                .header("x-fc-control-path", "/invoke")
                .header("x-fc-request-id", "1-6af3-0c11")
                .POST(HttpRequest.BodyPublishers.ofString(event)));
    }

    String logged() {
        return written.toString(StandardCharsets.UTF_8);
    }

    static String status(HttpResponse<?> response) {
        return response.statusCode() + " "
                + response.headers().firstValue("x-fc-status").orElse("none");
    }

    @Override
    public void close() {
        server.close();
        client.close();
    }
}
