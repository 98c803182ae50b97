package io.belay.adapter.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.belay.adapter.kubernetes.testkit.TestingCluster;
import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.fact.Fact;
import io.belay.core.fact.FactName;
import io.belay.core.fact.Value;
import io.belay.core.probe.Observation.Answered;
import io.belay.core.probe.Probe;
import io.belay.core.settings.Cloud;
import io.belay.core.settings.Kind;
import io.belay.core.settings.SettingException;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import io.belay.core.settings.Text;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The kind {@code kubernetes} of a check. */
class ObjectTest {
    private final TestingCluster cluster = new TestingCluster(InstantSource.system());
    private final Kind<ClusterSource> way = new Way();
    private final ObjectKind kind = new ObjectKind(Map.of(), List.of(way));

    private final class Way implements Kind<ClusterSource> {
        @Override
        public String name() {
            return "testing";
        }

        @Override
        public Shape shape() {
            return Shape.of("A cluster in this process.");
        }

        @Override
        public ClusterSource bind(Settings settings, Optional<Cloud> cloud) {
            var kubeconfig = cluster.server().kubeconfig();
            return _ -> KubeConfig.read(kubeconfig, Optional.empty(), Path.of("."));
        }
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    private Probe probe(String name, String... paths) {
        return probeOf("deployment", name, paths);
    }

    private Probe probeOf(String object, String name, String... paths) {
        Set<FactName> asked = Arrays.stream(paths)
                .map(path -> new FactName(path.isEmpty() ? "found" : "answer", path))
                .collect(Collectors.toSet());
        return kind.in(Optional.empty())
                .bind(
                        Settings.builder()
                                .set(ObjectKind.OBJECT, object)
                                .set(ObjectKind.NAMESPACE, Text.of(TestingCluster.NAMESPACE))
                                .set(ObjectKind.NAME, Text.of(name))
                                .set(
                                        new ClusterWays(Map.of(), List.of(way))
                                                .keys()
                                                .getFirst(),
                                        Settings.builder().build())
                                .build(),
                        asked);
    }

    private static Map<String, Value> seen(Probe probe) throws InterruptedException {
        return ((Answered) probe.observe(Deadline.in(Duration.ofSeconds(20), InstantSource.system())))
                .facts().stream().collect(Collectors.toMap(fact -> fact.name().argument(), Fact::value));
    }

    @Test
    void aDeploymentIsReadAsItStands() throws Exception {
        cluster.deploy("shop/api@sha256:" + "a".repeat(64));
        cluster.settle();
        var image = "$.spec.template.spec.containers[0].image";

        assertThat(seen(probe(TestingCluster.NAME, "", image, "$.metadata.name", "$.spec.nothing")))
                .containsEntry("", Value.of(true))
                .containsEntry(image, Value.of("shop/api@sha256:" + "a".repeat(64)))
                .containsEntry("$.metadata.name", Value.of(TestingCluster.NAME))
                .containsEntry("$.spec.nothing", Value.absent());
    }

    @Test
    void anObjectOfAnotherKindIsReadFromItsGroup() throws Exception {
        cluster.hold("""
                {
                  "apiVersion": "policy/v1",
                  "kind": "PodDisruptionBudget",
                  "metadata": { "name": "api", "namespace": "shop" },
                  "status": { "disruptionsAllowed": 1 }
                }
                """);

        assertThat(seen(probeOf("poddisruptionbudget", "api", "$.status.disruptionsAllowed")))
                .containsEntry("$.status.disruptionsAllowed", Value.of(1));
        assertThat(seen(probeOf("poddisruptionbudget", "worker", ""))).containsEntry("", Value.of(false));
    }

    @Test
    void whoMayNotReadAnObjectIsTold() {
        cluster.server().forbid("get", "secrets");

        assertThatExceptionOfType(PortException.class)
                .isThrownBy(() -> seen(probeOf("secret", "api", "$.data")))
                .satisfies(denied -> assertThat(denied.fault())
                        .hasToString("denied: GET /api/v1/namespaces/shop/secrets/api: HTTP 403: secrets \"api\" is"
                                + " forbidden: User \"system:serviceaccount:shop:belay\" cannot get resource"
                                + " \"secrets\" in API group \"\" in the namespace \"shop\""));
    }

    @Test
    void whatIsNotThereIsAnAnswer() throws Exception {
        assertThat(seen(probe("nobody", "", "$.spec"))).containsEntry("", Value.of(false));
    }

    @Test
    void thatTheServerDoesNotAnswerIsAFaultAndNoFailure() {
        var probe = probe(TestingCluster.NAME, "$.spec");
        cluster.close();

        assertThatExceptionOfType(PortException.class)
                .isThrownBy(() -> seen(probe))
                .satisfies(failed -> assertThat(failed.fault().kind()).isEqualTo(Fault.Kind.UNREACHABLE));
    }

    @Test
    void eachKindOfObjectHasItsPlace() {
        assertThat(new ObjectPath("poddisruptionbudget", "bailian-prod", "backend").path())
                .isEqualTo("/apis/policy/v1/namespaces/bailian-prod/poddisruptionbudgets/backend");
        assertThat(new ObjectPath("secret", "bailian-prod", "backend").path())
                .isEqualTo("/api/v1/namespaces/bailian-prod/secrets/backend");
        assertThat(new ObjectPath("namespace", "default", "bailian-prod").path())
                .isEqualTo("/api/v1/namespaces/bailian-prod");
        assertThat(new ObjectPath("secret", "a", "b").hidden()).contains("data", "annotations");
    }

    @Test
    void aMalformedPathIsAFaultOfTheFile() {
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> probe(TestingCluster.NAME, "spec"))
                .withMessageContaining("begins with $");
    }
}
