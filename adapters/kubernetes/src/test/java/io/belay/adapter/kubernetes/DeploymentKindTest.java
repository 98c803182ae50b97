package io.belay.adapter.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.adapter.kubernetes.testkit.ApiServer;
import io.belay.adapter.kubernetes.testkit.TestingCluster;
import io.belay.core.release.ReleaseTarget;
import io.belay.core.release.Revision;
import io.belay.core.settings.Cloud;
import io.belay.core.settings.Key;
import io.belay.core.settings.Kind;
import io.belay.core.settings.SettingException;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import io.belay.core.settings.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a block of the system file to a cluster. */
final class DeploymentKindTest {
    private static final Key<Settings> KUBECONFIG =
            Key.block("kubeconfig", new KubeConfigKind(Path.of("/")).shape(), "");
    private static final Key<Settings> MANAGED = Key.block("managed", Shape.of(""), "");

    private final TestingCluster cluster = new TestingCluster(InstantSource.system());
    private final Revision serving = new Revision(cluster.deploy("registry.test/api:1"));

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        cluster.close();
    }

    /** A way that somebody else's module knows. */
    private record Managed(ClusterSource source) implements Kind<ClusterSource> {
        @Override
        public String name() {
            return "managed";
        }

        @Override
        public Shape shape() {
            return Shape.of("A cluster that a cloud manages.", Key.text("id", "Its id."));
        }

        @Override
        public ClusterSource bind(Settings settings, Optional<Cloud> cloud) {
            if (cloud.isEmpty()) {
                throw new SettingException("id", "nobody says where");
            }
            return source;
        }
    }

    private DeploymentKind kind(Map<String, String> environment) {
        ClusterSource source = _ -> KubeConfig.read(cluster.server().kubeconfig(), Optional.empty(), folder);
        return new DeploymentKind(environment, List.of(new KubeConfigKind(folder), new Managed(source)));
    }

    private ReleaseTarget bound(UnaryOperator<Settings.Builder> more) {
        return bound(Map.of(), more);
    }

    private ReleaseTarget bound(Map<String, String> environment, UnaryOperator<Settings.Builder> more) {
        var block = Settings.builder()
                .set(DeploymentKind.NAMESPACE, Text.of(TestingCluster.NAMESPACE))
                .set(DeploymentKind.DEPLOYMENT, Text.of(TestingCluster.NAME));
        return kind(environment)
                .bind(more.apply(block).build(), Optional.of(new Cloud(Cloud.Provider.ALIYUN, "cn-hangzhou")));
    }

    private static UnaryOperator<Settings.Builder> kubeconfig(UnaryOperator<Settings.Builder> inside) {
        return block -> block.set(KUBECONFIG, inside.apply(Settings.builder()).build());
    }

    private void isRead(ReleaseTarget target) throws InterruptedException {
        assertThat(target.read(Targets.soon()).current()).contains(serving);
    }

    @Test
    void aKubeconfigIsReadFromTheFilesFolderOn() throws Exception {
        Files.writeString(folder.resolve("cluster.yaml"), cluster.server().kubeconfig());

        var target = bound(kubeconfig(inside -> inside.set(KubeConfigKind.FILE, Text.of("cluster.yaml"))));

        assertThat(target.kind()).isEqualTo("kubernetes");
        assertThat(target.target().address()).isEqualTo("kubernetes/shop/api");
        assertThat(cluster.server().calls()).isEmpty();
        isRead(target);
    }

    @Test
    void aKubeconfigMayComeAsASecret() throws Exception {
        var secret = new Text(List.of(
                new Text.Part.Secret("${env:KUBECONFIG}", cluster.server().kubeconfig())));

        isRead(bound(kubeconfig(inside -> inside.set(KubeConfigKind.TEXT, secret))));
    }

    @Test
    void anotherContextIsNoWayToTheCurrentOne() {
        var target = bound(kubeconfig(inside -> inside.set(
                        KubeConfigKind.TEXT, Text.of(cluster.server().kubeconfig()))
                .set(KubeConfigKind.CONTEXT, Text.of("elsewhere"))));

        assertThatThrownBy(() -> target.read(Targets.soon())).hasMessageContaining("no context named elsewhere");
    }

    @Test
    void aWayOfAnotherModuleIsOneMoreKey() throws Exception {
        assertThat(kind(Map.of()).shape().keys())
                .extracting(key -> key.name() + (key.required() ? "!" : ""))
                .containsExactly("namespace!", "deployment!", "pins", "cluster", "kubeconfig", "managed");

        isRead(bound(block -> block.set(MANAGED, Settings.builder().build())));
    }

    @Test
    void withoutAWayItIsTheClusterThatWeRunIn() {
        var target = bound(UnaryOperator.identity());

        assertThatThrownBy(() -> target.read(Targets.soon()))
                .hasMessageContaining("KUBERNETES_SERVICE_HOST is not set; name a kubeconfig instead");
    }

    @Test
    void ofTwoWaysTheSecondIsRefused() {
        assertThatThrownBy(() -> bound(kubeconfig(inside -> inside.set(KubeConfigKind.FILE, Text.of("x")))
                        .andThen(block -> block.set(MANAGED, Settings.builder().build()))::apply))
                .isInstanceOfSatisfying(
                        SettingException.class,
                        refused -> assertThat(refused.key()).isEqualTo("managed"))
                .hasMessage("one way to the cluster; kubeconfig stands there already");
    }

    @Test
    void whatIsWrongInAWaySaysInWhich() {
        assertThatThrownBy(() -> bound(kubeconfig(UnaryOperator.identity())))
                .isInstanceOfSatisfying(
                        SettingException.class,
                        refused -> assertThat(refused.key()).isEqualTo("kubeconfig"))
                .hasMessage("file: either file or text");
    }

    @Test
    void pinsMayBeRequired() throws Exception {
        var target = bound(kubeconfig(inside ->
                        inside.set(KubeConfigKind.TEXT, Text.of(cluster.server().kubeconfig())))
                .andThen(block -> block.set(DeploymentKind.PINS, "required"))::apply);

        assertThat(target.read(Targets.soon()).revisions())
                .allSatisfy(each -> assertThat(each.unfit()).isPresent());
    }

    @Test
    void theTokenIsNeverShown() {
        var target = bound(kubeconfig(inside ->
                inside.set(KubeConfigKind.TEXT, Text.of(cluster.server().kubeconfig()))));

        assertThat(target.toString() + target.target()).doesNotContain(ApiServer.TOKEN);
    }
}
