package io.belay.adapter.net.http;

import io.belay.core.Deadline;
import io.belay.core.fact.FactName;
import io.belay.core.fact.Value;
import io.belay.core.probe.Observation;
import io.belay.core.probe.Probe;
import io.belay.core.probe.ProbeKind;
import io.belay.core.settings.Address;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks a probe as a test likes it. */
public final class Asking {
    private static final Clients CLIENTS = new Clients();

    private Asking() {}

    /** The kind under test. */
    static ProbeKind http() {
        return new HttpProbeKind(CLIENTS);
    }

    /** The clients that all tests share. */
    public static Clients clients() {
        return CLIENTS;
    }

    /** A URL as the system file gives it. */
    public static Address address(String url) {
        return new Address(Text.of(url));
    }

    /** An http probe of {@code url}. */
    static Probe http(String url, UnaryOperator<Settings.Builder> more, FactName... asked) {
        return http().bind(
                        more.apply(Settings.builder().set(HttpKeys.URL, address(url)))
                                .build(),
                        Set.of(asked));
    }

    /** Asks {@code url} by GET. */
    static Observation get(String url, FactName... asked) throws InterruptedException {
        return observe(http(url, UnaryOperator.identity(), asked));
    }

    /** Asks with half a minute of patience. */
    public static Observation observe(Probe probe) throws InterruptedException {
        return probe.observe(Deadline.in(Duration.ofSeconds(30), InstantSource.system()));
    }

    /** The facts of that name. */
    public static Set<FactName> facts(String... names) {
        return Stream.of(names).map(FactName::of).collect(Collectors.toSet());
    }

    /** What is left of an answer when it has to be one. */
    public static Value value(Observation seen, FactName name) {
        if (!(seen instanceof Observation.Answered answered)) {
            throw new AssertionError("it did not answer: " + seen);
        }
        return answered.value(name);
    }

    /** What is left of an answer when it has to be one. */
    public static Value value(Observation seen, String name) {
        return value(seen, FactName.of(name));
    }

    /** Why it refused, when it has to have. */
    public static String refusal(Observation seen) {
        if (!(seen instanceof Observation.Refused refused)) {
            throw new AssertionError("it did not refuse: " + seen);
        }
        return refused.reason();
    }

    /** A port on loopback where nobody listens. */
    public static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
