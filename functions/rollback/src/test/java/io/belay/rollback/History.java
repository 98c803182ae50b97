package io.belay.rollback;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A system and what happens to it.
 *
 * @param targets how many there are
 * @param compares whether their platform compares writes
 * @param tellsSince whether it knows since when what serves does
 * @param remembers whether the alarm's source keeps a history
 * @param slow how many reads see a shift under way
 */
record History(int targets, boolean compares, boolean tellsSince, boolean remembers, int slow, List<Event> events) {
    History {
        events = List.copyOf(events);
    }

    @Override
    public String toString() {
        return targets + " targets" + (compares ? ", comparing" : ", not comparing")
                + (tellsSince ? ", telling since when" : "") + (remembers ? ", alarms remember" : "") + ", slow "
                + slow
                + events.stream().map(each -> "\n  " + each).collect(Collectors.joining());
    }
}
