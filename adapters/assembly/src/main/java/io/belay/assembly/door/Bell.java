package io.belay.assembly.door;

import static java.util.Objects.requireNonNull;

import io.belay.adapter.deliveries.Deliveries;
import io.belay.adapter.deliveries.Delivery;
import io.belay.adapter.deliveries.Delivery.Delivered;
import io.belay.adapter.deliveries.DeliveryShape;
import io.belay.core.Correlation;
import io.belay.core.Deadline;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Runs a function for alarms and timers as they are delivered. Which function, and by which shapes, is said when it is made,
 * by whoever deploys: never by a delivery.
 *
 * <p>An alarm runs it for those systems whose file names it, and a timer for each. An alarm that none names is answered and
 * logged, and nobody is told: whoever reaches the door could otherwise wake people as often as it likes.
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
        this(doorway, function, new Deliveries(shapes));
    }

    /** The same for what {@code open} reads. */
    public Bell(Doorway doorway, String function, Deliveries open) {
        this.doorway = requireNonNull(doorway, "doorway");
        this.function = requireNonNull(function, "function");
        this.open = requireNonNull(open, "open");
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
        var watchers = door.watchers();
        var first = new ConcurrentHashMap<List<String>, String>();
        var all = new ArrayList<Rung>();
        var unnamed = new LinkedHashSet<String>();
        for (var delivery : read(body)) {
            switch (delivery) {
                case Delivered delivered -> {
                    var named = named(delivered, watchers);
                    var systems = named.cause().isPresent() ? watching(named, watchers) : door.systems();
                    if (systems.isEmpty()) {
                        all.add(nobodys(named, watchers));
                        unnamed.add(named.cause().orElseThrow().shown());
                    }
                    all.addAll(FanOut.over(systems, system -> run(named, system, door, deadline, correlation, first)));
                }
                case Delivery.NotForUs quiet -> all.add(new Rung.Quiet(quiet));
                case Delivery.Refused wrong -> all.add(new Rung.Refused(wrong));
            }
        }
        if (!unnamed.isEmpty()) {
            // One line, however many there are: a webhook may bring any number.
            doorway.log()
                    .info(
                            "unnamed",
                            correlation,
                            Map.of("alarm", unnamed.getFirst(), "alarms", Integer.toString(unnamed.size())));
        }
        return answer(all, correlation, 200);
    }

    /**
     * Whether the function may have to run for one of {@code deliveries}. Of several systems that is only looked at when it runs: it
     * would open each file before the sender is answered.
     */
    boolean concerns(List<Delivery> deliveries, Correlation correlation) {
        var delivered = deliveries.stream()
                .filter(Delivered.class::isInstance)
                .map(Delivered.class::cast)
                .toList();
        var door = doorway.door(correlation);
        if (delivered.isEmpty() || door.several()) {
            return !delivered.isEmpty();
        }
        var watchers = door.watchers();
        return !watchers.faults().isEmpty()
                || delivered.stream()
                        .anyMatch(each -> each.cause().isEmpty()
                                || !watching(named(each, watchers), watchers).isEmpty());
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

    /** Of none that could be read. It may be of one that could not: then whoever delivers is to deliver it again. */
    private static Rung nobodys(Delivered delivery, Watchers watchers) {
        if (!watchers.faults().isEmpty()) {
            throw new NotOpen(watchers.faults());
        }
        var alarm = delivery.cause().orElseThrow().shown();
        return new Rung.Quiet(new Delivery.NotForUs("no system file names " + alarm));
    }

    /** The systems that name the alarm. */
    private static List<String> watching(Delivered delivery, Watchers watchers) {
        return delivery.cause()
                .map(cause -> watchers.of(cause.source(), cause.alarm()))
                .orElse(List.of());
    }

    private Rung run(
            Delivered delivery,
            String system,
            Door door,
            Deadline deadline,
            Correlation correlation,
            Map<List<String>, String> first) {
        var before = first.putIfAbsent(same(delivery, system), delivery.identity());
        if (before != null) {
            return new Rung.Again(delivery, before);
        }
        var run = delivery.correlation().orElse(correlation);
        var asked = Asked.rung(system, delivery);
        try {
            return new Rung.Ran(delivery, door.report(new Call(function, asked, Optional.empty(), deadline, run)));
        } catch (NotOpen shut) {
            if (door.several()) {
                return new Rung.Shut(system, shut.faults());
            }
            throw shut;
        }
    }

    private static List<String> same(Delivered delivery, String system) {
        return delivery.cause()
                .map(cause -> List.of(system, cause.source(), cause.alarm()))
                .orElse(List.of(system));
    }

    /** Called as a system file calls its alarm, where it has two names. */
    private static Delivered named(Delivered delivery, Watchers watchers) {
        return delivery.as(alarm -> delivery.cause()
                .filter(cause -> !watchers.of(cause.source(), alarm).isEmpty())
                .isPresent());
    }

    static String why(Delivery.Refused wrong) {
        return wrong.place() + ": found " + wrong.found() + "; " + wrong.meant() + " is meant";
    }
}
