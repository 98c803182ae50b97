package io.belay.core.migration;

import io.belay.core.script.Additivity;
import io.belay.core.settings.SettingException;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import java.util.List;
import java.util.Map;

/** Where a system file can say that migration scripts are. */
public interface ScriptPlaces {
    /** How such a place is written. */
    Shape shape();

    /** The conventions that it knows, in the order in which people list them. */
    List<String> conventions();

    /**
     * The scripts that {@code settings} name. Does no I/O.
     *
     * @param convention one of {@link #conventions()}
     * @param engine the database's: {@code postgres}
     * @param declared what a person said of scripts by id, which goes before what is seen
     * @throws SettingException where the keys do not fit together
     */
    ScriptSet bind(Settings settings, String convention, String engine, Map<String, Additivity> declared);
}
