package io.belay.adapter.aws;

import io.belay.adapter.aws.testkit.AwsServer;
import io.belay.core.alarm.Applied;
import io.belay.core.alarm.Canonical;
import io.belay.core.alarm.Gap;
import io.belay.core.alarm.Held;
import io.belay.core.alarm.Owner;
import io.belay.core.alarm.Rendering;
import io.belay.core.alarm.Resource;
import io.belay.core.plan.Change;
import java.util.List;

/** A server, and the store before it, as tests of single shelves use them. */
final class Shelves implements AutoCloseable {
    static final Owner OWNER = new Owner("shop", "prod");

    private final AwsServer server = AwsServer.start();
    private final AwsClients aws = Aws.clients(server);
    private final CloudWatchStore store = new CloudWatchStore(aws, AwsServer.ACCOUNT);

    AwsServer server() {
        return server;
    }

    AwsClients aws() {
        return aws;
    }

    Rendering rendering(Resource wanted) throws InterruptedException {
        return store.canonical(OWNER, List.of(wanted), Aws.soon()).getFirst();
    }

    Canonical form(Resource wanted) throws InterruptedException {
        return rendering(wanted).form().orElseThrow();
    }

    List<String> gaps(Resource wanted) throws InterruptedException {
        return rendering(wanted).gaps().stream().map(Gap::field).toList();
    }

    List<Held> current(Resource... wanted) throws InterruptedException {
        return store.current(OWNER, List.of(wanted), Aws.soon());
    }

    /** The one that is wanted, as it is. */
    Held held(Resource wanted) throws InterruptedException {
        return current(wanted).stream()
                .filter(each -> each.form().id().equals(wanted.id()))
                .findFirst()
                .orElseThrow();
    }

    /** What is still to change; nothing once it is as it should be. */
    List<String> differences(Resource wanted) throws InterruptedException {
        return held(wanted).form().all().to(form(wanted).all()).stream()
                .map(Object::toString)
                .toList();
    }

    Applied apply(Change<Canonical> change) throws InterruptedException {
        return store.apply(OWNER, List.of(change), Aws.soon()).getFirst();
    }

    Applied create(Resource wanted) throws InterruptedException {
        return apply(new Change.Create<>(form(wanted)));
    }

    /** From what it is to {@code wanted}. */
    Applied update(Resource wanted) throws InterruptedException {
        return apply(new Change.Update<>(held(wanted).form(), form(wanted)));
    }

    @Override
    public void close() {
        aws.close();
        server.close();
    }
}
