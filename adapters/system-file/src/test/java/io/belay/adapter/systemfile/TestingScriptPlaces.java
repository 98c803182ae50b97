package io.belay.adapter.systemfile;

import io.belay.core.migration.ScriptPlaces;
import io.belay.core.migration.ScriptSet;
import io.belay.core.script.Additivity;
import io.belay.core.script.Script;
import io.belay.core.script.ScriptSource;
import io.belay.core.settings.Key;
import io.belay.core.settings.SettingException;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import io.belay.core.settings.Text;
import java.util.List;
import java.util.Map;

/** Places where no script is. */
final class TestingScriptPlaces implements ScriptPlaces {
    static final Key<Text> FOLDER = Key.text("folder", "A folder.");
    static final Key<Text> JAR = Key.text("jar", "A jar.");

    /** What was bound. */
    record Source(String engine, Map<String, Additivity> declared) implements ScriptSource {
        @Override
        public List<Script> scripts() {
            return List.of();
        }
    }

    @Override
    public Shape shape() {
        return Shape.of("Where scripts are.", FOLDER, JAR);
    }

    @Override
    public List<String> conventions() {
        return List.of("flyway", "liquibase", "numbered");
    }

    @Override
    public ScriptSet bind(Settings settings, String convention, String engine, Map<String, Additivity> declared) {
        if (settings.has(FOLDER) == settings.has(JAR)) {
            throw new SettingException("jar", "either folder or jar");
        }
        return new ScriptSet(
                convention, settings.find(FOLDER).map(Text::shown).orElse("jar"), new Source(engine, declared));
    }
}
