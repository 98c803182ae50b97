package io.belay.alarmsetup;

import io.belay.core.Evidence;
import io.belay.core.Finding;
import io.belay.core.Severity;
import io.belay.core.Verdict;
import io.belay.core.alarm.Held;
import io.belay.core.alarm.Kind;
import io.belay.core.alarm.Obstacle;
import io.belay.core.alarm.Owner;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether anybody hears of what is there and ours. Of what is not there yet, the plan that follows it tells. */
record Reach(Owner owner) {
    List<Finding> findings(Drawn drawn) {
        return drawn.held().stream()
                .filter(each -> each.form().owner().equals(Optional.of(owner)))
                .filter(each -> !each.obstacles().isEmpty())
                .map(each -> finding(drawn, each))
                .toList();
    }

    private static Finding finding(Drawn drawn, Held held) {
        var resource = held.form().resource();
        return new Finding(
                resource.name(),
                "reach",
                drawn.store().target().address(),
                verdict(held),
                "nobody would hear: "
                        + held.obstacles().stream()
                                .map(each -> each.reason().word() + " (" + each.at() + ")")
                                .collect(Collectors.joining("; ")),
                held.obstacles().stream()
                        .map(each -> Evidence.compared(each.at(), "reached", each.message(), false))
                        .toList(),
                Duration.ZERO);
    }

    /** Only a person can confirm a subscription, and has just been asked to. */
    private static Verdict verdict(Held held) {
        var waits = held.obstacles().stream().allMatch(each -> each.reason() == Obstacle.Reason.UNCONFIRMED);
        var resource = held.form().resource();
        var light = Told.severity(resource) == Severity.WARNING && resource.kind() != Kind.RECEIVER;
        return waits || light ? Verdict.WARN : Verdict.FAIL;
    }
}
