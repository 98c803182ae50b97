package io.belay.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.belay.assembly.Bundle;
import io.belay.assembly.SystemTime;
import io.belay.assembly.Systems;
import io.belay.assembly.door.Doorway;
import io.belay.core.Progress;
import io.belay.runtime.cli.CommandLines;
import io.belay.runtime.cli.Console;
import io.belay.runtime.fc.FcServer;
import io.belay.runtime.lambda.AlarmsDriftHandler;
import io.belay.runtime.lambda.AlarmsPlanHandler;
import io.belay.runtime.lambda.HealthHandler;
import io.belay.runtime.lambda.MigrationVerifyHandler;
import io.belay.runtime.lambda.ReleaseHandler;
import io.belay.runtime.lambda.RollbackPlanHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** One system file behind every door there is. All that a door says beside its answers is kept. */
final class AllDoors implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Path file;
    private final Map<String, String> environment;
    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Map<String, RequestStreamHandler> lambdas;
    private final Map<String, FcServer> fc = new HashMap<>();

    /** The doors to {@code file}, read with {@code environment}. */
    AllDoors(Path file, Map<String, String> environment) throws IOException {
        this.file = file;
        this.environment = new HashMap<>(environment);
        this.environment.put(Systems.FILE, file.toString());
        var time = new SystemTime();
        var log = new PrintStream(logged, true, UTF_8);
        lambdas = Map.of(
                Bundle.HEALTH, new HealthHandler(this.environment, log),
                Bundle.MIGRATION_VERIFY, new MigrationVerifyHandler(this.environment, log),
                Bundle.ROLLBACK_PLAN, new RollbackPlanHandler(this.environment, log),
                Bundle.RELEASE, new ReleaseHandler(this.environment, log),
                Bundle.ALARMS_PLAN, new AlarmsPlanHandler(this.environment, log),
                Bundle.ALARMS_DRIFT, new AlarmsDriftHandler(this.environment, log));
        var doorway = Doorway.to(new Systems(this.environment, time, Progress.NONE), log, time);
        var free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        for (var function : Bundle.READING) {
            fc.put(function, FcServer.start(free, doorway, function, Optional.of(LIMIT), time));
        }
    }

    Path file() {
        return file;
    }

    /** What the command line prints to its standard output. */
    String commandLine(String... arguments) {
        var out = new ByteArrayOutputStream();
        exit(out, arguments);
        return out.toString(UTF_8);
    }

    /** How the command line exits. */
    int exit(String... arguments) {
        return exit(new ByteArrayOutputStream(), arguments);
    }

    private int exit(ByteArrayOutputStream out, String... arguments) {
        var console = new Console(
                new PrintStream(out, true, UTF_8),
                new PrintStream(printed, true, UTF_8),
                environment,
                false,
                new SystemTime());
        return CommandLines.run(console, arguments);
    }

    /** What the command line prints when it runs health on the file, with {@code more} arguments. */
    String health(String... more) {
        return onFile("health", more);
    }

    /** What the command line prints when it runs {@code command} on the file, with {@code more} arguments. */
    String onFile(String command, String... more) {
        var arguments = new ArrayList<>(List.of(command.split(" ", -1)));
        arguments.addAll(List.of("-f", file.toString()));
        arguments.addAll(List.of(more));
        return commandLine(arguments.toArray(String[]::new));
    }

    /** The answer to Function Compute's own call. */
    String functionCompute() throws IOException, InterruptedException {
        return functionCompute(Bundle.HEALTH);
    }

    /** The same where it is {@code function} that is deployed. */
    String functionCompute(String function) throws IOException, InterruptedException {
        return new Invocation(url(function, ""), function, "{}").invoke();
    }

    /** What Function Compute's door answers to a {@code GET}. */
    HttpResponse<String> page(String path, String accept) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(url(Bundle.HEALTH, path))
                .header("Accept", accept)
                .timeout(LIMIT)
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    /** Lambda's answer to {@code event}. */
    String lambda(String event) throws IOException {
        return lambda(Bundle.HEALTH, event);
    }

    /** The same of the handler of {@code function}. */
    String lambda(String function, String event) throws IOException {
        var output = new ByteArrayOutputStream();
        var call = new LambdaCall("8f5c1f2e-6d3b-4f0a-9b1e-0c11aa22bb33", (int) LIMIT.toMillis());
        Objects.requireNonNull(lambdas.get(function))
                .handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), output, call);
        return output.toString(UTF_8);
    }

    /** Every log line so far, and all that the command line said beside its output. */
    String besides() {
        return logged.toString(UTF_8) + printed.toString(UTF_8);
    }

    private URI url(String function, String path) {
        var server = Objects.requireNonNull(fc.get(function));
        return URI.create("http://127.0.0.1:" + server.address().getPort() + path);
    }

    @Override
    public void close() {
        fc.values().forEach(FcServer::close);
    }
}
