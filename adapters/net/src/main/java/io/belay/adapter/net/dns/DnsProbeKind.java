package io.belay.adapter.net.dns;

import static io.belay.core.probe.Observable.Bare.AT_MOST;
import static io.belay.core.probe.Observable.Bare.CONTAINS;
import static io.belay.core.probe.Observable.Bare.EQUAL;
import static io.belay.core.probe.Observable.Type.FLAG;
import static io.belay.core.probe.Observable.Type.NUMBER;
import static io.belay.core.probe.Observable.Type.SPAN;
import static io.belay.core.probe.Observable.Type.TEXT;

import io.belay.adapter.net.tcp.AddressBook;
import io.belay.adapter.net.tcp.Endpoint;
import io.belay.core.fact.Condition;
import io.belay.core.fact.FactName;
import io.belay.core.fact.Value;
import io.belay.core.probe.Observable;
import io.belay.core.probe.Probe;
import io.belay.core.probe.ProbeKind;
import io.belay.core.settings.Key;
import io.belay.core.settings.SettingException;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import io.belay.core.settings.Text;
import java.net.IDN;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xbill.DNS.Name;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** The kind {@code dns}: the records that a resolver gives for a name, fresh each time: nothing is cached here. */
public final class DnsProbeKind implements ProbeKind {
    static final Key<Text> NAME =
            Key.text("name", "[^\\s/:@]{1,253}", "The name to look up.").needed();
    static final Key<String> TYPE = Key.choice(
                    "type", List.of("A", "AAAA", "CNAME", "MX", "TXT", "NS", "SRV", "CAA"), "The type of its records.")
            .orElse("A");
    static final Key<Text> RESOLVER = Key.text(
            "resolver", "\\S{1,260}", "The resolver to ask, with its port where it is not 53; else the system's.");
    static final Key<String> TRANSPORT = Key.choice(
                    "transport",
                    List.of("udp", "tcp"),
                    "How it is asked; an answer too long for UDP is fetched by TCP.")
            .orElse("udp");

    @Override
    public String name() {
        return "dns";
    }

    @Override
    public Shape shape() {
        return Shape.of("Looks a name up.", NAME, TYPE, RESOLVER, TRANSPORT, Endpoint.TIMEOUT);
    }

    @Override
    public List<Observable> observables() {
        return List.of(
                Observable.of(
                                "response",
                                TEXT,
                                EQUAL,
                                "NOERROR, NXDOMAIN, SERVFAIL and so on; NODATA where the name has no record of the type.")
                        .orElse(new Condition.Is(Value.of("NOERROR"))),
                Observable.of("records", TEXT, CONTAINS, "The records of the type, as zone files write them."),
                Observable.of("count", NUMBER, EQUAL, "How many records of the type there are."),
                Observable.of("ttl", SPAN, AT_MOST, "The shortest time that an answer's record may be kept."),
                Observable.of(
                        "authenticated", FLAG, EQUAL, "Whether the resolver says that DNSSEC proved the answer."));
    }

    @Override
    public Probe bind(Settings settings, Set<FactName> asked) {
        var name = settings.get(NAME).fixed(NAME.name());
        return new DnsProbe(
                name,
                absolute(name),
                Type.value(settings.get(TYPE)),
                settings.find(RESOLVER).map(text -> resolver(text.fixed(RESOLVER.name()))),
                settings.get(TRANSPORT).equals("tcp"),
                settings.get(Endpoint.TIMEOUT));
    }

    private static Name absolute(Text name) {
        try {
            return Name.fromString(IDN.toASCII(name.reveal()), Name.root);
        } catch (TextParseException | IllegalArgumentException _) {
            throw new SettingException(NAME.name(), name.shown() + " is no domain name");
        }
    }

    private static Endpoint resolver(Text written) {
        var text = written.reveal();
        var colon = text.lastIndexOf(':');
        var hasPort = colon > 0 && (text.indexOf(':') == colon || text.charAt(colon - 1) == ']');
        var host = hasPort ? text.substring(0, colon) : text;
        var port = hasPort ? port(text.substring(colon + 1)) : Optional.of(53);
        if (port.isEmpty() || !host.matches(Endpoint.HOST_LIKE)) {
            throw new SettingException(RESOLVER.name(), written.shown() + " is no host, with or without a port");
        }
        return new Endpoint(named(written, host), port.get(), AddressBook.PLATFORM);
    }

    /** A host that came by reference keeps it. */
    private static Text named(Text written, String host) {
        return written.reveal().equals(written.shown())
                ? Text.of(host)
                : new Text(List.of(new Text.Part.Secret(written.shown(), host)));
    }

    private static Optional<Integer> port(String text) {
        return Optional.of(text)
                .filter(digits -> digits.matches("\\d{1,5}"))
                .map(Integer::valueOf)
                .filter(port -> port >= 1 && port <= 65_535);
    }
}
