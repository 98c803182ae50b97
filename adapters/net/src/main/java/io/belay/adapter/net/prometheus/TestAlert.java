package io.belay.adapter.net.prometheus;

import io.belay.adapter.net.http.Api;
import io.belay.adapter.net.http.NoAnswer;
import io.belay.adapter.net.json.JsonText;
import io.belay.core.settings.Text;
import io.belay.core.settings.Tree;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/**
 * An alert that says it is a test. It is resolved as soon as it was seen, and ends by itself after {@link #LIFE} where that
 * fails; an alert that ends before its group's {@code group_wait} (30 s by default) is told to nobody.
 *
 * @param id tells it from another run's
 * @param from when it begins
 */
record TestAlert(String id, Instant from) {
    static final String NAME = "belay_test";

    private static final Duration LIFE = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final int MOST_LOOKS = 20;

    static TestAlert at(Instant now) {
        return new TestAlert(UUID.randomUUID().toString(), now);
    }

    /** Posts it, looks for it, and ends it. */
    boolean isTakenBy(Api api) throws NoAnswer, InterruptedException {
        api.post("/api/v2/alerts", json(from.plus(LIFE)));
        var listed = isListedBy(api);
        api.post("/api/v2/alerts", json(from.plusMillis(1)));
        return listed;
    }

    private boolean isListedBy(Api api) throws NoAnswer, InterruptedException {
        for (int look = 0; look < MOST_LOOKS; look++) {
            var listed =
                    api.json("/api/v2/alerts?filter=alertname%3D%22" + NAME + "%22&filter=belay_id%3D%22" + id + "%22");
            if (!listed.all("$").isEmpty()) {
                return true;
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        return false;
    }

    private String json(Instant to) {
        var labels = texts("alertname", NAME, "belay_id", id, "severity", "none");
        var annotations = texts("summary", "A test by Belay: nothing is wrong.");
        var alert = new LinkedHashMap<String, Tree>();
        alert.put("labels", labels);
        alert.put("annotations", annotations);
        alert.put("startsAt", text(from.toString()));
        alert.put("endsAt", text(to.toString()));
        return JsonText.of(new Tree.Row(List.of(new Tree.Branch(alert))));
    }

    private static Tree texts(String... pairs) {
        var map = new LinkedHashMap<String, Tree>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], text(pairs[i + 1]));
        }
        return new Tree.Branch(map);
    }

    private static Tree text(String text) {
        return new Tree.Leaf(Text.of(text));
    }
}
