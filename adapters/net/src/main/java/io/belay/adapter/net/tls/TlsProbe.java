package io.belay.adapter.net.tls;

import io.belay.adapter.net.tcp.Endpoint;
import io.belay.core.Deadline;
import io.belay.core.fact.Fact;
import io.belay.core.fact.FactName;
import io.belay.core.fact.Spans;
import io.belay.core.fact.Value;
import io.belay.core.probe.Attempt;
import io.belay.core.probe.Observation;
import io.belay.core.probe.Probe;
import io.belay.core.probe.Target;
import java.io.IOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Asks a server for its certificates.
 *
 * @param endpoint what the file names
 * @param dialled what is connected to
 * @param serverName the name asked for and matched
 * @param everyAddress whether each address is asked
 * @param applications what is offered by ALPN
 * @param offers the facts asked for by a version's name
 */
record TlsProbe(
        Endpoint endpoint,
        Endpoint dialled,
        String serverName,
        boolean everyAddress,
        List<String> applications,
        Authorities authorities,
        Duration timeout,
        List<FactName> offers)
        implements Probe {
    @Override
    public Target target() {
        return endpoint.target();
    }

    @Override
    public Observation observe(Deadline deadline) throws InterruptedException {
        return Attempt.make(deadline.within(timeout), attempt -> {
            var addresses = dialled.addresses();
            var now = deadline.time().instant();
            var seen = new ArrayList<List<Fact>>();
            for (var address : everyAddress ? addresses : addresses.subList(0, 1)) {
                seen.add(facts(attempt, address, now));
            }
            var shown = addresses.stream()
                    .map(each -> Value.of(each.getHostAddress()))
                    .toList();
            return Stream.concat(Worst.of(seen).stream(), Stream.of(Fact.of("addresses", Value.of(shown))))
                    .toList();
        });
    }

    private List<Fact> facts(Attempt attempt, InetAddress address, Instant now) throws IOException {
        var where = address.getHostAddress();
        try {
            attempt.waitFor("connecting to " + where);
            var socket = dialled.connect(address);
            attempt.waitFor("the handshake with " + where);
            var handshake = Handshake.over(socket, serverName, applications);
            var facts = new ArrayList<>(judged(handshake, where, now));
            attempt.waitFor("the answer of " + where + " to an offer");
            for (var offer : offers) {
                facts.add(new Fact(offer, Value.of(offered(offer, address))));
            }
            return facts;
        } catch (IOException refused) {
            throw everyAddress ? new IOException(where + ": " + refused.getMessage(), refused) : refused;
        }
    }

    private boolean offered(FactName offer, InetAddress address) throws IOException {
        try (var socket = dialled.connect(address)) {
            return Hello.offered(Version.of(offer.argument()).orElseThrow(), socket, serverName);
        }
    }

    private List<Fact> judged(Handshake handshake, String where, Instant now) throws IOException {
        var chain = handshake.chain();
        var fault = fault(chain, now);
        var matches = HostNames.match(chain, serverName);
        var names = Stream.concat(chain.hostNames().stream(), chain.addresses().stream());
        return List.of(
                Fact.of("leaf-valid-for", Value.of(chain.leafValidFor(now))),
                Fact.of(
                        "chain-valid-for",
                        chain.issuersValidFor(now).map(Value::of).orElseGet(Value::absent)),
                Fact.of("trusted", Value.of(fault.isEmpty())),
                Fact.of("untrusted-because", text(fault)),
                Fact.of("host-matches", Value.of(matches)),
                Fact.of("expires", Value.of(chain.expires().toString())),
                Fact.of("self-signed", Value.of(chain.selfSigned())),
                Fact.of("subject", Value.of(chain.subject())),
                Fact.of("issuer", Value.of(chain.issuer())),
                Fact.of("names", Value.of(names.map(Value::of).toList())),
                Fact.of("key", Value.of(chain.key())),
                Fact.of("protocol", Value.of(handshake.protocol())),
                Fact.of("cipher", Value.of(handshake.cipher())),
                Fact.of("alpn", text(handshake.application())),
                new Fact(new FactName("address", where), Value.of(summary(handshake, fault, matches, now))));
    }

    private String summary(Handshake handshake, Optional<String> fault, boolean matches, Instant now) {
        return handshake.protocol()
                + ", valid for " + Spans.shown(handshake.chain().leafValidFor(now))
                + (matches ? "" : ", for another host")
                + fault.map(why -> ", not trusted: " + why).orElse("");
    }

    private Optional<String> fault(Chain chain, Instant now) throws IOException {
        try {
            return authorities.fault(chain, now);
        } catch (GeneralSecurityException failed) {
            throw new IOException("trust cannot be judged: " + failed.getMessage(), failed);
        }
    }

    private static Value text(Optional<String> text) {
        return text.map(Value::of).orElseGet(Value::absent);
    }
}
