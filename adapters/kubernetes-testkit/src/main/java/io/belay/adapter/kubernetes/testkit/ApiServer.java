package io.belay.adapter.kubernetes.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLPeerUnverifiedException;

/** The wire: TLS, who asks, what they may, and how it is said. */
public final class ApiServer implements AutoCloseable {
    /** A bearer token that it takes. */
    public static final String TOKEN = "eyJhbGciOiJSUzI1NiJ9.testing.c2VjcmV0";

    private final HttpsServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Authority authority = new Authority();
    private final Resources resources;
    private final Object lock;
    private final Deque<Mishap> mishaps = new ArrayDeque<>();
    private final List<String> calls = new ArrayList<>();
    private final List<String> bodies = new ArrayList<>();
    private volatile String token = TOKEN;
    private volatile Duration latency = Duration.ZERO;
    private volatile Runnable look = () -> {};

    ApiServer(InetSocketAddress address, ClusterState state, Object lock) throws IOException {
        resources = new Resources(state);
        this.lock = lock;
        server = HttpsServer.create(address, 0);
        var context = authority.server();
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                var tls = context.getDefaultSSLParameters();
                tls.setWantClientAuth(true);
                parameters.setSSLParameters(tls);
            }
        });
        server.createContext("/", this::serve);
        server.setExecutor(threads);
        server.start();
    }

    /** Where it answers. */
    public URI address() {
        return URI.create("https://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Who vouches for it, and for clients. */
    public Authority authority() {
        return authority;
    }

    /** A kubeconfig with its authority and a token, as {@code kubectl config view --raw --minify} prints one. */
    public String kubeconfig() {
        return kubeconfig("    token: " + token + "\n");
    }

    /** A kubeconfig with what stands under {@code user}, indented by four. */
    public String kubeconfig(String user) {
        return """
                apiVersion: v1
                kind: Config
                clusters:
                - name: testing
                  cluster:
                    certificate-authority-data: %s
                    server: %s
                users:
                - name: belay
                  user:
                %scontexts:
                - name: belay@testing
                  context: { cluster: testing, user: belay }
                current-context: belay@testing
                """.formatted(Base64.getEncoder().encodeToString(authority.pem().getBytes(UTF_8)), address(), user);
    }

    /** From now on another token is taken, as after a rotation. */
    public void rotate(String other) {
        token = other;
    }

    /** From now on nobody may {@code verb} {@code resource}. */
    public void forbid(String verb, String resource) {
        resources.forbid(verb, resource);
    }

    /** The next call meets {@code mishap}; more than one, one after another. */
    public void next(Mishap mishap) {
        synchronized (mishaps) {
            mishaps.add(mishap);
        }
    }

    /** Lists come in pages of this many at the most. */
    public void page(int most) {
        resources.page(most);
    }

    /** Every answer takes {@code span} longer. */
    public void latency(Duration span) {
        latency = span;
    }

    /** Looks at what stands whenever something was asked for and done, before the answer. */
    public void watch(Runnable other) {
        look = other;
    }

    /** The calls so far: method and path with its query. */
    public List<String> calls() {
        synchronized (calls) {
            return List.copyOf(calls);
        }
    }

    /** How many calls wrote, or tried to. */
    public int writes() {
        return (int) calls().stream().filter(each -> !each.startsWith("GET")).count();
    }

    /** The bodies that were sent. */
    public List<String> bodies() {
        synchronized (calls) {
            return List.copyOf(bodies);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        synchronized (calls) {
            calls.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            if (!body.isEmpty()) {
                bodies.add(body);
            }
        }
        if (!pause()) {
            exchange.close();
            return;
        }
        Mishap mishap;
        synchronized (mishaps) {
            mishap = mishaps.poll();
        }
        if (mishap != null && mishap != Mishap.ANSWER_LOST) {
            befall(exchange, mishap);
            return;
        }
        int status = 200;
        Object answer;
        try {
            answer = answer(exchange, body);
            look.run();
        } catch (Refused refused) {
            status = refused.code();
            answer = ApiWire.status(refused);
        }
        if (mishap == Mishap.ANSWER_LOST) {
            exchange.close();
            return;
        }
        ApiWire.say(exchange, status, answer);
    }

    /** Whether it was not called off. */
    private boolean pause() {
        try {
            Thread.sleep(latency);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void befall(HttpExchange exchange, Mishap mishap) throws IOException {
        switch (mishap) {
            case THROTTLED -> {
                exchange.getResponseHeaders().set("Retry-After", "1");
                ApiWire.refuse(
                        exchange,
                        new Refused(
                                429,
                                "TooManyRequests",
                                "the server has received too many requests and has asked us to try again later"));
            }
            case CUT, ANSWER_LOST -> exchange.close();
            case SILENT -> {
                try {
                    closed.await();
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
                exchange.close();
            }
            case REDIRECTED -> {
                exchange.getResponseHeaders().set("Location", address() + "/elsewhere");
                ApiWire.send(exchange, 307, new byte[0]);
            }
            case WEBHOOK_FAILS ->
                ApiWire.refuse(
                        exchange,
                        new Refused(
                                500,
                                "InternalError",
                                "Internal error occurred: failed calling webhook \"policy.example.com\""));
            case PAGE -> ApiWire.send(exchange, 200, "<html>welcome</html>".getBytes(UTF_8));
        }
    }

    private Object answer(HttpExchange exchange, String body) {
        var user = user(exchange);
        synchronized (lock) {
            return resources.answer(exchange, body, user);
        }
    }

    private String user(HttpExchange exchange) {
        try {
            return ((HttpsExchange) exchange).getSSLSession().getPeerPrincipal().getName();
        } catch (SSLPeerUnverifiedException _) {
            if (("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                return "system:serviceaccount:" + TestingCluster.NAMESPACE + ":belay";
            }
            throw new Refused(401, "Unauthorized", "Unauthorized");
        }
    }
}
