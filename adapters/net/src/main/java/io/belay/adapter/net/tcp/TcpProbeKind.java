package io.belay.adapter.net.tcp;

import static io.belay.core.probe.Observable.Bare.CONTAINS;
import static io.belay.core.probe.Observable.Bare.EQUAL;
import static io.belay.core.probe.Observable.Type.FLAG;
import static io.belay.core.probe.Observable.Type.TEXT;

import io.belay.core.fact.Condition;
import io.belay.core.fact.FactName;
import io.belay.core.probe.Observable;
import io.belay.core.probe.Probe;
import io.belay.core.probe.ProbeKind;
import io.belay.core.settings.Key;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import io.belay.core.settings.Text;
import java.util.List;
import java.util.Set;

/**
 * The kind {@code tcp}: whether a port is open, and what is said there.
 *
 * <p>A port that refuses or stays silent is a refusal or a silence, unless {@code open} is asked for: then it is the fact
 * {@code open: false}, so that {@code expect: { open: false }} can say that nobody may listen. A host that cannot be found
 * is a refusal either way: nothing is known of its ports.
 */
public final class TcpProbeKind implements ProbeKind {
    static final Key<Long> PORT = Key.whole("port", 1, 65_535, "The port.").needed();
    static final Key<Text> SEND = Key.text("send", "What is sent before the banner is read.");
    static final Key<Text> UNTIL =
            Key.text("until", "The text with which the banner is complete; the end of a line where nothing is said.");

    private final AddressBook book;

    /** The kind, finding hosts as the platform does. */
    public TcpProbeKind() {
        this(AddressBook.PLATFORM);
    }

    TcpProbeKind(AddressBook book) {
        this.book = book;
    }

    @Override
    public String name() {
        return "tcp";
    }

    @Override
    public Shape shape() {
        return Shape.of("Asks whether a TCP port is open.", Endpoint.HOST, PORT, Endpoint.TIMEOUT, SEND, UNTIL);
    }

    @Override
    public List<Observable> observables() {
        return List.of(
                Observable.of("open", FLAG, EQUAL, "Whether the port is open; false where nobody may listen."),
                Observable.of("banner", TEXT, CONTAINS, "What the server says, up to 4 KB."),
                Observable.of("refusal", TEXT, CONTAINS, "How a closed port said so, where open is asked for."),
                Observable.of("address", TEXT, EQUAL, "The address that was asked.")
                        .orElse(new Condition.Present(true)));
    }

    @Override
    public Probe bind(Settings settings, Set<FactName> asked) {
        return new TcpProbe(
                Endpoint.of(settings, PORT, book),
                settings.get(Endpoint.TIMEOUT),
                settings.find(SEND),
                settings.find(UNTIL),
                asked);
    }
}
