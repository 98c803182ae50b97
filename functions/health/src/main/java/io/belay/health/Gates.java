package io.belay.health;

import io.belay.core.check.Limits;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** Lets only so many questions be open at once, overall and at one host. */
final class Gates {
    private final Semaphore all;
    private final Map<String, Semaphore> hosts = new ConcurrentHashMap<>();
    private final int perHost;

    Gates(Limits limits) {
        this.all = new Semaphore(limits.concurrency());
        this.perHost = limits.perHost();
    }

    /** Waits at the host's gate first: those who queue for one slow host must not fill the gate that all share. */
    Pass enter(String host) throws InterruptedException {
        var gate = hosts.computeIfAbsent(host, _ -> new Semaphore(perHost));
        gate.acquire();
        try {
            all.acquire();
        } catch (InterruptedException calledOff) {
            gate.release();
            throw calledOff;
        }
        return () -> {
            all.release();
            gate.release();
        };
    }

    /** Held while a question is open. */
    interface Pass extends AutoCloseable {
        @Override
        void close();
    }
}
