package io.belay.adapter.systemfile;

import io.belay.core.preset.Preset;
import io.belay.core.preset.Presets;
import io.belay.core.settings.Cloud;
import io.belay.core.settings.Key;
import io.belay.core.settings.Kind;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import io.belay.core.settings.Text;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A preset, as a file names it: by what it is put on. */
record PresetKind(Preset preset) implements Kind<PresetKind.Use> {
    static final List<Kind<Use>> ALL =
            Presets.ALL.stream().<Kind<Use>>map(PresetKind::new).toList();

    /** A preset on one thing. */
    record Use(Preset preset, SortedMap<String, String> subject) {}

    @Override
    public String name() {
        return preset.name();
    }

    @Override
    public Shape shape() {
        return new Shape("The alarms of " + preset.summary() + ".", List.copyOf(keys()));
    }

    private List<Key<Text>> keys() {
        return preset.subject().stream()
                .map(word -> Key.text(word, "(?=\\S)[^\\x00-\\x1f\\x7f]{1,400}", "Its " + word + ", by name.")
                        .needed())
                .toList();
    }

    @Override
    public Use bind(Settings settings, Optional<Cloud> cloud) {
        var subject = new TreeMap<String, String>();
        keys().forEach(key -> subject.put(key.name(), AlarmMeasures.open(settings, key)));
        return new Use(preset, subject);
    }
}
