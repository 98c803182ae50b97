package io.belay.five.bailian;

import io.belay.five.loopback.Call;
import io.belay.five.loopback.Desk;
import io.belay.five.loopback.Reply;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The Service before the pods: each call goes to the next that is ready.
 *
 * @param ready how many there are, by image
 * @param backends what a pod of an image runs
 */
record Pods(Supplier<Map<String, Integer>> ready, Function<String, Backend> backends, AtomicInteger next)
        implements Desk {
    @Override
    public Reply answer(Call call) throws SQLException {
        List<String> images = ready.get().entrySet().stream()
                .flatMap(each -> Collections.nCopies(each.getValue(), each.getKey()).stream())
                .toList();
        if (images.isEmpty()) {
            return Reply.status(503);
        }
        return backends.apply(images.get(Math.floorMod(next.getAndIncrement(), images.size())))
                .answer(call);
    }
}
