package io.belay.adapter.aliyun.alarms;

import io.belay.adapter.aliyun.Cloud;
import io.belay.adapter.aliyun.testkit.AliyunCloud;
import io.belay.core.Deadline;
import io.belay.core.alarm.Applied;
import io.belay.core.alarm.Canonical;
import io.belay.core.alarm.Held;
import io.belay.core.alarm.Owner;
import io.belay.core.alarm.Resource;
import io.belay.core.plan.Change;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** A cloud of one's own, and the store of CloudMonitor in it. */
abstract class OnCloudMonitor {
    static final Owner OWNER = new Owner("shop", "prod");

    final AliyunCloud cloud = new AliyunCloud(InstantSource.system());
    final CloudMonitorStore store = new CloudMonitorStore(Cloud.monitor(cloud), Site.REGION, Site.reach(cloud));

    @AfterEach
    void close() {
        cloud.close();
    }

    static Deadline soon() {
        return Cloud.soon(InstantSource.system());
    }

    Canonical form(Resource wanted) throws InterruptedException {
        return store.canonical(OWNER, List.of(wanted), soon()).getFirst().form().orElseThrow();
    }

    Applied create(Resource wanted) throws InterruptedException {
        return store.apply(OWNER, List.of(new Change.Create<>(form(wanted))), soon())
                .getFirst();
    }

    Held held(Resource wanted) throws InterruptedException {
        return store.current(OWNER, List.of(wanted), soon()).stream()
                .filter(each -> each.form().id().equals(wanted.id()))
                .findFirst()
                .orElseThrow();
    }
}
