package io.belay.adapter.net.tcp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** A port whose queue is full: Linux then drops what asks for more, as a firewall does. */
final class FullPort implements AutoCloseable {
    private final ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final List<Socket> queued = new ArrayList<>();

    FullPort() throws IOException {
        for (int i = 0; i < 64; i++) {
            var socket = new Socket();
            queued.add(socket);
            try {
                socket.connect(new InetSocketAddress(listening.getInetAddress(), port()), 100);
            } catch (SocketTimeoutException _) {
                return;
            }
        }
        throw new IllegalStateException("the queue has no end");
    }

    int port() {
        return listening.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        for (var socket : queued) {
            socket.close();
        }
        listening.close();
    }
}
