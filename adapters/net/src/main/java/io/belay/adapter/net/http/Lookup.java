package io.belay.adapter.net.http;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.belay.core.Deadline;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;

/** Looks a host up within a deadline; the JDK's own look-up knows none. */
final class Lookup {
    private Lookup() {}

    static List<InetAddress> of(URI uri, Deadline deadline) throws NoAnswer, InterruptedException {
        var task = new FutureTask<>(() -> List.of(InetAddress.getAllByName(uri.getHost())));
        Thread.ofVirtual().name("lookup").start(task);
        try {
            return task.get(deadline.remaining().toNanos(), NANOSECONDS);
        } catch (TimeoutException _) {
            task.cancel(true);
            throw NoAnswer.silent("the address of a host it redirects to");
        } catch (ExecutionException exception) {
            throw NoAnswer.refused("redirected to " + Urls.shown(uri) + ": no such host");
        }
    }
}
