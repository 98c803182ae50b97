package io.belay.adapter.net.announce;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import io.belay.adapter.net.http.Loopback;
import io.belay.core.Correlation;
import io.belay.core.Deadline;
import io.belay.core.Evidence;
import io.belay.core.Finding;
import io.belay.core.Report;
import io.belay.core.Verdict;
import io.belay.core.announce.Announcement;
import io.belay.core.testkit.TestingTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A receiver on loopback that keeps what it is told. */
final class Told implements AutoCloseable {
    record Message(Headers headers, String body) {}

    final List<Message> messages = new CopyOnWriteArrayList<>();
    private final Loopback server = Loopback.plain();

    Told(int status, Map<String, String> headers, String answer) {
        server.on("/hook", exchange -> {
            messages.add(new Message(
                    exchange.getRequestHeaders(),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            Loopback.answer(exchange, status, headers, answer.getBytes(UTF_8));
        });
    }

    String url() {
        return server.url("/hook");
    }

    @Override
    public void close() {
        server.close();
    }

    /** By the clock of tests, which says 2026-11-21T08:00:00Z. */
    static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(20), new TestingTime());
    }

    static Announcement announcement(String title, String text) {
        return new Announcement(title, text, report("4bf92f35.77b3"));
    }

    static Report report(String correlation) {
        var finding = new Finding(
                "orders",
                "lambda",
                "lambda:eu-west-1:orders:live",
                Verdict.PASS,
                "from 42 to 41 in 5s",
                List.of(Evidence.noted("from", "42")),
                Duration.ofSeconds(5));
        return new Report(
                "rollback",
                "harbor",
                "prod",
                new Correlation(correlation),
                Instant.parse("2026-11-21T07:59:50Z"),
                Duration.ofSeconds(9),
                List.of(finding));
    }
}
