package io.belay.assembly;

import static java.util.Objects.requireNonNull;

import io.belay.core.release.RollbackGuards;
import io.belay.core.release.RollbackSpec;
import io.belay.core.system.SystemSpec;
import java.util.Map;
import java.util.Optional;

/**
 * Forbids that anything is rolled back, without a new system file: at night there may be no time for one.
 *
 * @param why in the words of whoever forbade it; empty where nobody did
 */
record KillSwitch(Optional<String> why) {
    private static final String OFF = "BELAY_ROLLBACK_OFF";

    KillSwitch {
        requireNonNull(why, "why");
    }

    static KillSwitch in(Map<String, String> environment) {
        return new KillSwitch(
                Optional.ofNullable(environment.get(OFF)).map(String::strip).filter(text -> !text.isEmpty()));
    }

    /** The system as its file says, and forbidden in these words besides. */
    SystemSpec on(SystemSpec system) {
        return why.map(reason -> system.with(forbidden(system.rollback(), reason)))
                .orElse(system);
    }

    private static RollbackSpec forbidden(RollbackSpec spec, String reason) {
        var guards = spec.guards();
        var all = guards.off().map(said -> said + "; " + reason).orElse(reason);
        return new RollbackSpec(
                spec.when(),
                spec.steps(),
                new RollbackGuards(
                        guards.maxAlarmAge(),
                        guards.cooldown(),
                        guards.most(),
                        guards.window(),
                        guards.schema(),
                        Optional.of(all),
                        guards.gate(),
                        guards.skew()),
                spec.verify(),
                spec.soak(),
                spec.announcers(),
                spec.promise(),
                spec.stops());
    }
}
