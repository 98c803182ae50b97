package io.belay.adapter.net.tcp;

import static java.util.Objects.requireNonNull;

import io.belay.core.probe.Target;
import io.belay.core.settings.Key;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Text;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;

/**
 * A host and a port as the system file names them.
 *
 * @param host a name or an address, an IPv6 address with or without its brackets
 * @param port 1 to 65,535
 * @param book where the host's addresses are found
 */
public record Endpoint(Text host, int port, AddressBook book) {
    /** What a host looks like; a URL or a host with its port does not. */
    public static final String HOST_LIKE = "[^\\s/@?#:]{1,253}|\\[?[0-9A-Fa-f:.]{2,45}(?:%[A-Za-z0-9]+)?]?";

    /** The host to ask. */
    public static final Key<Text> HOST =
            Key.text("host", HOST_LIKE, "The host's name or address.").needed();

    /** How long one attempt may take. */
    public static final Key<Duration> TIMEOUT = Key.span(
                    "timeout", Duration.ofMillis(1), Duration.ofMinutes(10), "How long one attempt may take.")
            .orElse(Duration.ofSeconds(5));

    public Endpoint {
        requireNonNull(host, "host");
        requireNonNull(book, "book");
    }

    /**
     * The endpoint that {@link #HOST} and {@code port} name.
     *
     * @throws io.belay.core.settings.SettingException where a variable decides the host
     */
    public static Endpoint of(Settings settings, Key<Long> port, AddressBook book) {
        return new Endpoint(
                settings.get(HOST).fixed(HOST.name()), settings.get(port).intValue(), book);
    }

    /** Host and port, fit to show. */
    public String shown() {
        var shown = host.shown();
        return (shown.matches("[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*(?:%.*)?") ? "[" + shown + "]" : shown) + ":" + port;
    }

    /** What is asked. */
    public Target target() {
        return new Target(shown(), host.shown());
    }

    /**
     * Every address of the host.
     *
     * @throws UnknownHostException where it has none
     */
    public List<InetAddress> addresses() throws UnknownHostException {
        try {
            return book.find(host.reveal());
        } catch (UnknownHostException _) {
            // The platform's own words hold the host, which may have come by a secret reference.
            throw new UnknownHostException(host.shown());
        }
    }

    /** Connects to the first address: one attempt, since trying the next would hide that the first is dead. */
    public Socket connect() throws IOException {
        return connect(addresses().getFirst());
    }

    /** Connects to {@code address} at this port. */
    public Socket connect(InetAddress address) throws IOException {
        var socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(address, port));
            return socket;
        } catch (IOException refused) {
            socket.close();
            throw refused;
        }
    }
}
