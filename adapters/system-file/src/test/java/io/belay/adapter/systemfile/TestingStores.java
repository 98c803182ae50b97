package io.belay.adapter.systemfile;

import io.belay.core.Deadline;
import io.belay.core.alarm.AlarmBell;
import io.belay.core.alarm.AlarmPlace;
import io.belay.core.alarm.DrillMark;
import io.belay.core.settings.Kind;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import io.belay.core.testkit.InMemoryAlarmSource;
import io.belay.core.testkit.InMemoryAlarmStore;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Stores in memory, as a cloud's adapter has them: one that can all, and one that keeps and no more. */
final class TestingStores {
    static final List<Kind<AlarmPlace>> ALL = List.of(
            new TestingKind<>("memory", Shape.of("A store.", TestingKind.REGION), (settings, _) -> whole(settings)),
            new TestingKind<AlarmPlace>(
                    "shelf", Shape.of("A shelf."), (_, _) -> AlarmPlace.of(new InMemoryAlarmStore("shelf", "shelf"))));

    private TestingStores() {}

    private static AlarmPlace whole(Settings settings) {
        var name = settings.find(TestingKind.REGION).map(each -> each.shown()).orElse("here");
        return new AlarmPlace(
                new InMemoryAlarmStore(name),
                Optional.of(new InMemoryAlarmSource(InstantSource.system())),
                Optional.of(new Bell()),
                Optional.of(_ -> (leg, alarm, mark, from, deadline) -> Optional.empty()));
    }

    private static final class Bell implements AlarmBell {
        @Override
        public void ring(String alarm, DrillMark mark, Deadline deadline) {}

        @Override
        public void reset(String alarm, DrillMark mark, Deadline deadline) {}
    }
}
