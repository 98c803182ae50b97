package io.belay.adapter.deliveries;

import io.belay.adapter.deliveries.Delivery.Delivered;
import io.belay.adapter.deliveries.Delivery.NotForUs;
import io.belay.core.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The webhook of Prometheus' Alertmanager, version 4 ({@code notify/webhook/webhook.go}, {@code template/template.go}).
 * Alarms are called by their label {@code alertname}.
 */
final class Alertmanager {
    private static final String SOURCE = "alertmanager";
    private static final String STATES = "firing or resolved";

    private Alertmanager() {}

    static List<Delivery> read(Body body) {
        var group = body.value();
        group.field("version").mustBe("4");
        var status = group.field("status");
        if (!status.is("firing") && !status.is("resolved")) {
            throw status.not(STATES);
        }
        var key = group.field("groupKey").text();
        var left = group.find("truncatedAlerts").map(Spot::whole).orElse(0L);
        var answers = new ArrayList<>(Entries.each(group.field("alerts"), alert -> alert(alert, status)));
        if (left > 0) {
            answers.add(leftOut(key, left, answers));
        }
        return answers;
    }

    private static Delivery alert(Spot alert, Spot group) {
        var labels = alert.field("labels");
        var name = labels.field("alertname").name();
        var at = Moments.written(alert.field("startsAt"));
        var state = alert.field("status");
        var identity = Identity.of(SOURCE, name, which(alert, labels), at.toString());
        return switch (state.text()) {
            case "firing" -> {
                // A group is firing as long as one of its alerts is.
                if (!group.is("firing")) {
                    throw state.not("resolved, as the group is,");
                }
                var cause = new Cause.Alarmed(SOURCE, name, "firing", Optional.of(at));
                yield new Delivered(Optional.of(cause), Set.of(), identity, Optional.empty());
            }
            case "resolved" -> new NotForUs("alarm " + name + " is resolved");
            default -> throw state.not(STATES);
        };
    }

    /** Its fingerprint, which is a hash of its labels; the labels where an old Alertmanager gives none. */
    private static String which(Spot alert, Spot labels) {
        var fingerprint = alert.find("fingerprint").map(Spot::text).filter(text -> !text.isEmpty());
        if (fingerprint.isPresent() || !(labels.json() instanceof Json.Fields(var fields))) {
            return fingerprint.orElse("");
        }
        var sorted = new TreeMap<String, String>();
        for (var label : fields.keySet()) {
            sorted.put(label, labels.find(label).map(Spot::text).orElse(""));
        }
        return sorted.toString();
    }

    /** The notification says how many alerts it does not hold, not which: only a look at all of them can tell. */
    private static Delivery leftOut(String key, long left, List<Delivery> answers) {
        var parts = new ArrayList<>(List.of("left out", key, Long.toString(left)));
        for (var answer : answers) {
            if (answer instanceof Delivered delivered) {
                parts.add(delivered.identity());
            }
        }
        return new Delivered(Optional.empty(), Set.of(), Identity.of(SOURCE, parts), Optional.empty());
    }
}
