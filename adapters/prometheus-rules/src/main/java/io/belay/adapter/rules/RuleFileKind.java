package io.belay.adapter.rules;

import static java.util.Objects.requireNonNull;

import io.belay.core.alarm.AlarmPlace;
import io.belay.core.settings.Cloud;
import io.belay.core.settings.Key;
import io.belay.core.settings.Kind;
import io.belay.core.settings.SettingException;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import io.belay.core.settings.Text;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** The store {@code prometheus}: a rule file, beside the system file unless its path is absolute. */
public final class RuleFileKind implements Kind<AlarmPlace> {
    private static final Key<Text> RULES = Key.text("rules", "The rule file that Prometheus reads: rules/belay.yml.")
            .needed();

    private final Path folder;

    /** Of files below {@code folder}. */
    public RuleFileKind(Path folder) {
        this.folder = requireNonNull(folder, "folder");
    }

    @Override
    public String name() {
        return "prometheus";
    }

    @Override
    public Shape shape() {
        return Shape.of("Alarms as rules of Prometheus, in a file of their own.", RULES);
    }

    @Override
    public AlarmPlace bind(Settings settings, Optional<Cloud> cloud) {
        var written = settings.get(RULES).fixed(RULES.name()).reveal();
        try {
            if (!written.matches(".+\\.ya?ml")) {
                throw new SettingException(RULES.name(), "a file whose name ends with .yml or .yaml");
            }
            return AlarmPlace.of(new RuleFileStore(folder.resolve(written)));
        } catch (InvalidPathException noPath) {
            throw new SettingException(RULES.name(), "the path of a file");
        }
    }
}
