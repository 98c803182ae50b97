package io.belay.adapter.aliyun.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.trust.FirstHandshake;
import io.belay.core.trust.PlatformTrust;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpRetryException;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.time.Duration;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;

/**
 * Sends a request once.
 *
 * <p>Over {@link HttpURLConnection}: its first call takes a third of the time that {@code java.net.http} needs to load and
 * start, and a rollback is often the first thing that an instance does. What it lacks is given here. It repeats a request by
 * itself where a kept connection turns out to be dead, a POST as well, unless the body is streamed: so every write is
 * streamed. Its time-outs are per read, and a thread in it hears no interrupt: so it runs on a virtual thread of its own,
 * whose interrupt closes the socket ({@link Pending}).
 *
 * @param connect how long to wait for a connection
 * @param answer how long the whole exchange may take
 */
public record Exchange(Duration connect, Duration answer) {
    /** More of a body than this is refused; the longest list we ask for is far smaller. */
    static final int LARGEST = 4 * 1024 * 1024;

    /** Three seconds for a connection and ten for an answer. */
    public static final Exchange USUAL = new Exchange(Duration.ofSeconds(3), Duration.ofSeconds(10));

    /** Begins it; the answer is awaited there. */
    public Pending<Answer> begin(Sent request, Deadline deadline) {
        if (deadline.passed()) {
            throw new PortException(new Fault(Fault.Kind.TIMED_OUT, request + ": no time is left to ask"));
        }
        var within = deadline.within(answer);
        return Pending.of(() -> once(request, within), within, request.toString());
    }

    private Answer once(Sent request, Deadline deadline) {
        HttpURLConnection connection = null;
        try {
            connection = (HttpURLConnection) request.uri().toURL().openConnection();
            prepare(connection, request, deadline);
            if (writes(request)) {
                try (var body = connection.getOutputStream()) {
                    body.write(bytes(request));
                }
            }
            var status = connection.getResponseCode();
            return new Answer(status, body(connection, status));
        } catch (SocketTimeoutException slow) {
            throw new PortException(new Fault(slowKind(slow), request + ": " + slow.getMessage()), slow);
        } catch (HttpRetryException unsent) {
            // Of a 401 to a body that is streamed, the JDK keeps the status alone.
            return new Answer(unsent.responseCode(), "");
        } catch (IOException failure) {
            // A connection whose answer broke off is in no state to be used again.
            if (connection != null) {
                connection.disconnect();
            }
            throw new PortException(
                    new Fault(Fault.Kind.UNREACHABLE, request + ": " + Failures.words(failure)), failure);
        }
    }

    private void prepare(HttpURLConnection connection, Sent request, Deadline deadline) throws IOException {
        if (connection instanceof HttpsURLConnection secure) {
            FirstHandshake.begin();
            secure.setSSLSocketFactory(Secured.SOCKETS);
        }
        connection.setRequestMethod(request.method());
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setConnectTimeout(
                milliseconds(connect.compareTo(deadline.remaining()) < 0 ? connect : deadline.remaining()));
        connection.setReadTimeout(milliseconds(deadline.remaining()));
        connection.setRequestProperty("Accept", "application/json");
        request.headers().forEach(connection::setRequestProperty);
        if (writes(request)) {
            connection.setDoOutput(true);
            connection.setFixedLengthStreamingMode(bytes(request).length);
        }
    }

    /** Made when it is first needed; always the same, since a kept connection is used again by nobody who brings another. */
    private static final class Secured {
        static final SSLSocketFactory SOCKETS = PlatformTrust.context().getSocketFactory();
    }

    private static byte[] bytes(Sent request) {
        return request.body().getBytes(UTF_8);
    }

    private static boolean writes(Sent request) {
        return !request.method().equals("GET");
    }

    private static String body(HttpURLConnection connection, int status) throws IOException {
        try (InputStream stream = status >= 400 ? connection.getErrorStream() : connection.getInputStream()) {
            if (stream == null) {
                return "";
            }
            var body = stream.readNBytes(LARGEST + 1);
            if (body.length > LARGEST) {
                throw new IOException("more than " + LARGEST + " bytes");
            }
            return new String(body, UTF_8);
        }
    }

    private static Fault.Kind slowKind(SocketTimeoutException slow) {
        var message = slow.getMessage();
        return message != null && message.startsWith("Connect") ? Fault.Kind.UNREACHABLE : Fault.Kind.TIMED_OUT;
    }

    /** At least one: none would mean for ever. */
    private static int milliseconds(Duration span) {
        return Math.clamp(span.toMillis(), 1, Integer.MAX_VALUE);
    }
}
