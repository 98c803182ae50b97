package io.belay.adapter.aws.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * AWS on loopback, as far as Belay calls it: one address for all services, told apart by what a request is signed for. Every
 * signature is verified.
 */
public final class AwsServer implements AutoCloseable {
    /** The one access key that is known. */
    public static final String ACCESS_KEY = "AKIDEXAMPLE";

    /** Its secret. */
    public static final String SECRET_KEY = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    /** The one region. */
    public static final String REGION = "eu-west-1";

    /** The one account. */
    public static final String ACCOUNT = "123456789012";

    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ReentrantLock state = new ReentrantLock();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final Mishaps mishaps = new Mishaps();
    private volatile Runnable look = () -> {};
    private final BudgetsControl budgets = new BudgetsControl();
    private final CloudWatchControl cloudWatch;
    private final CodeDeployControl codeDeploy;
    private final EcsControl ecs;
    private final LambdaControl lambda;
    private final LogsControl logs = new LogsControl();
    private final Route53Control route53;
    private final SchedulerControl scheduler = new SchedulerControl();
    private final SnsControl sns;
    private final SqsControl sqs = new SqsControl();
    private final SsmControl ssm = new SsmControl();
    private final StatesControl states = new StatesControl();
    private final RecordedAnswers recorded;
    private final Map<String, Control> controls;

    private AwsServer(HttpServer http, InstantSource clock) {
        this.http = http;
        this.sns = new SnsControl(clock, sqs);
        this.cloudWatch = new CloudWatchControl(clock, sns::told);
        this.codeDeploy = new CodeDeployControl(clock);
        this.ecs = new EcsControl(clock);
        this.lambda = new LambdaControl(clock);
        this.route53 = new Route53Control(clock);
        this.recorded = new RecordedAnswers(clock);
        this.controls = Map.ofEntries(
                Map.entry("budgets", budgets),
                Map.entry("codedeploy", codeDeploy),
                Map.entry("ecs", ecs),
                Map.entry("lambda", lambda),
                Map.entry("logs", logs),
                Map.entry("monitoring", cloudWatch),
                Map.entry("route53", route53),
                Map.entry("scheduler", scheduler),
                Map.entry("sns", sns),
                Map.entry("sqs", sqs),
                Map.entry("ssm", ssm),
                Map.entry("states", states));
    }

    /** Starts one on a free port, whose state is dated by the machine's clock. */
    public static AwsServer start() {
        return start(InstantSource.system());
    }

    /** Starts one on a free port, whose state is dated by {@code clock}. */
    public static AwsServer start(InstantSource clock) {
        try {
            var server = new AwsServer(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0), clock);
            server.http.createContext("/", server::handle);
            server.http.setExecutor(server.threads);
            server.http.start();
            return server;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Where it answers. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    /** What was called, in order, as IAM writes it: {@code lambda:UpdateAlias}. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    /** What was called that changes something. */
    public List<String> writes() {
        return calls.stream()
                .filter(call -> !call.matches(".*:(Get|List|Describe|BatchGet|Filter).*"))
                .toList();
    }

    /** Forgets what was called. */
    public void forgetCalls() {
        calls.clear();
    }

    /** Looks at what stands whenever something was asked for and done, before the answer. */
    public void watch(Runnable other) {
        look = other;
    }

    /** What shall go wrong. */
    public Mishaps mishaps() {
        return mishaps;
    }

    /** What it answers besides, of which it holds nothing. */
    public RecordedAnswers recorded() {
        return recorded;
    }

    /** Budgets. */
    public BudgetsControl budgets() {
        return budgets;
    }

    /** CloudWatch's logs. */
    public LogsControl logs() {
        return logs;
    }

    /** CloudWatch's alarms and dashboards. */
    public CloudWatchControl cloudWatch() {
        return cloudWatch;
    }

    /** Route 53. */
    public Route53Control route53() {
        return route53;
    }

    /** SNS. */
    public SnsControl sns() {
        return sns;
    }

    /** CodeDeploy. */
    public CodeDeployControl codeDeploy() {
        return codeDeploy;
    }

    /** ECS. */
    public EcsControl ecs() {
        return ecs;
    }

    /** Step Functions. */
    public StatesControl states() {
        return states;
    }

    /** Systems Manager. */
    public SsmControl ssm() {
        return ssm;
    }

    /** Lambda. */
    public LambdaControl lambda() {
        return lambda;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var asked = new Asked(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI(),
                    exchange.getRequestHeaders(),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            var answer = answer(asked);
            if (answer.isPresent()) {
                send(exchange, answer.get());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** The answer; none where the connection is to be cut. */
    private Optional<Answer> answer(Asked asked) throws InterruptedException {
        final String service;
        try {
            service = Signature.service(asked, ACCESS_KEY, SECRET_KEY);
        } catch (Refusal refusal) {
            return Optional.of(JsonRefusals.of(refusal));
        }
        var speaking = recorded.control(service, asked).or(() -> Optional.ofNullable(controls.get(service)));
        if (speaking.isEmpty()) {
            return Optional.of(
                    JsonRefusals.of(new Refusal(404, "UnknownService", "nothing here speaks for " + service)));
        }
        var control = speaking.get();
        var action = control.action(asked);
        calls.add(service + ":" + action);
        Thread.sleep(mishaps.latency());
        return switch (mishaps.next(action).orElse(null)) {
            case null -> Optional.of(done(control, action, asked));
            case Mishaps.Mishap.Refused(int status, String code, String message) ->
                Optional.of(control.refused(new Refusal(status, code, message)));
            case Mishaps.Mishap.NeverDone() -> Optional.empty();
            case Mishaps.Mishap.AnswerLost() -> {
                done(control, action, asked);
                yield Optional.empty();
            }
            case Mishaps.Mishap.Silent() -> {
                done(control, action, asked);
                var over = closed.await(1, TimeUnit.MINUTES);
                assert over : "nobody gave up waiting for " + action;
                yield Optional.empty();
            }
            case Mishaps.Mishap.Overtaken(Runnable by) -> {
                by.run();
                yield Optional.of(done(control, action, asked));
            }
        };
    }

    private Answer done(Control control, String action, Asked asked) {
        state.lock();
        try {
            var answer = control.answer(action, asked);
            look.run();
            return answer;
        } catch (Refusal refusal) {
            return control.refused(refusal);
        } finally {
            state.unlock();
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        var body = answer.body().getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        http.stop(0);
        threads.shutdownNow();
    }
}
