package io.belay.rollback;

import io.belay.core.Deadline;
import io.belay.core.Evidence;
import io.belay.core.Finding;
import io.belay.core.PortException;
import io.belay.core.Report;
import io.belay.core.Time;
import io.belay.core.Verdict;
import io.belay.core.announce.Announcement;
import io.belay.core.announce.Announcer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Tells everybody who is to be told, each within an equal share of the time that is left. Who cannot be told costs a warning. */
record Telling(List<Announcer> announcers, Time time, Deadline deadline) {
    List<Finding> tell(String title, String text, Report report) throws InterruptedException {
        var announcement = new Announcement(title, text, report);
        var told = new ArrayList<Finding>();
        for (var announcer : announcers) {
            told.add(tell(announcer, announcement, announcers.size() - told.size()));
        }
        return told;
    }

    private Finding tell(Announcer announcer, Announcement announcement, int left) throws InterruptedException {
        var before = time.instant();
        try {
            announcer.tell(announcement, deadline.within(deadline.remaining().dividedBy(left)));
            return finding(announcer, Verdict.PASS, "told", List.of(), before);
        } catch (PortException fault) {
            return finding(
                    announcer,
                    Verdict.WARN,
                    "could not be told: " + fault.fault(),
                    List.of(Evidence.compared("told", "yes", fault.fault().toString(), false)),
                    before);
        }
    }

    private Finding finding(
            Announcer announcer, Verdict verdict, String summary, List<Evidence> evidence, Instant before) {
        return new Finding(
                "announcement",
                announcer.kind(),
                announcer.target().address(),
                verdict,
                summary,
                evidence,
                Duration.between(before, time.instant()));
    }
}
