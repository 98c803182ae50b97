package io.belay.adapter.aliyun.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.belay.adapter.aliyun.testkit.Mishaps.Mishap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Function Compute, CloudMonitor, Cloud Assistant, Container Service, Log Service, topics of MNS and a robot of DingTalk at one
 * address on loopback, and recorded answers of any other API. It takes one key: {@value #KEY_ID}, with the secret {@value #SECRET} and the token {@value #TOKEN}.
 */
public final class AliyunCloud implements AutoCloseable {
    /** The id of the key that it knows. */
    public static final String KEY_ID = "STS.TestingKeyId";

    /** The secret of that key. */
    public static final String SECRET = "TestingKeySecret0123456789";

    /** The token that goes with it. */
    public static final String TOKEN = "TestingSecurityToken0123456789==";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Signatures signatures;
    private final Mishaps mishaps = new Mishaps();
    private volatile Runnable look = () -> {};
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final FunctionComputeState functionCompute;
    private final CloudMonitorState cloudMonitor;
    private final AssistantState assistant = new AssistantState();
    private final ClustersState clusters;
    private final Robot robot;
    private final Topics topics;
    private final LogsState logs;
    private final Answers answers = new Answers();

    /** Begins to listen on a free port of loopback, and tells the time by {@code clock}. */
    public AliyunCloud(InstantSource clock) {
        signatures = new Signatures(KEY_ID, SECRET, Optional.of(TOKEN), clock);
        functionCompute = new FunctionComputeState(clock);
        cloudMonitor = new CloudMonitorState(clock);
        clusters = new ClustersState(clock);
        robot = new Robot(clock);
        topics = new Topics(clock);
        logs = new LogsState(clock);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", this::serve);
        server.setExecutor(threads);
        server.start();
    }

    /** Where it listens. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What a process finds in its environment that asks this cloud, with the key that it knows. */
    public Map<String, String> environment() {
        return Map.of(
                "BELAY_ALIYUN_ENDPOINT", endpoint().toString(),
                "ALIBABA_CLOUD_ACCESS_KEY_ID", KEY_ID,
                "ALIBABA_CLOUD_ACCESS_KEY_SECRET", SECRET,
                "ALIBABA_CLOUD_SECURITY_TOKEN", TOKEN);
    }

    /** The address of its robot, as DingTalk gives one to a group. */
    public String robotUrl() {
        return endpoint() + "/robot/send?access_token=" + Robot.ACCESS_TOKEN;
    }

    /** What it holds of Function Compute. */
    public FunctionComputeState functionCompute() {
        return functionCompute;
    }

    /** What it holds of CloudMonitor. */
    public CloudMonitorState cloudMonitor() {
        return cloudMonitor;
    }

    /** What it holds of Cloud Assistant. */
    public AssistantState assistant() {
        return assistant;
    }

    /** What it holds of Container Service. */
    public ClustersState clusters() {
        return clusters;
    }

    /** The robot of a group of DingTalk. */
    public Robot robot() {
        return robot;
    }

    /** The topics of MNS. */
    public Topics topics() {
        return topics;
    }

    /** A project of Log Service. */
    public LogsState logs() {
        return logs;
    }

    /** What it answers besides, of which it holds nothing. */
    public Answers answers() {
        return answers;
    }

    /** Looks at what stands whenever something was asked for and done, before the answer. */
    public void watch(Runnable other) {
        look = other;
    }

    /** What is to go wrong. */
    public Mishaps mishaps() {
        return mishaps;
    }

    /** All that came in, in the order it did. */
    public List<Received> received() {
        return List.copyOf(received);
    }

    /** The operations that came in, in the order they did. */
    public List<String> actions() {
        return received.stream().map(Received::action).toList();
    }

    /** Forgets what came in, and nothing else. */
    public void forget() {
        received.clear();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = request(exchange);
            received.add(request);
            pause(mishaps.latency());
            var mishap = mishaps.next(request.action());
            if (mishap.orElse(null) instanceof Mishap.RequestLost) {
                return;
            }
            if (mishap.orElse(null) instanceof Mishap.Answered answered) {
                send(exchange, answered.status(), answered.body());
                return;
            }
            if (mishap.orElse(null) instanceof Mishap.Before before) {
                before.other().run();
            }
            var said = said(request);
            look.run();
            if (mishap.orElse(null) instanceof Mishap.AnswerLost) {
                return;
            }
            if (mishap.orElse(null) instanceof Mishap.Slow slow) {
                pause(slow.span());
            }
            send(exchange, said.status(), said.body());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is answered. */
    record Reply(int status, Object body) {
        static Reply ok(Object body) {
            return new Reply(200, body);
        }
    }

    private Topics.Said said(Received request) {
        if (Topics.mayAnswer(request)) {
            return topics.answer(request);
        }
        var reply = reply(request);
        return new Topics.Said(reply.status(), JSON.writeValueAsString(reply.body()));
    }

    private Reply reply(Received request) {
        try {
            if (request.path().equals("/robot/send")) {
                return Reply.ok(robot.send(request));
            }
            if (LogsState.mayAnswer(request)) {
                return logs.answer(request);
            }
            signatures.verify(request);
            return answers.answer(request).orElseGet(() -> stands(request));
        } catch (Refusal refusal) {
            return new Reply(
                    refusal.status(),
                    Map.of(
                            "Code",
                            refusal.code(),
                            "Message",
                            String.valueOf(refusal.getMessage()),
                            "RequestId",
                            "1-r"));
        }
    }

    private Reply stands(Received request) {
        var version = request.header("x-acs-version").orElse("");
        return switch (version) {
            case FunctionComputeState.VERSION -> functionCompute.answer(request);
            case CloudMonitorState.VERSION -> cloudMonitor.answer(request);
            case AssistantState.VERSION -> assistant.answer(request);
            case ClustersState.VERSION -> clusters.answer(request);
            default -> throw new Refusal(400, "InvalidVersion", "no such version: " + version);
        };
    }

    private static Received request(HttpExchange exchange) throws IOException {
        var headers = new LinkedHashMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        var uri = exchange.getRequestURI();
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        var query = uri.getRawQuery();
        return new Received(
                exchange.getRequestMethod(), uri.getRawPath(), query == null ? "" : query, Map.copyOf(headers), body);
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        var body = text.getBytes(UTF_8);
        var none = status == 204 || body.length == 0;
        exchange.getResponseHeaders().set("Content-Type", text.startsWith("{") ? "application/json" : "text/html");
        exchange.sendResponseHeaders(status, none ? -1 : body.length);
        if (!none) {
            exchange.getResponseBody().write(body);
        }
    }

    private static void pause(Duration span) throws InterruptedException {
        if (span.isPositive()) {
            Thread.sleep(span);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
