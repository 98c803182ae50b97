package io.belay.adapter.net.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.Deadline;
import io.belay.core.fact.FactName;
import io.belay.core.fact.Value;
import io.belay.core.probe.Observation;
import io.belay.core.settings.Settings;
import io.belay.core.testkit.TestingTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class ClientsTest {
    private static final FactName STATUS = FactName.of("status");

    private static Future<Observation> asking(ExecutorService threads, String url) {
        var probe = Asking.http(url, UnaryOperator.identity(), STATUS);
        return threads.submit(() -> Asking.observe(probe));
    }

    @Test
    void aThousandAtOnceAreAllAnswered() throws Exception {
        try (var server = Loopback.plain().json("/", 200, "{}");
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<Observation>>();
            for (int i = 0; i < 1000; i++) {
                all.add(asking(threads, server.url("/")));
            }

            for (var each : all) {
                assertThat(Asking.value(each.get(), STATUS)).isEqualTo(Value.of(200));
            }
        }
    }

    @Test
    void manySilentOnesDoNotHoldUpTheOthers() throws Exception {
        try (var mute = RawServer.mute();
                var server = Loopback.plain().json("/", 200, "{}");
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var silent = new ArrayList<Future<Observation>>();
            for (int i = 0; i < 200; i++) {
                silent.add(asking(threads, mute.url("/")));
            }

            var seen = asking(threads, server.url("/")).get();

            assertThat(((Observation.Answered) seen).took()).isLessThan(Duration.ofSeconds(5));
            silent.forEach(each -> each.cancel(true));
        }
    }

    @Test
    void aClientIsSharedWhileItIsUsedAndReplacedWhenItHasRested() {
        var time = new TestingTime();
        var clients = new Clients(time);
        var first = clients.to(Trust.DEFAULT);

        time.advance(Duration.ofSeconds(15));
        var second = clients.to(Trust.DEFAULT);
        time.advance(Duration.ofMinutes(5));
        var third = clients.to(Trust.DEFAULT);

        assertThat(second).isSameAs(first);
        assertThat(third).isNotSameAs(first);
    }

    @Test
    void whoBelievesTheSameSharesAClientAndNobodyElse(@TempDir Path folder) {
        var pem = Certificates.valid(folder).pem();
        var clients = new Clients(new TestingTime());
        var first = clients.to(Trust.with(pem));

        assertThat(clients.to(Trust.with(pem))).isSameAs(first);
        assertThat(clients.to(Trust.DEFAULT)).isNotSameAs(first);
        assertThat(clients.to(new Trust(List.of(), false))).isNotSameAs(first).isNotSameAs(clients.to(Trust.DEFAULT));
    }

    @Test
    void aMalformedAnswerCostsOthersNothing() throws Exception {
        try (var broken = RawServer.sending("HTTP/1.1 abc\r\n\r\n");
                var slow = RawServer.talking(socket -> {
                    RawServer.readHead(socket);
                    Thread.sleep(Duration.ofMillis(500));
                    socket.getOutputStream().write("HTTP/1.1 204 No Content\r\n\r\n".getBytes(US_ASCII));
                });
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = asking(threads, slow.url("/"));
            assertThat(asking(threads, broken.url("/")).get()).isInstanceOf(Observation.Refused.class);

            assertThat(Asking.value(waiting.get(), STATUS)).isEqualTo(Value.of(204));
        }
    }

    @Test
    void aServerThatAnswersOncePerConnectionIsAskedAgain() throws Exception {
        try (var once = RawServer.sending("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")) {
            var probe = new HttpProbeKind(new Clients())
                    .bind(
                            Settings.builder()
                                    .set(HttpKeys.URL, Asking.address(once.url("/")))
                                    .build(),
                            Set.of(STATUS));

            for (int i = 0; i < 50; i++) {
                assertThat(probe.observe(Deadline.in(Duration.ofSeconds(5), InstantSource.system())))
                        .isInstanceOf(Observation.Answered.class);
            }
        }
    }
}
