package io.belay.bench.cold;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whom Belay is measured beside, each built from {@code adapters/bench/peers}. One of a JVM is there twice: as it comes, and
 * with what Belay's images have as well.
 *
 * @param built where they were built; a file {@code NAME/why} says why one was not
 * @param java the JVM of theirs
 */
record Peers(Path built, Path java) {
    static final String TOMCAT = "http/spring";
    static final String INVOKER = "lambda/spring";
    static final String EXPRESS = "http/express";
    static final String NODE = "http/node";
    static final String PLAIN = "http/plain-aot";

    /** As Belay's images start: for an instance that lives for seconds. */
    private static final List<String> FAST = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static final String CACHED = ", C1, serial, AOT cache";
    private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
    private static final Map<String, String> SPRING =
            Map.of("SPRING_CLOUD_FUNCTION_DEFINITION", "health", "MAIN_CLASS", "peer.Application");

    /** All of them, in the order of the table. */
    List<Runner> all() throws IOException {
        return Stream.of(springWeb(), springLambda(), micronaut(), quarkusHttp(), quarkusLambda(), plain(), node())
                .flatMap(List::stream)
                .toList();
    }

    private List<Runner> springWeb() throws IOException {
        return twice(
                new Project("spring-web", TOMCAT, Door.HTTP, "Spring Cloud Function, Tomcat", SPRING),
                () -> List.of("-jar", file("spring-web/target/peer.jar")),
                () -> List.of("-jar", file("spring-web/target/extracted/peer.jar")));
    }

    private List<Runner> springLambda() throws IOException {
        Arguments client = () -> client(
                "spring-lambda", "org.springframework.cloud.function.adapter.aws.FunctionInvoker::handleRequest");
        var project =
                new Project("spring-lambda", INVOKER, Door.LAMBDA, "Spring Cloud Function, FunctionInvoker", SPRING);
        return twice(project, client, client);
    }

    private List<Runner> micronaut() throws IOException {
        Arguments server = () -> List.of("-cp", jars("micronaut-http/target/lib"), "peer.Application");
        Arguments client = () -> client("micronaut-lambda", "peer.HealthHandler::handleRequest");
        var http = new Project("micronaut-http", "http/micronaut", Door.HTTP, "Micronaut", Map.of());
        var lambda = new Project("micronaut-lambda", "lambda/micronaut", Door.LAMBDA, "Micronaut", Map.of());
        return both(twice(http, server, server), twice(lambda, client, client));
    }

    private List<Runner> quarkusHttp() throws IOException {
        var app = "quarkus-http/target/quarkus-app/";
        // The JVM keeps no class in a cache that a loader of Quarkus's own brings: the same jars, on one class path.
        return twice(
                new Project("quarkus-http", "http/quarkus", Door.HTTP, "Quarkus", Map.of()),
                () -> List.of("-jar", file(app + "quarkus-run.jar")),
                () -> List.of(
                        "-cp",
                        String.join(
                                ":",
                                file(app + "quarkus/transformed-bytecode.jar"),
                                file(app + "quarkus/generated-bytecode.jar"),
                                jars(app + "app"),
                                jars(app + "lib/boot"),
                                jars(app + "lib/main")),
                        "io.quarkus.runner.GeneratedMain"));
    }

    private List<Runner> quarkusLambda() throws IOException {
        Arguments client = () -> List.of(
                "-cp",
                file("quarkus-lambda/target/peer-runner.jar") + ":" + jars("quarkus-lambda/target/lib"),
                CLIENT,
                "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest");
        var project = new Project("quarkus-lambda", "lambda/quarkus", Door.LAMBDA, "Quarkus", Map.of());
        return twice(project, client, client);
    }

    private List<Runner> plain() throws IOException {
        Arguments server = () -> List.of("-cp", jars("plain/target/lib"), "peer.Server");
        Arguments client = () -> client("plain", "peer.HealthHandler::handleRequest");
        var http = new Project("plain", "http/plain", Door.HTTP, "the JDK's HTTP server, a handler", Map.of());
        var lambda = new Project("plain", "lambda/plain", Door.LAMBDA, "Lambda's client, a handler", Map.of());
        return both(twice(http, server, server), twice(lambda, client, client));
    }

    private List<Runner> node() throws IOException {
        return List.of(
                node(new Project("node", EXPRESS, Door.HTTP, "Node, Express", Map.of()), "express.js"),
                node(new Project("node", NODE, Door.HTTP, "Node, its own HTTP server", Map.of()), "bare.js"),
                node(new Project("node", "lambda/node", Door.LAMBDA, "Node, by hand", Map.of()), "lambda.js"));
    }

    private static List<Runner> both(List<Runner> http, List<Runner> lambda) {
        return Stream.concat(http.stream(), lambda.stream()).toList();
    }

    /** As {@code project} comes, and as it is with a cache, on a class path that can have one. */
    private List<Runner> twice(Project project, Arguments stock, Arguments flat) throws IOException {
        var cached = new Project(
                project.folder(),
                project.key() + "-aot",
                project.door(),
                project.shown() + CACHED,
                project.environment());
        var why = why(project);
        if (why.isPresent()) {
            return List.of(project.absent(why.get()), cached.absent(why.get()));
        }
        var file = built.resolve(project.folder() + "/target/" + project.door() + ".aot");
        return List.of(
                project.ready(command(List.of(), stock), Optional.empty()),
                cached.ready(command(FAST, flat), Optional.of(new Runner.Cache(file, false))));
    }

    private List<String> command(List<String> options, Arguments arguments) throws IOException {
        // Lambda's client has a native part.
        var command = new ArrayList<>(List.of(java.toString(), "--enable-native-access=ALL-UNNAMED"));
        command.addAll(options);
        command.addAll(arguments.list());
        return command;
    }

    private Runner node(Project project, String script) throws IOException {
        var why = why(project);
        if (why.isPresent()) {
            return project.absent(why.get());
        }
        var program = Files.readString(built.resolve("node/program")).strip();
        return project.ready(List.of(program, file("node/" + script)), Optional.empty());
    }

    /** Why it was not built; empty where it was. */
    private Optional<String> why(Project project) throws IOException {
        if (Files.exists(built.resolve(project.folder() + "/built"))) {
            return Optional.empty();
        }
        var why = built.resolve(project.folder() + "/why");
        return Optional.of(Files.exists(why) ? Files.readString(why).strip() : "it was not built");
    }

    private List<String> client(String project, String handler) throws IOException {
        return List.of("-cp", jars(project + "/target/lib"), CLIENT, handler);
    }

    private String file(String path) {
        return built.resolve(path).toString();
    }

    /** Written out, in one order: a cache is void under any other class path. */
    private String jars(String folder) throws IOException {
        try (var files = Files.list(built.resolve(folder))) {
            return files.map(Path::toString)
                    .filter(name -> name.endsWith(".jar"))
                    .sorted()
                    .collect(Collectors.joining(":"));
        }
    }

    /** What a JVM is started with, found when it was built. */
    @FunctionalInterface
    private interface Arguments {
        List<String> list() throws IOException;
    }

    /** What is built in a folder. */
    private record Project(String folder, String key, Door door, String shown, Map<String, String> environment) {
        Runner ready(List<String> command, Optional<Runner.Cache> cache) {
            return new Runner.Ready(key, door, shown, command, environment, "/health", cache);
        }

        Runner absent(String why) {
            return new Runner.Absent(key, door, shown, why);
        }
    }
}
