package io.belay.adapter.net.http;

import io.belay.core.fact.FactName;
import io.belay.core.probe.Probe;
import io.belay.core.probe.ProbeKind;
import io.belay.core.settings.Settings;
import io.belay.core.testkit.ProbeContract;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;

/** The contract of a kind that asks an API below a base URL. */
public abstract class ApiContract extends ProbeContract {
    private final Loopback server = Loopback.plain();
    private final RawServer mute = RawServer.mute();
    private boolean told;

    /** The kind under test. */
    protected abstract ProbeKind kind();

    /** Lets {@code server} answer as the documentation has it. */
    protected abstract void answer(Loopback server);

    /** A block with that URL. */
    protected Settings settings(String url) {
        return Settings.builder().set(ApiProbe.URL, Asking.address(url)).build();
    }

    /** Stops what was started. */
    @AfterEach
    public void stop() {
        server.close();
        mute.close();
    }

    private Probe probe(String url, Set<FactName> asked) {
        return kind().bind(settings(url), asked);
    }

    @Override
    protected Probe answering() {
        if (!told) {
            answer(server);
            told = true;
        }
        return probe(server.url(""), asked());
    }

    @Override
    protected Probe refusing() {
        return probe("http://127.0.0.1:" + Asking.freePort(), asked());
    }

    @Override
    protected Probe silent() {
        return probe(mute.url(""), asked());
    }
}
