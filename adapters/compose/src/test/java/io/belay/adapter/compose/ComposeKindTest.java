package io.belay.adapter.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.core.Deadline;
import io.belay.core.settings.Form;
import io.belay.core.settings.Key;
import io.belay.core.settings.SettingException;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Text;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From a block of the system file to docker. */
final class ComposeKindTest {
    private static Settings.Builder block(String... services) {
        return Settings.builder()
                .set(ComposeKind.FOLDER, Text.of("opt"))
                .set(ComposeKind.FILE, List.of(Text.of("docker-compose.yml")))
                .set(
                        ComposeKind.SERVICES,
                        List.of(services).stream().map(Text::of).toList());
    }

    @Test
    void aProjectIsReadFromTheFilesFolderOn(@TempDir Path root) throws Exception {
        var docker = new StubDocker(root);
        var release = docker.deploy(1);

        var target = new ComposeKind(root, docker.environment())
                .bind(block("backend", "frontend").build(), Optional.empty());

        assertThat(target.kind()).isEqualTo("compose");
        assertThat(target.target().address()).isEqualTo("localhost/compose/backend+frontend");
        assertThat(target.read(Deadline.in(Duration.ofSeconds(20), InstantSource.system()))
                        .current())
                .contains(release.revision());
    }

    @Test
    void whatPeopleCallItIsItsIdentity() {
        var settings = block("backend")
                .set(ComposeKind.HOST, Text.of("wms-1"))
                .set(ComposeKind.PROJECT, Text.of("wms"))
                .build();

        var target = new ComposeKind(Path.of("/srv"), Map.of()).bind(settings, Optional.empty());

        assertThat(target.target().address()).isEqualTo("wms-1/wms/backend");
    }

    @Test
    void aServiceThatIsNamedTwiceIsRefused() {
        assertThatThrownBy(() -> new ComposeKind(Path.of("/srv"), Map.of())
                        .bind(block("backend", "backend").build(), Optional.empty()))
                .isInstanceOfSatisfying(
                        SettingException.class,
                        refused -> assertThat(refused.key()).isEqualTo("services"))
                .hasMessage("a service is named twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--build", "-f", "two\nlines"})
    void whatLooksLikeAnOptionIsNoFile(String written) {
        assertThat(likes(ComposeKind.FILE)).allMatch(like -> !written.matches(like));
        assertThat(likes(ComposeKind.SERVICES)).allMatch(like -> !written.matches(like));
    }

    @Test
    void everyKeyIsDescribed() {
        assertThat(new ComposeKind(Path.of("/srv"), Map.of()).shape().keys())
                .extracting(key -> key.name() + (key.required() ? "!" : ""))
                .containsExactly("folder!", "file!", "services!", "env-file", "project", "host", "releases", "up");
    }

    private static List<String> likes(Key<List<Text>> key) {
        var item = (Form.OfText) ((Form.OfList<Text>) key.form()).item();
        return item.like().stream().map(Object::toString).toList();
    }
}
