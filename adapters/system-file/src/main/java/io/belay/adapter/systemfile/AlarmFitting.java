package io.belay.adapter.systemfile;

import io.belay.core.alarm.AlarmPlace;
import io.belay.core.alarm.Resource;
import io.belay.core.settings.SettingException;
import io.belay.core.settings.Settings;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Makes of blocks what they say; that something does not fit is told of at its block. */
record AlarmFitting(Faults faults, List<AlarmPlace> places) {
    /**
     * What is wanted, and where.
     *
     * @param on the kinds of stores; all where there is none
     */
    record Placed(Resource resource, Set<String> on) {
        boolean isOn(AlarmPlace place) {
            return on.isEmpty() || on.contains(place.store().kind());
        }
    }

    <T> Optional<T> of(Node.Block block, Supplier<T> made) {
        try {
            return new Fitting(faults).of(block, made);
        } catch (IllegalArgumentException unfit) {
            faults.add(block.at(), "what does not fit together", String.valueOf(unfit.getMessage()));
            return Optional.empty();
        }
    }

    List<Placed> placed(Node.Block block, Settings settings, Function<Settings, List<Resource>> reader) {
        return of(block, () -> {
                    var on = on(settings);
                    return reader.apply(settings).stream()
                            .map(each -> new Placed(each, on))
                            .toList();
                })
                .orElse(List.of());
    }

    private Set<String> on(Settings settings) {
        var kinds = places.stream().map(each -> each.store().kind()).distinct().toList();
        var on = AlarmMeasures.texts(settings, AlarmShapes.ON);
        for (var each : on) {
            if (!kinds.contains(each)) {
                throw new SettingException(
                        AlarmShapes.ON.name(), each + " is none of the stores; " + Words.nearestOf(each, kinds));
            }
        }
        return new HashSet<>(on);
    }
}
