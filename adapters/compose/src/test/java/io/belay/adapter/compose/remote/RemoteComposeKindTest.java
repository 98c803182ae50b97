package io.belay.adapter.compose.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.core.host.Shell;
import io.belay.core.settings.Cloud;
import io.belay.core.settings.Form;
import io.belay.core.settings.Key;
import io.belay.core.settings.Kind;
import io.belay.core.settings.SettingException;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import io.belay.core.settings.Text;
import io.belay.core.testkit.TestingShell;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RemoteComposeKindTest {
    private static final Key<Text> BIN =
            Key.text("bin", "Where its programs are.").needed();

    /** A host as another adapter names it. */
    private record Testing() implements Kind<Shell> {
        @Override
        public String name() {
            return "testing";
        }

        @Override
        public Shape shape() {
            return Shape.of("A host of a test.", BIN);
        }

        @Override
        public Shell bind(Settings settings, Optional<Cloud> cloud) {
            if (cloud.isEmpty()) {
                throw new SettingException("bin", "no cloud");
            }
            return new TestingShell(Path.of(settings.get(BIN).reveal()));
        }
    }

    private final RemoteComposeKind kind = new RemoteComposeKind(new Testing());
    private final Settings settings = Settings.builder()
            .set(BIN, Text.of("/opt/bin"))
            .set(RemoteComposeKind.FOLDER, Text.of("/opt/wms"))
            .set(RemoteComposeKind.FILE, Text.of("docker-compose.yml"))
            .build();

    @Test
    void itsBlockHasTheHostsKeysAndItsOwn() {
        assertThat(kind.name()).isEqualTo("testing-compose");
        assertThat(kind.shape().description()).endsWith("A host of a test.");
        assertThat(kind.shape().keys()).extracting(Key::name).containsExactly("bin", "folder", "file");
    }

    @Test
    void theProjectIsOnTheHostThatTheBlockNames() {
        var target = kind.bind(settings, Optional.of(new Cloud(Cloud.Provider.AWS, "eu-west-1")));

        assertThat(target.kind()).isEqualTo(kind.name());
        assertThat(target.target().address()).isEqualTo("compose:testing:bin:/opt/wms/docker-compose.yml");
    }

    @Test
    void aFolderAndAFileMeanNothingToAShell() {
        fits(RemoteComposeKind.FOLDER, "/", "/srv/shop-2/app.d");
        fitsNot(RemoteComposeKind.FOLDER, "srv/shop", "~/shop", "/srv/shop;id", "/srv/my shop");
        fits(RemoteComposeKind.FILE, "docker-compose.yml");
        fitsNot(RemoteComposeKind.FILE, "../docker-compose.yml", "-f", "a b");
    }

    private static void fits(Key<Text> key, String... names) {
        assertThat(names).allMatch(name -> matches(key, name), key.name());
    }

    private static void fitsNot(Key<Text> key, String... names) {
        assertThat(names).noneMatch(name -> matches(key, name));
    }

    private static boolean matches(Key<Text> key, String name) {
        return ((Form.OfText) key.form()).like().orElseThrow().matcher(name).matches();
    }

    @Test
    void whatTheHostLacksIsRefused() {
        assertThatThrownBy(() -> kind.bind(settings, Optional.empty())).isInstanceOf(SettingException.class);
    }
}
