package io.belay.runtime.fc.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to the thread that accepts, it accepts the next one. */
@Timeout(60)
final class AcceptorTest {
    private static final String GET = "GET /a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void whatThereIsNoMemoryForIsLetGoAndTheNextIsAnswered(int failing) throws Exception {
        var calls = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var echo = new Echo(Echo.PATIENT)) {
            Executor scarce = task -> {
                if (calls.incrementAndGet() <= failing) {
                    throw new OutOfMemoryError("no memory for a thread, as this test has it");
                }
                threads.execute(task);
            };
            var at = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var server = HttpServer.start(at, echo, Echo.PATIENT, InstantSource.system(), scarce);
            try {
                for (var each = 0; each < failing; each++) {
                    try (var lost = new Sockets(server.address().getPort())) {
                        assertThat(lost.rest()).isEmpty();
                    }
                }

                assertThat(Sockets.once(server.address().getPort(), GET)).startsWith("HTTP/1.1 200 ");
                assertThat(echo.bugs).hasSize(failing).allMatch(OutOfMemoryError.class::isInstance);
            } finally {
                server.close(Duration.ofSeconds(10));
            }
        }
    }

    @Test
    void aBugThatCannotBeToldEndsNothing() throws Exception {
        var calls = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var echo = new Echo(Echo.PATIENT)) {
            var mute = new Handler() {
                @Override
                public void handle(Exchange exchange) throws java.io.IOException {
                    echo.handle(exchange);
                }

                @Override
                public Reply refusal(Refused why) {
                    return echo.refusal(why);
                }

                @Override
                public Reply bug(Throwable thrown) {
                    throw new OutOfMemoryError("no memory to tell it, as this test has it");
                }
            };
            Executor scarce = task -> {
                if (calls.incrementAndGet() == 1) {
                    throw new IllegalStateException("a bug");
                }
                threads.execute(task);
            };
            var at = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var server = HttpServer.start(at, mute, Echo.PATIENT, InstantSource.system(), scarce);
            try {
                try (var lost = new Sockets(server.address().getPort())) {
                    assertThat(lost.rest()).isEmpty();
                }

                assertThat(Sockets.once(server.address().getPort(), GET)).startsWith("HTTP/1.1 200 ");
            } finally {
                server.close(Duration.ofSeconds(10));
            }
        }
    }
}
