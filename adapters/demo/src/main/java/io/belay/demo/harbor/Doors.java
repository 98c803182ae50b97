package io.belay.demo.harbor;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.belay.demo.server.ServerException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** The two ports harbor answers at. They are taken first and opened last, since a taken port is the likeliest fault. */
final class Doors implements AutoCloseable {

    private static final int WAITING = 256;

    private final HttpServer plain;
    private final HttpsServer secure;
    private final ExecutorService threads;

    private Doors(HttpServer plain, HttpsServer secure, ExecutorService threads) {
        this.plain = plain;
        this.secure = secure;
        this.threads = threads;
    }

    /** Takes {@code port} for HTTP, 0 for a free one, and a free one for HTTPS. */
    static Doors take(int port) {
        var loopback = InetAddress.getLoopbackAddress();
        try {
            var plain = HttpServer.create(new InetSocketAddress(loopback, port), WAITING);
            try {
                var secure = HttpsServer.create(new InetSocketAddress(loopback, 0), WAITING);
                return new Doors(plain, secure, Executors.newVirtualThreadPerTaskExecutor());
            } catch (IOException cause) {
                plain.stop(0);
                throw cause;
            }
        } catch (IOException cause) {
            throw new ServerException("port " + port + " of 127.0.0.1 cannot be had: " + cause.getMessage(), cause);
        }
    }

    /** Begins to answer. */
    void open(HttpHandler handler, SSLContext tls, List<Filter> filters) {
        secure.setHttpsConfigurator(new HttpsConfigurator(tls));
        for (var server : List.of(plain, secure)) {
            server.setExecutor(threads);
            server.createContext("/", handler).getFilters().addAll(filters);
            server.start();
        }
    }

    int port() {
        return plain.getAddress().getPort();
    }

    int securePort() {
        return secure.getAddress().getPort();
    }

    /** Ends at once; calls under way are cut. */
    @Override
    public void close() {
        plain.stop(0);
        secure.stop(0);
        threads.shutdownNow();
    }

    /** Keeps every call waiting before it is answered. */
    static final class Delay extends Filter {

        private static final long MILLIS = 250;

        @Override
        public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
            try {
                Thread.sleep(MILLIS);
            } catch (InterruptedException cause) {
                Thread.currentThread().interrupt();
                throw new IOException("harbor is being stopped", cause);
            }
            chain.doFilter(exchange);
        }

        @Override
        public String description() {
            return "keeps every call waiting";
        }
    }
}
