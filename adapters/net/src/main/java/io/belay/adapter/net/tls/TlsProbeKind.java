package io.belay.adapter.net.tls;

import static io.belay.core.probe.Observable.Bare.AT_LEAST;
import static io.belay.core.probe.Observable.Bare.CONTAINS;
import static io.belay.core.probe.Observable.Bare.EQUAL;
import static io.belay.core.probe.Observable.Type.FLAG;
import static io.belay.core.probe.Observable.Type.SPAN;
import static io.belay.core.probe.Observable.Type.TEXT;

import io.belay.adapter.net.tcp.AddressBook;
import io.belay.adapter.net.tcp.Endpoint;
import io.belay.core.fact.Comparison;
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
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SNIHostName;

/**
 * The kind {@code tls}: a server's certificates, its leaf and its issuers apart, and the protocols it offers.
 *
 * <p>The handshake is completed with anybody and trust is judged afterwards, so that a certificate that is expired,
 * self-signed or for another host still gives every fact. STARTTLS is not spoken.
 */
public final class TlsProbeKind implements ProbeKind {
    static final Key<Long> PORT = Key.whole("port", 1, 65_535, "The port.").orElse(443L);
    static final Key<Text> SERVER_NAME =
            Key.text("server-name", Endpoint.HOST_LIKE, "The name asked for and matched, where it is not the host's.");
    static final Key<Text> CONNECT_TO =
            Key.text("connect-to", Endpoint.HOST_LIKE, "The address to connect to, where it is not the host's own.");
    static final Key<List<Text>> ALPN = Key.texts("alpn", "The protocols offered by ALPN, such as h2 and http/1.1.");
    static final Key<Boolean> EVERY_ADDRESS = Key.flag(
            "every-address",
            "Ask each address of the host; a fact is then the worst of them, or all where they differ.");

    private final AddressBook book;

    /** The kind, finding hosts as the platform does. */
    public TlsProbeKind() {
        this(AddressBook.PLATFORM);
    }

    TlsProbeKind(AddressBook book) {
        this.book = book;
    }

    @Override
    public String name() {
        return "tls";
    }

    @Override
    public Shape shape() {
        return Shape.of(
                "Asks a server for its certificates and protocols.",
                Endpoint.HOST,
                PORT,
                SERVER_NAME,
                CONNECT_TO,
                EVERY_ADDRESS,
                Authorities.CA,
                ALPN,
                Endpoint.TIMEOUT);
    }

    @Override
    public List<Observable> observables() {
        return List.of(
                Observable.of("leaf-valid-for", SPAN, AT_LEAST, "How long the server's own certificate is still valid.")
                        .orElse(new Condition.Compared(Comparison.AT_LEAST, Value.of(Duration.ofDays(14)))),
                Observable.of(
                        "chain-valid-for",
                        SPAN,
                        AT_LEAST,
                        "How long the first of the issuers sent to expire is still valid; absent where none is sent."),
                Observable.of("trusted", FLAG, EQUAL, "Whether a trusted authority stands behind the certificate.")
                        .orElse(new Condition.Is(Value.of(true))),
                Observable.of("untrusted-because", TEXT, CONTAINS, "Why it is not trusted; absent where it is."),
                Observable.of("host-matches", FLAG, EQUAL, "Whether the certificate is for the host.")
                        .orElse(new Condition.Is(Value.of(true))),
                Observable.of("expires", TEXT, CONTAINS, "When the server's own certificate expires, in UTC."),
                Observable.of("self-signed", FLAG, EQUAL, "Whether the certificate is signed by its own key."),
                Observable.of("subject", TEXT, CONTAINS, "Whom the certificate names."),
                Observable.of("issuer", TEXT, CONTAINS, "Who issued the certificate."),
                Observable.of("names", TEXT, CONTAINS, "The hosts and addresses that the certificate is for."),
                Observable.of("key", TEXT, EQUAL, "The certificate's key: RSA 2048, EC 256, Ed25519."),
                Observable.of("protocol", TEXT, EQUAL, "The version agreed on: TLSv1.2 or TLSv1.3."),
                Observable.of("cipher", TEXT, EQUAL, "The cipher suite agreed on."),
                Observable.of("alpn", TEXT, EQUAL, "The protocol agreed on by ALPN; absent for none."),
                Observable.of("addresses", TEXT, CONTAINS, "The host's addresses."),
                Observable.keyed(
                        "offers",
                        FLAG,
                        EQUAL,
                        "Whether a version is offered, by its name: SSLv3, TLSv1.0, TLSv1.1, TLSv1.2, TLSv1.3."));
    }

    @Override
    public Probe bind(Settings settings, Set<FactName> asked) {
        var endpoint = Endpoint.of(settings, PORT, book);
        var name = settings.find(SERVER_NAME).orElse(endpoint.host());
        var serverName = checked(settings.has(SERVER_NAME) ? SERVER_NAME : Endpoint.HOST, name);
        var dialled = settings.find(CONNECT_TO)
                .map(host -> new Endpoint(host.fixed(CONNECT_TO.name()), endpoint.port(), book))
                .orElse(endpoint);
        return new TlsProbe(
                endpoint,
                dialled,
                serverName,
                settings.get(EVERY_ADDRESS),
                settings.find(ALPN).orElse(List.of()).stream().map(Text::reveal).toList(),
                Authorities.of(settings),
                settings.get(Endpoint.TIMEOUT),
                asked.stream()
                        .filter(fact -> fact.fact().equals("offers"))
                        .map(TlsProbeKind::known)
                        .toList());
    }

    private static String checked(Key<Text> key, Text name) {
        var revealed = name.fixed(key.name()).reveal();
        try {
            return HostNames.isAddress(revealed) ? revealed : new SNIHostName(revealed).getAsciiName();
        } catch (IllegalArgumentException _) {
            throw new SettingException(key.name(), name.shown() + " is no host name");
        }
    }

    private static FactName known(FactName offer) {
        if (Version.of(offer.argument()).isEmpty()) {
            throw new SettingException(
                    "expect", "offers knows SSLv3, TLSv1.0, TLSv1.1, TLSv1.2 and TLSv1.3, found " + offer.argument());
        }
        return offer;
    }
}
