package io.belay.adapter.net.dns;

import io.belay.adapter.net.tcp.AddressBook;
import io.belay.adapter.net.tcp.Endpoint;
import io.belay.core.Deadline;
import io.belay.core.probe.Attempt;
import io.belay.core.probe.Observation;
import io.belay.core.probe.Probe;
import io.belay.core.probe.Target;
import io.belay.core.settings.Text;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.xbill.DNS.Name;
import org.xbill.DNS.ResolverConfig;
import org.xbill.DNS.Type;

/**
 * Looks a name up.
 *
 * @param written the name as the file has it
 * @param type the number of the records' type
 * @param resolver whom to ask; empty for the first that the system names
 */
record DnsProbe(Text written, Name name, int type, Optional<Endpoint> resolver, boolean overTcp, Duration timeout)
        implements Probe {
    @Override
    public Target target() {
        var where = resolver.map(Endpoint::shown).orElse("the system's resolver");
        return new Target(
                written.shown() + " " + Type.string(type) + " at " + where,
                resolver.map(each -> each.host().shown()).orElse("resolver"));
    }

    @Override
    public Observation observe(Deadline deadline) throws InterruptedException {
        return Attempt.make(deadline.within(timeout), attempt -> {
            var asked = resolver.isPresent() ? resolver.get() : system();
            attempt.waitFor("the answer of " + asked.shown());
            var lookUp = new LookUp(name, type);
            return Answer.of(overTcp ? lookUp.overTcp(asked) : lookUp.overUdp(asked), type)
                    .facts();
        });
    }

    private static Endpoint system() throws IOException {
        var server = ResolverConfig.getCurrentConfig().servers().stream()
                .findFirst()
                .orElseThrow(() -> new IOException("the system names no resolver; say one under resolver"));
        return new Endpoint(Text.of(server.getHostString()), server.getPort(), AddressBook.PLATFORM);
    }
}
