package io.belay.demo.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Finds a port that nobody listens at. */
public final class FreePort {

    private FreePort() {}

    /**
     * A port of the loopback address, free a moment ago.
     *
     * @throws ServerException where there is none
     */
    public static int find() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException cause) {
            throw new ServerException("no free port: " + cause.getMessage(), cause);
        }
    }
}
