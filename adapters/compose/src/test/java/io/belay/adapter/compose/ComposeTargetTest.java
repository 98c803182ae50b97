package io.belay.adapter.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.release.Memory;
import io.belay.core.release.Standing;
import io.belay.core.release.Standing.Condition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read of a compose host, what is run there, and what becomes of commands that fail. */
@Timeout(120)
final class ComposeTargetTest {
    @TempDir
    private Path root;

    private StubDocker docker;
    private Release first;
    private ComposeTarget target;

    @BeforeEach
    void deployOnce() {
        docker = new StubDocker(root);
        first = docker.deploy(1);
        target = new ComposeTarget(docker.host(), StubDocker.setup());
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(40), InstantSource.system());
    }

    private Standing read() throws InterruptedException {
        return target.read(soon());
    }

    private static void refused(ThrowingCallable call, Fault.Kind kind, String words) {
        assertThatThrownBy(call).isInstanceOfSatisfying(PortException.class, refused -> {
            assertThat(refused.fault().message()).contains(words);
            assertThat(refused.fault().kind()).isEqualTo(kind);
        });
    }

    @Test
    void whatRunsByAMutableTagIsKnownByItsDigests() throws Exception {
        assertThat(read().only(first.revision())).isTrue();
        assertThat(read().revisions().getFirst().label()).isEqualTo("not recorded");
    }

    @Test
    void theSameTagWithOtherImagesIsAnotherRevision() throws Exception {
        docker.deploy(2);

        assertThat(read().serving()).doesNotContainKey(first.revision());
    }

    @Test
    void whatIsStampedIsRecordedSoThatThereIsAWayBack() throws Exception {
        target.remember(read(), Memory.EMPTY, soon());
        docker.deploy(2);

        target.shift(read(), first.revision(), Memory.EMPTY, soon());

        assertThat(read().only(first.revision())).isTrue();
        assertThat(Files.readString(docker.folder().resolve("releases/" + first.revision() + ".yaml")))
                .contains("ghcr.test/wms/backend@" + StubDocker.digest(10));
    }

    @Test
    void onlyTheServicesOfTheReleaseAreTouched() throws Exception {
        target.remember(read(), Memory.EMPTY, soon());
        docker.deploy(2);
        var database = docker.read("containers/postgres/id");

        target.shift(read(), first.revision(), Memory.EMPTY, soon());

        assertThat(docker.read("containers/postgres/id")).isEqualTo(database);
        assertThat(docker.read("calls"))
                .contains("compose --project-name wms --file docker-compose.yml --file releases/" + first.revision()
                        + ".yaml up --detach --no-build --pull missing --no-deps backend frontend\n");
    }

    @Test
    void whatWasLeftIsRecordedAsWell() throws Exception {
        target.remember(read(), Memory.EMPTY, soon());
        var second = docker.deploy(2);

        target.shift(read(), first.revision(), Memory.EMPTY, soon());

        assertThat(read().revisions()).extracting(Standing.Available::revision).contains(second.revision());
    }

    @Test
    void imagesThatNoRegistryKnowsCannotBeReturnedTo() throws Exception {
        docker.trouble("registry", "");

        assertThat(read().revisions().getFirst().unfit())
                .hasValueSatisfying(why -> assertThat(why).contains("not pinned"));
    }

    @ParameterizedTest
    @CsvSource({
        "state, restarting, Moving",
        "health, starting, Moving",
        "health, unhealthy, Moving",
        "state, exited, Settled",
        "health, healthy, Settled"
    })
    void whetherItHasArrivedIsDockersWord(String field, String value, String condition) throws Exception {
        docker.container("backend", field, value);

        assertThat(read().condition().getClass().getSimpleName()).isEqualTo(condition);
    }

    @Test
    void aContainerThatEndedInErrorIsBroken() throws Exception {
        docker.container("backend", "state", "exited");
        docker.container("backend", "exit", "1");

        assertThat(read().condition()).isEqualTo(new Condition.Broken("backend has exited with 1"));
    }

    @Test
    void aServiceWithoutAContainerIsBroken() throws Exception {
        docker.remove("frontend");

        assertThat(read().condition()).isEqualTo(new Condition.Broken("frontend has no container"));
    }

    @Test
    void aFileThatHoldsMoreThanImagesIsNoRelease() throws Exception {
        docker.file("clever.yaml", "services: { backend: { image: x, privileged: true } }");

        assertThat(read().revisions()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Cannot connect to the Docker daemon at unix:///var/run/docker.sock | UNREACHABLE",
                "permission denied while trying to connect to the docker API | DENIED",
                "toomanyrequests: You have reached your pull rate limit | THROTTLED",
                "manifest for x not found: manifest unknown | NOT_FOUND",
                "yaml: line 3: mapping values are not allowed | REJECTED"
            })
    void whatDockerSaysIsTranslatedAndKept(String words, Fault.Kind kind) {
        docker.trouble("fail", words);

        refused(this::read, kind, words);
    }

    @Test
    void withoutDockerItIsSaidSo() {
        var nowhere = new LocalHost(docker.folder(), Map.of("PATH", root.toString()));

        refused(
                () -> new ComposeTarget(nowhere, StubDocker.setup()).read(soon()),
                Fault.Kind.NOT_FOUND,
                "no program docker");
    }

    @Test
    void aCommandThatTakesTooLongIsEndedWithItsChildren() throws Exception {
        docker.trouble("hang", "");

        refused(
                () -> target.read(Deadline.in(Duration.ofSeconds(3), InstantSource.system())),
                Fault.Kind.TIMED_OUT,
                "not done in time");

        assertThat(gone(Long.parseLong(docker.read("child").strip()))).isTrue();
    }

    private static boolean gone(long child) throws InterruptedException {
        for (int look = 0; look < 250; look++) {
            // Killed, it may wait as a zombie for whoever adopted it.
            if (ProcessHandle.of(child).filter(ProcessHandle::isAlive).isEmpty()) {
                return true;
            }
            Thread.sleep(20);
        }
        return false;
    }

    @Test
    void floodsOfOutputAreCutAndDoNotBlock() {
        docker.trouble("flood", "");

        refused(this::read, Fault.Kind.REJECTED, "no JSON");
    }

    @Test
    void commandsSeeNoSecretOfOurs() throws Exception {
        var ran = docker.host().run(List.of("env"), soon());

        assertThat(ran.out()).contains("DOCKER_STUB").doesNotContain("never-passed-on");
    }

    @Test
    void whileAnotherIsAtWorkNobodyWrites() throws Exception {
        var seen = read();
        var begun = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        var other = Thread.ofVirtual().start(() -> {
            try {
                docker.host().alone("releases", soon(), () -> {
                    begun.countDown();
                    return done.await(30, TimeUnit.SECONDS);
                });
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        begun.await();

        refused(
                () -> target.remember(seen, Memory.EMPTY, Deadline.in(Duration.ofMillis(300), InstantSource.system())),
                Fault.Kind.CONFLICT,
                "another run");

        done.countDown();
        other.join();
    }

    @Test
    void aReleaseIsNamedByItsContentWhateverTheTagBesideTheDigest() {
        var digest = StubDocker.digest(1);
        var plain = new Release(Map.of("a", "host:5000/x@" + digest), Optional.empty());
        var tagged = new Release(Map.of("a", "host:5000/x:v1@" + digest), Optional.empty());

        assertThat(plain.revision()).isEqualTo(tagged.revision());
        assertThat(Release.read(plain.text())).contains(plain);
    }
}
