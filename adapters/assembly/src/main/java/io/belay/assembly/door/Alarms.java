package io.belay.assembly.door;

import io.belay.adapter.deliveries.Deliveries;
import io.belay.core.Correlation;
import io.belay.core.PortException;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * Alarms that come over HTTP. A sender is answered at once where {@code onward} goes on; without it once the function has run.
 * Where it cannot be seen to that the function runs, the sender is told with 503, and will deliver again.
 */
record Alarms(Doorway doorway, Bell bell, Optional<Onward> onward) {
    String function() {
        return bell.function();
    }

    HttpReply reply(HttpCall call, Correlation correlation) throws IOException {
        var body = call.body().readNBytes(Bell.LARGEST + 1);
        var deliveries = bell.read(body);
        if (onward.isEmpty() || !bell.concerns(deliveries, correlation)) {
            return HttpReply.of(bell.ring(body, call.deadline(), correlation));
        }
        try {
            onward.get().go(Deliveries.identity(deliveries), call, body, correlation);
            doorway.log().info("taken", correlation, Map.of("function", bell.function()));
            return HttpReply.of(bell.taken(deliveries, correlation));
        } catch (PortException cannot) {
            return refused("the alarm could not be taken on: " + cannot.fault(), correlation);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return refused("the call was called off", correlation);
        }
    }

    private HttpReply refused(String why, Correlation correlation) {
        return HttpReply.of(Refusals.bad(new BadRequest(503, "onward", why), correlation, doorway.log()));
    }
}
