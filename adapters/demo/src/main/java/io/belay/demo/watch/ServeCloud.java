package io.belay.demo.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.sun.net.httpserver.HttpServer;
import io.belay.adapter.aws.testkit.AwsServer;
import io.belay.adapter.aws.testkit.CloudWatchRing;
import io.belay.assembly.Systems;
import io.belay.runtime.lambda.RollbackHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A small AWS on the loopback address, where the function {@code serve} runs and Belay's rollback is deployed beside it: an alarm
 * that turns red and names that function invokes its handler, whose lines go into the function's log.
 */
final class ServeCloud implements AutoCloseable {
    static final String LOG = "/aws/lambda/belay-rollback";

    private static final String ROLLBACK = "belay-rollback";

    private final AtomicReference<Duration> ago = new AtomicReference<>(Duration.ofHours(2));
    private final AwsServer aws = AwsServer.start(() -> Instant.now().minus(ago.get()));
    private final HttpServer api;
    private final ExecutorService invocations = Executors.newVirtualThreadPerTaskExecutor();

    ServeCloud() throws IOException {
        api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        api.createContext("/", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, -1);
            }
        });
        api.start();
        deploy();
        aws.lambda().publish(ROLLBACK);
        ago.set(Duration.ZERO);
        aws.logs().group("/aws/lambda/serve").group(LOG);
        aws.sns().topic("oncall");
    }

    /** Publishes the next release and sends all calls to it, as a pipeline does; the first was two hours ago. */
    void deploy() {
        aws.lambda().point("serve", "live", aws.lambda().publish("serve"));
    }

    /** The variables by which Belay finds it. */
    Map<String, String> environment(Map<String, String> others) {
        var environment = new HashMap<>(others);
        environment.put("BELAY_AWS_ENDPOINT", aws.endpoint().toString());
        environment.put("SERVE_URL", "http://127.0.0.1:" + api.getAddress().getPort() + "/");
        // As the SDK's own chain looks them up, last of all: nobody's real keys are sent to this machine's server.
        System.setProperty("aws.accessKeyId", AwsServer.ACCESS_KEY);
        System.setProperty("aws.secretAccessKey", AwsServer.SECRET_KEY);
        return environment;
    }

    /** Deploys Belay's rollback beside the function, before {@code file}. */
    void rollbackFor(Path file, Map<String, String> environment) {
        var own = new HashMap<>(environment);
        own.put(Systems.FILE, file.toString());
        var handler = new RollbackHandler(own, new PrintStream(new Lines(), true, UTF_8));
        aws.cloudWatch().ringing(ring -> invocations.execute(() -> invoke(handler, ring)));
    }

    private void invoke(RequestStreamHandler handler, CloudWatchRing ring) {
        if (!ring.action().endsWith(":function:" + ROLLBACK)) {
            return;
        }
        try {
            handler.handleRequest(
                    new ByteArrayInputStream(ring.event().getBytes(UTF_8)),
                    OutputStream.nullOutputStream(),
                    new Invoked(ROLLBACK));
        } catch (IOException failed) {
            aws.logs().write(LOG, Instant.now(), "not invoked: " + failed);
        }
    }

    /** Somebody raises a threshold by hand. */
    void raise(String alarm, String threshold) {
        aws.cloudWatch().change(alarm, "Threshold", threshold);
    }

    /** What changed something since {@link #forget}. */
    List<String> writes() {
        return aws.writes();
    }

    void forget() {
        aws.forgetCalls();
    }

    /** What was published on the topic that people listen to. */
    List<String> told() {
        return aws.sns().published().stream()
                .map(each -> each.subject() + "\n" + each.text())
                .toList();
    }

    /** Each line goes into the function's log. */
    private final class Lines extends ByteArrayOutputStream {
        @Override
        public void flush() {
            var lines = toString(UTF_8);
            if (lines.endsWith("\n")) {
                reset();
                lines.lines().forEach(line -> aws.logs().write(LOG, Instant.now(), line));
            }
        }
    }

    @Override
    public void close() {
        invocations.shutdownNow();
        api.stop(0);
        aws.close();
    }
}
