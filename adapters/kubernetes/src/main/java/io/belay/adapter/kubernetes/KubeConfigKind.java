package io.belay.adapter.kubernetes;

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

/** The way {@code kubeconfig} to a cluster: a file, or its text where it comes as a secret. */
public final class KubeConfigKind implements Kind<ClusterSource> {
    static final Key<Text> FILE = Key.text("file", "The file, from the system file's folder on; read for every run.");
    static final Key<Text> TEXT =
            Key.text("text", "In place of a file, its text: a reference such as ${env:KUBECONFIG}.");
    static final Key<Text> CONTEXT = Key.text("context", "The context, in place of the current one.");

    private final Path folder;

    /** The way, from {@code folder} on. */
    public KubeConfigKind(Path folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return "kubeconfig";
    }

    @Override
    public Shape shape() {
        return Shape.of("How a kubeconfig says that a cluster is reached.", FILE, TEXT, CONTEXT);
    }

    @Override
    public ClusterSource bind(Settings settings, Optional<Cloud> cloud) {
        if (settings.has(FILE) == settings.has(TEXT)) {
            throw new SettingException(FILE.name(), "either file or text");
        }
        var context =
                settings.find(CONTEXT).map(text -> text.fixed(CONTEXT.name()).reveal());
        return settings.find(TEXT)
                .map(text -> text.fixed(TEXT.name()).reveal())
                .<ClusterSource>map(text -> _ -> KubeConfig.read(text, context, folder))
                .orElseGet(() -> KubeConfig.file(file(settings.get(FILE).fixed(FILE.name())), context));
    }

    private Path file(Text written) {
        try {
            return folder.resolve(written.reveal());
        } catch (InvalidPathException _) {
            throw new SettingException(FILE.name(), "no path of a file: " + written.shown());
        }
    }
}
