package io.belay.bench.cold;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PeersTest {
    @TempDir
    private Path folder;

    private Peers peers;

    @BeforeEach
    void start() {
        peers = new Peers(folder, Path.of("/jdk/bin/java"));
    }

    private Runner of(String key) throws IOException {
        return peers.all().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private void built(String file) throws IOException {
        Files.createDirectories(folder.resolve(file).resolveSibling(""));
        Files.writeString(folder.resolve(file), "");
    }

    @Test
    void whoWasNotBuiltIsThereAndSaysWhy() throws IOException {
        built("node/why");
        Files.writeString(folder.resolve("node/why"), "there is no npm on the PATH\n");

        assertThat(peers.all()).allMatch(Runner.Absent.class::isInstance);
        assertThat(of(Peers.EXPRESS))
                .isEqualTo(new Runner.Absent(Peers.EXPRESS, Door.HTTP, "Node, Express", "there is no npm on the PATH"));
        assertThat(of(Peers.TOMCAT)).hasFieldOrPropertyWithValue("why", "it was not built");
    }

    @Test
    void eachIsKnownByItsKeyAlone() throws IOException {
        assertThat(peers.all()).extracting(Runner::key).doesNotHaveDuplicates().hasSize(19);
    }

    @Test
    void whoseCacheIsMeasuredStartsAsBelayDoesOnOneClassPathInOneOrder() throws IOException {
        built("plain/built");
        built("plain/target/lib/b.jar");
        built("plain/target/lib/a.jar");
        built("plain/target/lib/a.txt");

        var cached = (Runner.Ready) of("http/plain-aot");

        var jars = folder.resolve("plain/target/lib/a.jar") + ":" + folder.resolve("plain/target/lib/b.jar");
        assertThat(cached.started())
                .containsExactly(
                        "/jdk/bin/java",
                        "-XX:AOTCache=" + folder.resolve("plain/target/HTTP.aot"),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        jars,
                        "peer.Server");
        assertThat(((Runner.Ready) of("http/plain")).started())
                .isEqualTo(List.of("/jdk/bin/java", "--enable-native-access=ALL-UNNAMED", "-cp", jars, "peer.Server"));
        assertThat(((Runner.Ready) of("http/plain")).cache()).isEqualTo(Optional.empty());
    }
}
