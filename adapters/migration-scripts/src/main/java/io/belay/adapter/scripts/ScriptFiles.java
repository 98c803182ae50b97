package io.belay.adapter.scripts;

import static java.util.Objects.requireNonNull;

import io.belay.adapter.scripts.Scripts.Reading;
import io.belay.core.migration.ScriptPlaces;
import io.belay.core.migration.ScriptSet;
import io.belay.core.script.Additivity;
import io.belay.core.settings.Key;
import io.belay.core.settings.SettingException;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import io.belay.core.settings.Text;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Folders and jars, as a system file says them: {@code { folder: db/migration }}, or {@code { jar: app.jar, prefix:
 * db/migration/ }}.
 *
 * <p>A path is taken from the folder that it is made for, and may lead out of it ({@code ../db/migration}) or start at the
 * root: who writes the file says what the release ships, and in a repository that is seldom beside it. Only scripts of the
 * convention are read there, nothing is run, and a report shows no more of one than its name.
 */
public final class ScriptFiles implements ScriptPlaces {
    static final Key<Text> FOLDER = path("folder", "A folder; those below it count too.");
    static final Key<Text> JAR = path("jar", "A jar or zip.");
    static final Key<Text> PREFIX =
            path("prefix", "What its entries begin with, and their names leave out: db/migration/.");

    private final Path folder;
    private final Bounds bounds;

    /** Places relative to {@code folder}, read within the usual bounds. */
    public ScriptFiles(Path folder) {
        this(folder, Bounds.USUAL);
    }

    /** Places relative to {@code folder}. */
    public ScriptFiles(Path folder, Bounds bounds) {
        this.folder = requireNonNull(folder, "folder");
        this.bounds = requireNonNull(bounds, "bounds");
    }

    private static Key<Text> path(String name, String description) {
        return Key.text(name, "[^\\x00-\\x1f\\x7f]{1,1000}", description);
    }

    @Override
    public Shape shape() {
        return Shape.of("Where a release ships its migration scripts.", FOLDER, JAR, PREFIX);
    }

    @Override
    public List<String> conventions() {
        return Arrays.stream(Convention.values()).map(Convention::word).toList();
    }

    @Override
    public ScriptSet bind(Settings settings, String convention, String engine, Map<String, Additivity> declared) {
        var reading = new Reading(convention(convention), engine(engine), declared, bounds);
        if (settings.has(FOLDER) == settings.has(JAR)) {
            throw new SettingException(settings.has(JAR) ? JAR.name() : FOLDER.name(), "either folder or jar");
        }
        if (settings.has(FOLDER)) {
            if (settings.has(PREFIX)) {
                throw new SettingException(PREFIX.name(), "a prefix is of a jar; a folder is named whole");
            }
            var place = shown(settings, FOLDER);
            return new ScriptSet(convention, place, Scripts.inFolder(under(FOLDER, place), reading));
        }
        var jar = shown(settings, JAR);
        var prefix = settings.has(PREFIX) ? prefix(shown(settings, PREFIX)) : "";
        var place = prefix.isEmpty() ? jar : jar + "!/" + prefix;
        return new ScriptSet(convention, place, Scripts.inJar(under(JAR, jar), prefix, reading));
    }

    /** A place is shown in reports, so no secret stands in it. */
    private static String shown(Settings settings, Key<Text> key) {
        var text = settings.get(key).fixed(key.name());
        if (!text.reveal().equals(text.shown())) {
            throw new SettingException(
                    key.name(), "a path that may be shown; ${public-env:NAME} reads what is no secret");
        }
        return text.shown();
    }

    /** {@code db/migration} is meant as a folder, so {@code db/migration2/x.sql} is no part of it. */
    private static String prefix(String written) {
        var begin = written.startsWith("/") ? written.substring(1) : written;
        return begin.isEmpty() || begin.endsWith("/") ? begin : begin + "/";
    }

    private Path under(Key<Text> key, String place) {
        try {
            return folder.resolve(place);
        } catch (InvalidPathException wrong) {
            throw new SettingException(key.name(), "no path here: " + wrong.getReason());
        }
    }

    private Convention convention(String word) {
        return Arrays.stream(Convention.values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new SettingException("convention", "one of " + String.join(", ", conventions())));
    }

    private static Engine engine(String word) {
        return Arrays.stream(Engine.values())
                .filter(each -> each.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new SettingException(FOLDER.name(), "no scripts are read for " + word));
    }
}
