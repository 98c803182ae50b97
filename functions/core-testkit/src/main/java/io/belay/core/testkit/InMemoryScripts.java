package io.belay.core.testkit;

import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.migration.ScriptSet;
import io.belay.core.script.Script;
import io.belay.core.script.ScriptSource;
import java.util.List;

/** Scripts that a test ships. */
public final class InMemoryScripts {
    private InMemoryScripts() {}

    /** These. */
    public static ScriptSource of(List<Script> scripts) {
        var copy = List.copyOf(scripts);
        return () -> copy;
    }

    /** These, as the only ones of their tool. */
    public static ScriptSet set(String convention, List<Script> scripts) {
        return new ScriptSet(convention, "memory", of(scripts));
    }

    /** None that can be read. */
    public static ScriptSource faulty(Fault.Kind kind, String message) {
        return () -> {
            throw new PortException(new Fault(kind, message));
        };
    }
}
