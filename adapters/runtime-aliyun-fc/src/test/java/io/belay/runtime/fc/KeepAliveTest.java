package io.belay.runtime.fc;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.runtime.fc.http.Sockets;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** FC does not repeat a POST whose connection the server closed. */
final class KeepAliveTest {
    private static final String POST =
            "POST /invoke HTTP/1.1\r\nHost: x\r\nx-fc-control-path: /invoke\r\nContent-Length: 2\r\n\r\n{}";

    @Test
    void aPostOnAnIdleConnectionIsAnswered() throws Exception {
        try (var harbor = new Harbor();
                var connection = new Sockets(harbor.port())) {
            connection.write(POST);
            assertThat(connection.answer()).isEqualTo("HTTP/1.1 200 OK");

            idle();
            connection.write(POST);

            assertThat(connection.answer()).isEqualTo("HTTP/1.1 200 OK");
        }
    }

    @Test
    void aConnectionThatHasNotBeenUsedYetIsKept() throws Exception {
        try (var harbor = new Harbor();
                var connection = new Sockets(harbor.port())) {
            idle();
            connection.write(POST);

            assertThat(connection.answer()).isEqualTo("HTTP/1.1 200 OK");
        }
    }

    @Test
    void aBodyThatComesSlowlyIsWaitedFor() throws Exception {
        try (var harbor = new Harbor();
                var connection = new Sockets(harbor.port())) {
            connection.write(POST.substring(0, POST.length() - 1));
            idle();
            connection.write("}");

            assertThat(connection.answer()).isEqualTo("HTTP/1.1 200 OK");
        }
    }

    @Test
    void theThousandthRequestOfAConnectionIsAnswered() throws Exception {
        try (var harbor = new Harbor();
                var connection = new Sockets(harbor.port())) {
            for (var each = 1; each <= 1_000; each++) {
                connection.write(POST);

                assertThat(connection.answer()).as("request %d", each).isEqualTo("HTTP/1.1 200 OK");
            }
        }
    }

    @Test
    void asManyConnectionsAreKeptAsAnInstanceCanHave() throws Exception {
        var connections = new ArrayList<Sockets>();
        try (var harbor = new Harbor()) {
            for (var each = 0; each < 200; each++) {
                var connection = new Sockets(harbor.port());
                connections.add(connection);
                connection.write(POST);
                assertThat(connection.answer()).isEqualTo("HTTP/1.1 200 OK");
            }
            for (var connection : connections) {
                connection.write(POST);
                assertThat(connection.answer()).isEqualTo("HTTP/1.1 200 OK");
            }
        }
        for (var connection : connections) {
            connection.close();
        }
    }

    @Test
    void aRefusedBodyLeavesItsConnectionUsable() throws Exception {
        try (var harbor = new Harbor();
                var connection = new Sockets(harbor.port())) {
            var length = 20 * 1024 * 1024;
            connection.write("POST /health HTTP/1.1\r\nHost: x\r\nContent-Length: " + length + "\r\n\r\n");
            connection.write(new byte[length]);
            assertThat(connection.answer()).isEqualTo("HTTP/1.1 413 Request Entity Too Large");

            connection.write(POST);

            assertThat(connection.answer()).isEqualTo("HTTP/1.1 200 OK");
        }
    }

    @Test
    void aBodyOfMoreThanFcSendsIsRefusedUnread() throws Exception {
        try (var harbor = new Harbor();
                var connection = new Sockets(harbor.port())) {
            connection.write(
                    "POST /invoke HTTP/1.1\r\nHost: x\r\nContent-Length: " + (FcServer.LARGEST + 1) + "\r\n\r\n");

            assertThat(connection.answer()).isEqualTo("HTTP/1.1 413 Request Entity Too Large");
        }
    }

    /** What the server must survive is time itself. */
    private static void idle() throws InterruptedException {
        assertThat(new CountDownLatch(1).await(3, TimeUnit.SECONDS)).isFalse();
    }
}
