package io.belay.adapter.aliyun.alarms;

import io.belay.adapter.aliyun.mns.MnsReach;
import io.belay.core.Deadline;
import io.belay.core.alarm.Canonical;
import io.belay.core.alarm.Held;
import io.belay.core.alarm.Obstacle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Whether what rules tell is there: groups of contacts, and topics and queues of MNS, each asked once. */
final class RuleReach {
    private final Set<String> groups;
    private final MnsReach reach;
    private final Deadline deadline;
    private final Map<String, Boolean> absent = new HashMap<>();

    /** Among {@code groups} are all that there are. */
    RuleReach(Set<String> groups, MnsReach reach, Deadline deadline) {
        this.groups = groups;
        this.reach = reach;
        this.deadline = deadline;
    }

    /** {@code form} with what stands in its way. */
    Held held(Canonical form) throws InterruptedException {
        var obstacles = new ArrayList<Obstacle>();
        var told = Told.of(RuleShelf.receivers(form));
        for (var each : told.groups()) {
            if (!groups.contains(each)) {
                obstacles.add(
                        new Obstacle(Obstacle.Reason.NO_CONTACT, each, "there is no group of contacts of this name"));
            }
        }
        for (var each : told.targets()) {
            if (absent(each)) {
                obstacles.add(new Obstacle(Obstacle.Reason.NO_TOPIC, each, "MNS has no topic or queue of this name"));
            }
        }
        if (form.fields().text(RuleForms.ACTIONS).orElse("").equals("off")) {
            obstacles.add(new Obstacle(Obstacle.Reason.SWITCHED_OFF, form.id().name(), "the rule is switched off"));
        }
        return new Held(form, obstacles);
    }

    private boolean absent(String arn) throws InterruptedException {
        var known = absent.get(arn);
        if (known == null) {
            known = reach.absent(arn, deadline);
            absent.put(arn, known);
        }
        return known;
    }
}
