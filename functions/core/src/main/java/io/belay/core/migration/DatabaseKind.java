package io.belay.core.migration;

import io.belay.core.settings.SettingException;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import java.util.List;

/** A kind of database that a system file can hold under {@code migrations}: {@code postgres}, {@code mysql}. */
public interface DatabaseKind {
    /** The key that names it in the file. */
    String name();

    /** How its block is written. */
    Shape shape();

    /** The tools whose ledgers it knows, in the order in which people list them. */
    List<String> tools();

    /**
     * The database that {@code settings} name. Does no I/O.
     *
     * @throws SettingException where the keys do not fit together
     */
    DatabaseSource bind(Settings settings);

    /**
     * The query that a person wrote, once it is sure that it only reads.
     *
     * @throws SettingException where it is something else
     */
    RowQuery query(RowQuery written);
}
