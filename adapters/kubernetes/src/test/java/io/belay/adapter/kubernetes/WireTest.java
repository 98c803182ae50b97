package io.belay.adapter.kubernetes;

import static io.belay.adapter.kubernetes.Targets.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.adapter.kubernetes.testkit.ApiServer;
import io.belay.adapter.kubernetes.testkit.Authority;
import io.belay.adapter.kubernetes.testkit.Mishap;
import io.belay.adapter.kubernetes.testkit.TestingCluster;
import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.release.Memory;
import io.belay.core.release.Revision;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a cluster is asked, and what becomes of answers that are none. */
@Timeout(60)
final class WireTest {
    private final TestingCluster cluster = new TestingCluster(InstantSource.system());
    private final String good = cluster.deploy("registry.test/api:1");
    private final String bad = cluster.deploy("registry.test/api:2");
    private final DeploymentTarget target = Targets.of(cluster);

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        cluster.close();
    }

    private static Fault refused(ThrowingCallable call, Fault.Kind kind) {
        var fault = new Fault[1];
        assertThatThrownBy(call).isInstanceOfSatisfying(PortException.class, refused -> {
            assertThat(refused.fault().kind()).isEqualTo(kind);
            assertThat(refused.fault().message()).doesNotContain(ApiServer.TOKEN);
            fault[0] = refused.fault();
        });
        return fault[0];
    }

    @ParameterizedTest
    @CsvSource({
        "THROTTLED, THROTTLED",
        "CUT, UNREACHABLE",
        "ANSWER_LOST, UNREACHABLE",
        "REDIRECTED, REJECTED",
        "WEBHOOK_FAILS, UNREACHABLE",
        "PAGE, REJECTED"
    })
    void aWriteIsSentOnceWhateverBefallsIt(Mishap mishap, Fault.Kind kind) throws Exception {
        var seen = target.read(soon());
        cluster.server().next(mishap);

        refused(() -> target.remember(seen, Memory.EMPTY, soon()), kind);

        assertThat(cluster.server().writes()).isOne();
    }

    @Test
    void afterALostAnswerReadingTellsThatItWasDone() throws Exception {
        var seen = target.read(soon());
        cluster.server().next(Mishap.ANSWER_LOST);
        refused(() -> target.remember(seen, Memory.EMPTY, soon()), Fault.Kind.UNREACHABLE);

        refused(() -> target.shift(seen, new Revision(good), Memory.EMPTY, soon()), Fault.Kind.CONFLICT);
        target.shift(target.read(soon()), new Revision(good), Memory.EMPTY, soon());
        cluster.settle();

        assertThat(target.read(soon()).only(new Revision(good))).isTrue();
    }

    @Test
    void aSilentServerCostsNoMoreThanTheDeadline() {
        cluster.server().next(Mishap.SILENT);
        var begun = System.nanoTime();

        refused(() -> target.read(Deadline.in(Duration.ofMillis(600), InstantSource.system())), Fault.Kind.TIMED_OUT);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void anInterruptIsHeard() throws Exception {
        cluster.server().next(Mishap.SILENT);
        var heard = new boolean[1];
        var thread = Thread.ofVirtual().start(() -> {
            try {
                target.read(soon());
            } catch (InterruptedException _) {
                heard[0] = true;
            }
        });

        thread.interrupt();
        thread.join(Duration.ofSeconds(10));

        assertThat(heard[0]).isTrue();
    }

    @Test
    void whatIsNotAllowedIsToldInTheServersWords() throws Exception {
        cluster.server().forbid("patch", "deployments");
        var seen = target.read(soon());

        var fault = refused(() -> target.remember(seen, Memory.EMPTY, soon()), Fault.Kind.DENIED);

        assertThat(fault.message()).contains("cannot patch resource \"deployments\"");
    }

    @Test
    void aWrongTokenIsDenied() {
        cluster.server().rotate("another");

        refused(() -> target.read(soon()), Fault.Kind.DENIED);
    }

    @Test
    void aDeploymentThatIsNotThereIsNotFound() {
        var none = new DeploymentTarget(
                _ -> KubeConfig.read(cluster.server().kubeconfig(), Optional.empty(), folder),
                new DeploymentName("testing", "shop", "none"),
                Pins.AS_WRITTEN);

        refused(() -> none.read(soon()), Fault.Kind.NOT_FOUND);
    }

    @Test
    void aServerThatTheAuthorityDoesNotKnowIsNotAsked() {
        var stranger = new ClusterAccess(
                cluster.server().address(), Optional.of(new Authority().pem()), new Login.Token(ApiServer.TOKEN));
        var wrong = new DeploymentTarget(_ -> stranger, Targets.NAME, Pins.AS_WRITTEN);

        refused(() -> wrong.read(soon()), Fault.Kind.UNREACHABLE);

        assertThat(cluster.server().calls()).isEmpty();
    }

    @Test
    void withoutAnAuthorityThePlatformsOwnDecide() {
        var access = new ClusterAccess(cluster.server().address(), Optional.empty(), new Login.Token(ApiServer.TOKEN));
        var wrong = new DeploymentTarget(_ -> access, Targets.NAME, Pins.AS_WRITTEN);

        refused(() -> wrong.read(soon()), Fault.Kind.UNREACHABLE);
    }

    @ParameterizedTest
    @CsvSource({"RSA, 2048", "EC, 256", "EC, 384"})
    void aClientCertificateOpensTheDoorWhateverTheFormOfItsKey(String algorithm, int bits) throws Exception {
        var issued = cluster.server().authority().issue("belay", algorithm, bits);
        var framed = issued.key().getEncoded();
        for (var pem : Map.of("PRIVATE KEY", framed, algorithm + " PRIVATE KEY", Authority.old(issued.key()))
                .entrySet()) {
            var access = new ClusterAccess(
                    cluster.server().address(),
                    Optional.of(cluster.server().authority().pem()),
                    new Login.Certificate(issued.chain(), Authority.pem(pem.getKey(), pem.getValue())));

            var standing = new DeploymentTarget(_ -> access, Targets.NAME, Pins.AS_WRITTEN).read(soon());

            assertThat(standing.only(new Revision(bad))).isTrue();
        }
    }

    @Test
    void inTheClusterTheTokenIsReadAnewForEveryCall() throws Exception {
        Files.writeString(folder.resolve("ca.crt"), cluster.server().authority().pem());
        Files.writeString(folder.resolve("token"), ApiServer.TOKEN + "\n");
        var address = cluster.server().address();
        var source = new InCluster(
                Map.of(
                        "KUBERNETES_SERVICE_HOST", address.getHost(),
                        "KUBERNETES_SERVICE_PORT", Integer.toString(address.getPort())),
                folder);
        var inside = new DeploymentTarget(source, Targets.NAME, Pins.AS_WRITTEN);
        inside.read(soon());

        cluster.server().rotate("the-next-one");
        Files.writeString(folder.resolve("token"), "the-next-one");

        assertThat(inside.read(soon()).only(new Revision(bad))).isTrue();
    }

    @Test
    void outsideAClusterItIsSaidSo() {
        refused(() -> new InCluster(Map.of()).access(soon()), Fault.Kind.NOT_FOUND);
    }

    @Test
    void aTokenThatNoHeaderCanHoldIsNotQuoted() {
        var access = new ClusterAccess(
                cluster.server().address(), Optional.empty(), new Login.Token(ApiServer.TOKEN + "\nX-Other: 1"));

        refused(
                () -> new DeploymentTarget(_ -> access, Targets.NAME, Pins.AS_WRITTEN).read(soon()),
                Fault.Kind.REJECTED);
    }
}
