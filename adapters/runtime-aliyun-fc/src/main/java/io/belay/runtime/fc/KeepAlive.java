package io.belay.runtime.fc;

import java.util.Map;

/**
 * Settings of the JDK's HTTP server that Function Compute depends on.
 *
 * <p>FC keeps its connections to an instance and uses them again. Where the server closes an idle one, FC does not repeat
 * a POST and its caller gets 502 "Process exited unexpectedly before completing request"; FC asks for a server that keeps
 * them for 15 minutes at least and a request time-out of 24 hours (Function Compute documentation, custom runtime and
 * its questions and answers). The JDK closes after 30 s. Whatever the command line says of these is overruled.
 */
final class KeepAlive {
    /** Longer than any instance lives, in seconds. */
    private static final String FOR_GOOD = Integer.toString(7 * 24 * 60 * 60);

    private static final Map<String, String> SETTINGS = Map.of(
            "sun.net.httpserver.idleInterval", FOR_GOOD,
            "sun.net.httpserver.maxIdleConnections", "100000",
            "sun.net.httpserver.maxReqTime", "-1",
            "sun.net.httpserver.maxRspTime", "-1",
            "sun.net.httpserver.nodelay", "true",
            // A body that was refused is read to its end, so that its connection can be used again.
            "sun.net.httpserver.drainAmount", Long.toString(FcServer.LARGEST));

    private KeepAlive() {}

    /** To be called before the first HTTP server of the process is made: the JDK reads them once. */
    static void settle() {
        SETTINGS.forEach(System::setProperty);
    }
}
