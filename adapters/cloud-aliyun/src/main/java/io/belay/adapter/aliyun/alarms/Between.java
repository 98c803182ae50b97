package io.belay.adapter.aliyun.alarms;

import io.belay.core.alarm.Canonical;
import io.belay.core.plan.Change;
import java.util.Optional;

/** Whether what is there is what a change leaves that was cut short. */
final class Between {
    private Between() {}

    /**
     * Whether {@code now} bears the mark and is as {@code change} leads to in all but {@code last}, which is written last: that is
     * still as it was before.
     */
    static boolean is(Change<Canonical> change, Optional<Canonical> now, String last) {
        if (now.isEmpty() || change.after().isEmpty()) {
            return false;
        }
        var after = change.after().get();
        var rest = now.get().without(last);
        if (!rest.same(after.without(last))) {
            return false;
        }
        // What a change makes anew has nothing of it at first; what it changes still has what it had, or part of it.
        return !now.get().fields().text(last).equals(after.fields().text(last));
    }
}
