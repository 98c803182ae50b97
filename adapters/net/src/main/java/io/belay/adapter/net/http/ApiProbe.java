package io.belay.adapter.net.http;

import io.belay.core.Deadline;
import io.belay.core.fact.Fact;
import io.belay.core.fact.FactName;
import io.belay.core.fact.Value;
import io.belay.core.probe.Observation;
import io.belay.core.probe.Probe;
import io.belay.core.probe.Target;
import io.belay.core.settings.Address;
import io.belay.core.settings.Key;
import io.belay.core.settings.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Asks a server's {@link Api} for those of its facts that are wanted. */
public final class ApiProbe implements Probe {
    /** Where the server answers. */
    public static final Key<Address> URL = Key.address(
                    "url",
                    Set.of("http", "https"),
                    "Where it answers, with the path it is served below if there is one.")
            .needed();

    private final Clients clients;
    private final Access access;
    private final URI base;
    private final Target target;
    private final Questions questions;

    private ApiProbe(Clients clients, Access access, URI base, Target target, Questions questions) {
        this.clients = clients;
        this.access = access;
        this.base = base;
        this.target = target;
        this.questions = questions;
    }

    /** What is asked of an API. */
    @FunctionalInterface
    public interface Questions {
        /** The facts; those that are worth noting may be among them. */
        List<Fact> ask(Api api) throws NoAnswer, InterruptedException;
    }

    /** A probe of the server that {@code settings} name by {@link #URL} and the keys of {@link Access}. */
    public static ApiProbe of(Clients clients, Settings settings, Questions questions) {
        var base = Urls.of(URL.name(), settings.get(URL));
        var target = new Target(settings.get(URL).shown(), base.getHost());
        return new ApiProbe(clients, Access.of(settings), base, target, questions);
    }

    /** How one fact, asked with an argument where it is keyed, is found out. */
    @FunctionalInterface
    public interface Finding {
        /** The value of {@code name}. */
        Value of(FactName name) throws NoAnswer, InterruptedException;
    }

    /** Those of {@code asked} that are among {@code known}, each found out. */
    public static List<Fact> facts(Set<FactName> asked, Set<String> known, Finding finding)
            throws NoAnswer, InterruptedException {
        var facts = new ArrayList<Fact>();
        for (var name : asked) {
            if (known.contains(name.fact())) {
                facts.add(new Fact(name, finding.of(name)));
            }
        }
        return facts;
    }

    @Override
    public Target target() {
        return target;
    }

    @Override
    public Observation observe(Deadline deadline) throws InterruptedException {
        clients.to(access.trust());
        var start = System.nanoTime();
        try {
            var facts = questions.ask(new Api(clients, access, base, deadline.within(access.timeout())));
            return new Observation.Answered(facts, since(start));
        } catch (NoAnswer none) {
            return none.after(since(start));
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
