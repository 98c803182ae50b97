package io.belay.adapter.systemfile;

import io.belay.core.announce.Announcer;
import io.belay.core.release.EmergencyBrake;
import io.belay.core.release.ReleaseTarget;
import io.belay.core.release.RollbackCauses.Watched;
import io.belay.core.settings.Kind;
import java.util.List;

/**
 * What a file can name that is put back, what for, and who is told.
 *
 * @param alarms the kinds of alarm that a release is put back for; where there is none, a file cannot name one
 * @param targets the kinds of thing whose release can be put back; where there is none, a file has no {@code rollback}
 * @param brakes the kinds of thing that a person may stop altogether; where there is none, a file cannot name one
 * @param announcers the kinds of receiver; where there is none, a file cannot say whom to tell
 */
public record Releases(
        List<Kind<Watched>> alarms,
        List<Kind<ReleaseTarget>> targets,
        List<Kind<EmergencyBrake>> brakes,
        List<Kind<Announcer>> announcers) {
    /** Of files that have neither section. */
    public static final Releases NONE = new Releases(List.of(), List.of(), List.of(), List.of());

    public Releases {
        alarms = List.copyOf(alarms);
        targets = List.copyOf(targets);
        brakes = List.copyOf(brakes);
        announcers = List.copyOf(announcers);
    }

    /** Of files in which nothing can be stopped altogether. */
    public Releases(List<Kind<Watched>> alarms, List<Kind<ReleaseTarget>> targets, List<Kind<Announcer>> announcers) {
        this(alarms, targets, List.of(), announcers);
    }
}
