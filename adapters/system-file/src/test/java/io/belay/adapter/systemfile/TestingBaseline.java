package io.belay.adapter.systemfile;

import io.belay.core.migration.BaselineSource;
import io.belay.core.schema.Picture;
import io.belay.core.settings.SettingException;
import java.util.List;

/** A recorded schema that is never read; no place may begin with a slash. */
record TestingBaseline(String place) implements BaselineSource {
    static BaselineSource at(String place) {
        if (place.startsWith("/")) {
            throw new SettingException("baseline", "a path beside this file");
        }
        return new TestingBaseline(place);
    }

    @Override
    public Picture picture() {
        return Picture.of("none", List.of());
    }
}
