package io.belay.adapter.net.redis;

import static io.belay.core.probe.Observable.Bare.AT_LEAST;
import static io.belay.core.probe.Observable.Bare.AT_MOST;
import static io.belay.core.probe.Observable.Bare.EQUAL;
import static io.belay.core.probe.Observable.Type.ANY;
import static io.belay.core.probe.Observable.Type.NUMBER;
import static io.belay.core.probe.Observable.Type.TEXT;

import io.belay.adapter.net.tcp.AddressBook;
import io.belay.adapter.net.tcp.Endpoint;
import io.belay.adapter.net.tls.Authorities;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The kind {@code redis}: PING, and the fields of INFO. Nothing is written and no key is read: {@code +ping +info +select}
 * are all the rights it needs.
 */
public final class RedisProbeKind implements ProbeKind {
    static final Key<Long> PORT = Key.whole("port", 1, 65_535, "The port.").orElse(6_379L);
    static final Key<Text> USER = Key.text("user", "The user; Redis' own default where there is none.");
    static final Key<Text> PASSWORD = Key.text("password", "The password.");
    static final Key<Long> DATABASE = Key.whole("database", 0, 65_535, "The database's number; 0 where none is said.");
    static final Key<Boolean> TLS = Key.flag("tls", "Whether to speak TLS; the certificate must be trusted.");

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public Shape shape() {
        return Shape.of(
                "Asks a Redis server whether it is well.",
                Endpoint.HOST,
                PORT,
                USER,
                PASSWORD,
                DATABASE,
                TLS,
                Authorities.CA,
                Endpoint.TIMEOUT);
    }

    @Override
    public List<Observable> observables() {
        return List.of(
                Observable.of("ping", TEXT, EQUAL, "What PING is answered with.")
                        .orElse(new Condition.Is(Value.of("PONG"))),
                Observable.keyed("info", ANY, EQUAL, "A field of INFO by its name, such as maxmemory_policy or role."),
                Observable.of(
                        "memory-used-percent",
                        NUMBER,
                        AT_MOST,
                        "Used memory in percent of maxmemory; absent where there is no maximum."),
                Observable.of(
                        "hit-rate",
                        NUMBER,
                        AT_LEAST,
                        "Keys found in percent of keys looked up; absent before the first."));
    }

    @Override
    public Probe bind(Settings settings, Set<FactName> asked) {
        var password = settings.find(PASSWORD);
        if (settings.has(USER) && password.isEmpty()) {
            throw new SettingException(USER.name(), "a user needs a password");
        }
        if (settings.has(Authorities.CA) && !settings.get(TLS)) {
            throw new SettingException(Authorities.CA.name(), "an authority needs tls: true");
        }
        return new RedisProbe(
                Endpoint.of(settings, PORT, AddressBook.PLATFORM),
                password.map(word -> new RedisProbe.LogIn(settings.find(USER), word)),
                settings.find(DATABASE),
                settings.get(TLS) ? Optional.of(Authorities.of(settings)) : Optional.empty(),
                settings.get(Endpoint.TIMEOUT),
                asked);
    }
}
