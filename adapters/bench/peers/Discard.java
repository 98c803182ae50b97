package peer;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Map;

/** The one check that each of them makes: that nobody listens on the discard port, as {@code templates/examples/first.yaml} asks of Belay. */
public final class Discard {
    private Discard() {}

    /** The check made, and said as a report says it. */
    public static Map<String, Object> report() {
        return Map.of("system", "this-machine", "verdict", refused() ? "pass" : "fail");
    }

    private static boolean refused() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", 9), 1000);
            return false;
        } catch (IOException refused) {
            return true;
        }
    }
}
