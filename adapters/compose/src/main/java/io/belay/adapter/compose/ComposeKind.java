package io.belay.adapter.compose;

import io.belay.core.release.ReleaseTarget;
import io.belay.core.settings.Cloud;
import io.belay.core.settings.Form;
import io.belay.core.settings.Key;
import io.belay.core.settings.Kind;
import io.belay.core.settings.SettingException;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import io.belay.core.settings.Text;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The kind {@code compose}: services of a compose project on the host that we run on. */
public final class ComposeKind implements Kind<ReleaseTarget> {
    /** No option of docker, whatever it is. */
    private static final String PATH = "[^\\x00-\\x1F\\x7F-][^\\x00-\\x1F\\x7F]*";

    static final Key<Text> FOLDER = Key.text("folder", PATH, "The project's folder, from the system file's on.")
            .needed();
    static final Key<List<Text>> FILE = texts(
                    "file", PATH, "The compose file in it; several, as they override one another.")
            .needed();
    static final Key<List<Text>> SERVICES = texts(
                    "services",
                    ComposeSetup.NAME,
                    "The services that make up the release; a database among the others is never touched.")
            .needed();
    static final Key<List<Text>> ENV_FILE =
            texts("env-file", PATH, "Files of variables, as docker compose --env-file.");
    /** Compose's documentation, "Specify a project name". */
    static final Key<Text> PROJECT = Key.text(
            "project",
            "[a-z0-9][a-z0-9_-]*",
            "The project's name; what compose makes of the folder's where nothing is said.");

    static final Key<Text> HOST = Key.text(
                    "host", "[A-Za-z0-9][A-Za-z0-9._-]{0,99}", "What people call the host; localhost by default.")
            .orElse(Text.of("localhost"));
    static final Key<Text> RELEASES = Key.text(
                    "releases", ComposeSetup.NAME, "The folder in it with the releases and what is remembered.")
            .orElse(Text.of("releases"));
    static final Key<Duration> UP = Key.span(
                    "up",
                    Duration.ofSeconds(1),
                    Duration.ofHours(1),
                    "How long bringing the services up may take, pulling included; 5m by default.")
            .orElse(Duration.ofMinutes(5));

    private final Path folder;
    private final Map<String, String> environment;

    /**
     * The kind.
     *
     * @param folder where relative paths of the system file start
     * @param environment ours, of which docker gets to see what {@link LocalHost} lets it
     */
    public ComposeKind(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = Map.copyOf(environment);
    }

    private static Key<List<Text>> texts(String name, String like, String description) {
        return Key.of(
                name, new Form.OfList<>(new Form.OfText(Optional.of(Pattern.compile(like))), 1, 100), description);
    }

    @Override
    public String name() {
        return "compose";
    }

    @Override
    public Shape shape() {
        return Shape.of(
                "Services of a compose project on this host, put back to images by digest.",
                FOLDER,
                FILE,
                SERVICES,
                ENV_FILE,
                PROJECT,
                HOST,
                RELEASES,
                UP);
    }

    @Override
    public ReleaseTarget bind(Settings settings, Optional<Cloud> cloud) {
        var services = all(settings, SERVICES);
        if (services.stream().distinct().count() < services.size()) {
            throw new SettingException(SERVICES.name(), "a service is named twice");
        }
        var setup = new ComposeSetup(
                one(settings, HOST).orElseThrow(),
                one(settings, PROJECT),
                all(settings, FILE),
                all(settings, ENV_FILE),
                services,
                one(settings, RELEASES).orElseThrow(),
                settings.get(UP));
        return new ComposeTarget(new LocalHost(place(settings), environment), setup);
    }

    private Path place(Settings settings) {
        try {
            return folder.resolve(one(settings, FOLDER).orElseThrow());
        } catch (InvalidPathException _) {
            throw new SettingException(FOLDER.name(), "no path of a folder");
        }
    }

    private static Optional<String> one(Settings settings, Key<Text> key) {
        return settings.find(key).map(text -> text.fixed(key.name()).reveal());
    }

    private static List<String> all(Settings settings, Key<List<Text>> key) {
        return settings.find(key).orElse(List.of()).stream()
                .map(text -> text.fixed(key.name()).reveal())
                .toList();
    }
}
