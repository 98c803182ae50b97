package io.belay.assembly;

import io.belay.core.Progress;
import io.belay.core.Report;
import io.belay.core.Request;
import io.belay.core.Time;
import io.belay.core.system.SystemSpec;
import io.belay.health.Health;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The functions of one system, each under its one name. Safe for use by many threads. */
public final class Bundle {
    private final SystemSpec system;
    private final Catalog catalog;

    private Bundle(SystemSpec system, Catalog catalog) {
        this.system = system;
        this.catalog = catalog;
    }

    /** The functions for {@code system}. Does no I/O. */
    public static Bundle of(SystemSpec system, Time time, Progress progress) {
        return new Bundle(system, new Catalog(Map.of("health", new Health(system, time, progress))));
    }

    /** The system they look after. */
    public SystemSpec system() {
        return system;
    }

    /** Their names. */
    public Set<String> names() {
        return catalog.names();
    }

    /**
     * The function {@code name}, as the catalog holds it.
     *
     * @throws IllegalArgumentException where there is none
     */
    public Function<Request, Report> function(String name) {
        return catalog.get(name);
    }
}
