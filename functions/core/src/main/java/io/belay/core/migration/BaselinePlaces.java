package io.belay.core.migration;

import io.belay.core.settings.SettingException;

/** Where a system file can say that a recorded schema is. */
@FunctionalInterface
public interface BaselinePlaces {
    /**
     * The one at {@code place}. Does no I/O.
     *
     * @throws SettingException where it is no such place
     */
    BaselineSource at(String place);
}
