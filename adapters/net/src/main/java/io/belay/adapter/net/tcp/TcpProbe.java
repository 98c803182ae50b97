package io.belay.adapter.net.tcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.core.Deadline;
import io.belay.core.fact.Fact;
import io.belay.core.fact.FactName;
import io.belay.core.fact.Value;
import io.belay.core.probe.Attempt;
import io.belay.core.probe.Observation;
import io.belay.core.probe.Probe;
import io.belay.core.probe.Target;
import io.belay.core.settings.Text;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

record TcpProbe(Endpoint endpoint, Duration timeout, Optional<Text> send, Optional<Text> until, Set<FactName> asked)
        implements Probe {
    private static final FactName OPEN = FactName.of("open");
    private static final FactName BANNER = FactName.of("banner");
    private static final int MOST_BANNER = 4_096;

    @Override
    public Target target() {
        return endpoint.target();
    }

    @Override
    public Observation observe(Deadline deadline) throws InterruptedException {
        var own = deadline.within(timeout);
        // The address between being found and being connected to: a failure then is the port's, and no other's.
        var tried = new AtomicReference<Optional<InetAddress>>(Optional.empty());
        var seen = Attempt.make(own, attempt -> {
            var address = endpoint.addresses().getFirst();
            tried.set(Optional.of(address));
            try (var socket = endpoint.connect(address)) {
                tried.set(Optional.empty());
                return facts(address, Value.of(true), banner(attempt, socket), Value.absent());
            }
        });
        if (!asked.contains(OPEN) || tried.get().isEmpty()) {
            return seen;
        }
        var address = tried.get().get();
        return switch (seen) {
            case Observation.Answered answered -> answered;
            case Observation.Refused(var reason, var took) -> closed(address, reason, took);
            case Observation.Silent silent ->
                // Cut short by the caller: a longer wait might have found it open.
                own.at().isBefore(deadline.at()) ? closed(address, "no answer", silent.took()) : silent;
        };
    }

    private static Observation closed(InetAddress address, String why, Duration took) {
        return new Observation.Answered(facts(address, Value.of(false), Value.absent(), Value.of(why)), took);
    }

    private static List<Fact> facts(InetAddress address, Value open, Value banner, Value refusal) {
        return List.of(
                new Fact(OPEN, open),
                new Fact(BANNER, banner),
                Fact.of("address", Value.of(address.getHostAddress())),
                Fact.of("refusal", refusal));
    }

    private Value banner(Attempt attempt, Socket socket) throws IOException {
        if (send.isPresent()) {
            socket.getOutputStream().write(send.get().reveal().getBytes(UTF_8));
        }
        if (!asked.contains(BANNER)) {
            return Value.absent();
        }
        attempt.waitFor("the banner");
        var said = said(socket, until.map(Text::reveal).orElse("\n"));
        return said.isEmpty() ? Value.absent() : Value.of(said);
    }

    private static String said(Socket socket, String end) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var buffer = new byte[MOST_BANNER];
        var from = socket.getInputStream();
        while (bytes.size() < MOST_BANNER && !bytes.toString(UTF_8).contains(end)) {
            var count = from.read(buffer, 0, MOST_BANNER - bytes.size());
            if (count < 0) {
                break;
            }
            bytes.write(buffer, 0, count);
        }
        return bytes.toString(UTF_8).strip();
    }
}
