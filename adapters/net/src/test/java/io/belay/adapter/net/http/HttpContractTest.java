package io.belay.adapter.net.http;

import io.belay.core.fact.FactName;
import io.belay.core.probe.Probe;
import io.belay.core.testkit.ProbeContract;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;

final class HttpContractTest extends ProbeContract {
    private final Loopback server = Loopback.plain().json("/", 200, "{\"status\":\"healthy\"}");
    private final RawServer mute = RawServer.mute();

    @AfterEach
    void stop() {
        server.close();
        mute.close();
    }

    @Override
    protected Probe answering() {
        return Asking.http(server.url("/"), UnaryOperator.identity(), asked().toArray(FactName[]::new));
    }

    @Override
    protected Set<FactName> asked() {
        return Set.of(
                FactName.of("status"),
                FactName.of("size"),
                FactName.of("location"),
                new FactName("json", "$.status"),
                new FactName("json", "$.nothing"),
                new FactName("header", "X-Nothing"),
                new FactName("match", "nothing(.)"));
    }

    @Override
    protected Probe refusing() {
        return Asking.http("http://127.0.0.1:" + Asking.freePort(), UnaryOperator.identity());
    }

    @Override
    protected Probe silent() {
        return Asking.http(mute.url("/"), UnaryOperator.identity());
    }
}
