package io.belay.alarmsetup;

import io.belay.core.alarm.Applied;
import io.belay.core.alarm.Canonical;
import io.belay.core.plan.Change;

/** What became of a change of the plan. */
sealed interface Became {
    Change<Canonical> change();

    /** It was begun, and this is what its store says. */
    record Done(Change<Canonical> change, Applied applied) implements Became {}

    /** It was not begun; the next run goes on with it. */
    record NotBegun(Change<Canonical> change, String why) implements Became {}

    default boolean stands() {
        return this instanceof Done(var _, var applied) && !(applied instanceof Applied.Refused);
    }
}
