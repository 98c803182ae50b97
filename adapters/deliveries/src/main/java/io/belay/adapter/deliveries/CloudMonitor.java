package io.belay.adapter.deliveries;

import io.belay.adapter.deliveries.Delivery.Delivered;
import io.belay.adapter.deliveries.Delivery.NotForUs;
import io.belay.core.Cause;
import io.belay.core.Correlation;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Rules of CloudMonitor, by its callback (Alibaba Cloud help, 60714) and by what it writes to MNS (119889). A rule is called
 * by its name; its id is an alias.
 */
final class CloudMonitor {
    private static final String SOURCE = "cloudmonitor";

    private CloudMonitor() {}

    /**
     * The callback's form. Absent values are the text {@code null}; the time is in seconds or in milliseconds. The
     * dimensions are a Java map as Java prints it, which cannot be read back for sure: they are compared, never parsed.
     */
    static List<Delivery> callback(Body body) {
        var form = Form.read(body);
        var state = form.field("alertState");
        var rule = new Rule(
                form.field("alertName"),
                form.field("ruleId"),
                said(form, "dimensions"),
                said(form, "userId"),
                form.field("timestamp"));
        var before = form.find("preTriggerLevel");
        return List.of(
                switch (state.text()) {
                    case "ALERT", "ALARM" -> {
                        form.find("triggerLevel")
                                .filter(level -> level.is("OK"))
                                .ifPresent(level -> {
                                    throw level.not("a level other than OK, as the state is red,");
                                });
                        yield rule.rang(state.text(), before, Optional.empty());
                    }
                    case "OK", "INSUFFICIENT_DATA" -> rule.quiet(state.text());
                    default -> throw state.not("ALERT, ALARM, OK or INSUFFICIENT_DATA");
                });
    }

    /** The message in MNS. Its {@code eventName} is not read: the help's own sample says AlertOk beside a level of WARN. */
    static Delivery alert(Spot alert, Optional<Correlation> correlation) {
        var level = alert.field("curLevel");
        var rule = new Rule(
                alert.field("ruleName"),
                alert.field("ruleId"),
                said(alert, "resources"),
                said(alert, "userId"),
                alert.field("time"));
        return switch (level.text()) {
            case "CRITICAL", "WARN", "INFO" -> rule.rang(level.text(), alert.find("preLevel"), correlation);
            case "OK", "INSUFFICIENT_DATA" -> rule.quiet(level.text());
            default -> throw level.not("CRITICAL, WARN, INFO, OK or INSUFFICIENT_DATA");
        };
    }

    private static String said(Spot spot, String name) {
        return spot.find(name).map(Spot::text).orElse("");
    }

    private record Rule(Spot name, Spot id, String resources, String account, Spot time) {
        Delivery quiet(String state) {
            Moments.counted(time);
            return new NotForUs("alarm " + called(name) + " says " + state);
        }

        Delivery rang(String state, Optional<Spot> before, Optional<Correlation> correlation) {
            var at = Moments.counted(time);
            var alarm = called(name);
            var alias = called(id);
            // A rule that stays red rings again after its silence: that is no turn to red.
            var turned = before.filter(level -> level.is("OK")).map(_ -> at);
            return new Delivered(
                    Optional.of(new Cause.Alarmed(SOURCE, alarm, state, turned)),
                    Set.of(alias),
                    Identity.of(SOURCE, account, alias, resources, state, at.toString()),
                    correlation);
        }

        private static String called(Spot spot) {
            if (spot.is("null")) {
                throw new NotRead(spot.place(), "the text null", "a name");
            }
            return spot.name();
        }
    }
}
