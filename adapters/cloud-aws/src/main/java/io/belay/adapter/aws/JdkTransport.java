package io.belay.adapter.aws;

import io.belay.core.trust.FirstHandshake;
import io.belay.core.trust.PlatformTrust;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;

/**
 * Carries the SDK's requests over the JDK's own client, which sends a request that is no GET once and never again. The SDK's
 * UrlConnection client does not: {@code HttpURLConnection} sends a PUT, POST or DELETE a second time, in silence, when the
 * connection ends before an answer, so that one write may be done twice.
 */
final class JdkTransport implements SdkHttpClient {
    private static final Duration CONNECT = Duration.ofSeconds(3);

    /** What the JDK's client sets itself. */
    private static final Set<String> ITS_OWN = Set.of("host", "content-length", "connection", "expect", "upgrade");

    /** Made by the first request: it costs a thread and TLS's start, and many a file that names AWS is read to ask nothing of it. */
    private @Nullable HttpClient client;

    private synchronized HttpClient client() {
        if (client == null) {
            client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(CONNECT)
                    .sslContext(PlatformTrust.context())
                    .build();
        }
        return client;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest asked) {
        if (asked.httpRequest().protocol().equals("https")) {
            FirstHandshake.begin();
        }
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                try {
                    return answer(client().send(request(asked), BodyHandlers.ofByteArray()));
                } catch (InterruptedException called) {
                    Thread.currentThread().interrupt();
                    var interrupted = new InterruptedIOException("called off while waiting for an answer");
                    interrupted.initCause(called);
                    throw interrupted;
                }
            }

            // The SDK interrupts the caller as well, which ends the exchange.
            @Override
            public void abort() {}
        };
    }

    private static HttpRequest request(HttpExecuteRequest asked) throws IOException {
        var http = asked.httpRequest();
        var request = HttpRequest.newBuilder(http.getUri()).method(http.method().name(), body(asked));
        http.forEachHeader((name, values) -> {
            if (!ITS_OWN.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }

    private static BodyPublisher body(HttpExecuteRequest asked) throws IOException {
        if (asked.contentStreamProvider().isEmpty()) {
            return BodyPublishers.noBody();
        }
        try (var content = asked.contentStreamProvider().get().newStream()) {
            return BodyPublishers.ofByteArray(content.readAllBytes());
        }
    }

    private static HttpExecuteResponse answer(HttpResponse<byte[]> response) {
        var http = SdkHttpFullResponse.builder()
                .statusCode(response.statusCode())
                .headers(response.headers().map())
                .build();
        return HttpExecuteResponse.builder()
                .response(http)
                .responseBody(AbortableInputStream.create(new ByteArrayInputStream(response.body())))
                .build();
    }

    @Override
    public String clientName() {
        return "Jdk";
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.shutdownNow();
        }
    }
}
