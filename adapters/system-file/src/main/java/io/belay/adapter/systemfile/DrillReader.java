package io.belay.adapter.systemfile;

import io.belay.core.Severity;
import io.belay.core.alarm.AlarmPlace;
import io.belay.core.alarm.AlarmSite;
import io.belay.core.alarm.AlarmSpec;
import io.belay.core.alarm.DrillSpec;
import io.belay.core.alarm.Limit;
import io.belay.core.alarm.Measure;
import io.belay.core.alarm.Missing;
import io.belay.core.alarm.Owner;
import io.belay.core.alarm.Resource;
import io.belay.core.alarm.Statistic;
import io.belay.core.alarm.Window;
import io.belay.core.settings.SettingException;
import io.belay.core.settings.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes a drill of the block that says how it goes. */
record DrillReader(List<AlarmPlace> places, AlarmItems items, Owner owner) {
    /** The test alarm, where the file names none: on a metric that nobody writes. */
    Optional<Resource> made(Settings block) {
        if (block.has(AlarmShapes.TEST_ALARM)) {
            return Optional.empty();
        }
        var nothing =
                new Measure.Metric("Belay", "Drill", new TreeMap<>(Map.of("Owner", owner.mark())), Statistic.MAXIMUM);
        return Optional.of(new AlarmSpec(
                owner.prefix() + "drill",
                "the test alarm of drills: it watches nothing, and whoever it calls plans a rollback and makes none",
                nothing,
                Limit.Threshold.above("0"),
                Window.of(Duration.ofMinutes(1), 1),
                Missing.GREEN,
                Severity.WARNING,
                items.told(block),
                false,
                Optional.empty()));
    }

    /** The first store that can do all of it drills. */
    DrillSpec spec(Settings block, List<AlarmSite> sites) {
        var name = block.has(AlarmShapes.TEST_ALARM)
                ? AlarmMeasures.open(block, AlarmShapes.TEST_ALARM)
                : owner.prefix() + "drill";
        for (int each = 0; each < places.size(); each++) {
            var place = places.get(each);
            if (place.source().isPresent()
                    && place.bell().isPresent()
                    && place.trails().isPresent()) {
                isThere(name, sites.get(each));
                return new DrillSpec(
                        name,
                        place.source().get(),
                        place.bell().get(),
                        place.trails().get().in(AlarmMeasures.open(block, AlarmShapes.DRILL_LOG)),
                        block.get(AlarmShapes.WITHIN),
                        block.get(AlarmShapes.EVERY));
            }
        }
        throw new SettingException(
                AlarmShapes.DRILL_LOG.name(),
                "none of the stores can ring an alarm and be followed, so nothing can be drilled");
    }

    private static void isThere(String name, AlarmSite site) {
        var alarms = site.wanted().stream()
                .filter(AlarmSpec.class::isInstance)
                .map(Resource::name)
                .toList();
        if (!alarms.contains(name)) {
            throw new SettingException(
                    AlarmShapes.TEST_ALARM.name(),
                    name + " is no alarm of " + site.store().kind() + "; " + Words.nearestOf(name, alarms));
        }
    }
}
