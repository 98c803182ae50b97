package io.belay.assembly.door;

import static java.util.Objects.requireNonNull;

import io.belay.adapter.deliveries.Deliveries;
import io.belay.adapter.deliveries.Delivery;
import io.belay.adapter.deliveries.Delivery.Delivered;
import io.belay.adapter.deliveries.DeliveryShape;
import io.belay.core.Correlation;
import io.belay.core.Deadline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Runs a function for alarms and timers as they are delivered. Which function, and by which shapes, is said when it is made,
 * by whoever deploys: never by a delivery.
 *
 * <p>One event may hold several deliveries; each is answered for itself, and the same alarm, however often it is in there, runs
 * the function once. Safe for use by many threads.
 */
public final class Bell {
    /** The largest event that is read, in bytes. */
    public static final int LARGEST = Deliveries.LARGEST;

    private final Doorway doorway;
    private final String function;
    private final Deliveries open;

    /** Rings {@code function} of {@code doorway}'s door for deliveries of {@code shapes}, one or more. */
    public Bell(Doorway doorway, String function, Set<DeliveryShape> shapes) {
        this.doorway = requireNonNull(doorway, "doorway");
        this.function = requireNonNull(function, "function");
        this.open = new Deliveries(shapes);
    }

    /** The function that it rings. */
    String function() {
        return function;
    }

    /** Whether {@code body} is, by its marks, something that is delivered here; anything else is a caller's own. */
    public boolean hears(byte[] body) {
        return open.marks(body);
    }

    /** What {@code body} holds: one delivery or more. */
    List<Delivery> read(byte[] body) {
        return open.read(body);
    }

    /**
     * Runs the function for each delivery in {@code body}, one after the other, and says what became of each. The status is 400
     * where none of them was understood, and 200 otherwise, whatever was found: whoever delivers would only deliver again.
     *
     * @throws NotOpen where something is wrong with what the door is opened from
     */
    public Answer ring(byte[] body, Deadline deadline, Correlation correlation) {
        var door = doorway.door(correlation);
        var first = new HashMap<List<String>, String>();
        var all = new ArrayList<Rung>();
        for (var delivery : read(body)) {
            all.add(
                    switch (delivery) {
                        case Delivered delivered -> run(named(delivered, door), door, deadline, correlation, first);
                        case Delivery.NotForUs quiet -> new Rung.Quiet(quiet);
                        case Delivery.Refused wrong -> new Rung.Refused(wrong);
                    });
        }
        return answer(all, correlation, 200);
    }

    /** The answer to a sender before the function has run. */
    Answer taken(List<Delivery> deliveries, Correlation correlation) {
        var all = deliveries.stream()
                .map(delivery -> switch (delivery) {
                    case Delivered delivered -> new Rung.Taken(delivered);
                    case Delivery.NotForUs quiet -> new Rung.Quiet(quiet);
                    case Delivery.Refused wrong -> new Rung.Refused(wrong);
                })
                .map(Rung.class::cast)
                .toList();
        return answer(all, correlation, 202);
    }

    private Answer answer(List<Rung> all, Correlation correlation, int status) {
        for (var each : all) {
            if (each instanceof Rung.Refused(var wrong)) {
                doorway.log().info("refused", correlation, Map.of("why", why(wrong)));
            }
        }
        var understood = all.stream().anyMatch(each -> !(each instanceof Rung.Refused));
        return new Answer(
                understood ? status : 400,
                "application/json",
                RungJson.written(function, all, correlation),
                correlation,
                Optional.empty());
    }

    private Rung run(
            Delivered delivery,
            Door door,
            Deadline deadline,
            Correlation correlation,
            Map<List<String>, String> first) {
        var unnamed = delivery.cause().filter(cause -> !door.watches(cause.source(), cause.alarm()));
        var before = first.putIfAbsent(same(delivery, unnamed.isPresent()), delivery.identity());
        if (before != null) {
            return unnamed.isPresent()
                    ? new Rung.Quiet(new Delivery.NotForUs(
                            "the system file does not name " + unnamed.get().shown()))
                    : new Rung.Again(delivery, before);
        }
        var run = delivery.correlation().orElse(correlation);
        var report = door.report(new Call(function, Asked.rung(delivery.cause()), Optional.empty(), deadline, run));
        return new Rung.Ran(delivery, report);
    }

    /** Alarms that the system file does not name are told of once, and not each: a webhook may bring any number. */
    private static List<String> same(Delivered delivery, boolean unnamed) {
        return unnamed
                ? List.of("unnamed")
                : delivery.cause()
                        .map(cause -> List.of(cause.source(), cause.alarm()))
                        .orElse(List.of());
    }

    /** Called as the system file calls its alarm, where it has two names. */
    private static Delivered named(Delivered delivery, Door door) {
        return delivery.as(alarm -> delivery.cause()
                .filter(cause -> door.watches(cause.source(), alarm))
                .isPresent());
    }

    static String why(Delivery.Refused wrong) {
        return wrong.place() + ": found " + wrong.found() + "; " + wrong.meant() + " is meant";
    }
}
