package io.belay.demo.harbor;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.demo.harbor.Progress.State;
import io.belay.demo.server.Folder;
import io.belay.demo.server.ServerException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class HarborStartTest {

    private final ConcurrentLinkedQueue<Map.Entry<Part, State>> told = new ConcurrentLinkedQueue<>();
    private final Progress progress = (part, state, _) -> told.add(Map.entry(part, state));

    @Test
    void everyPartSaysThatItStartsAndThatItWorks() throws InterruptedException {
        Harbor.start(HarborOptions.standard(), progress).close();

        var last = new EnumMap<Part, State>(Part.class);
        told.forEach(each -> last.put(each.getKey(), each.getValue()));
        assertThat(told).contains(Map.entry(Part.DATABASE, State.STARTING));
        assertThat(last).containsOnlyKeys(Part.values());
        assertThat(last.values()).isSubsetOf(State.UP, State.ABSENT);
    }

    @Test
    void closingLeavesNoProcessAndNoFile() throws Exception {
        var before = children();
        var harbor = Harbor.start(HarborOptions.standard(), Progress.SILENT);
        var folder = Path.of(HarborClient.named(harbor, "HARBOR_CA_FILE"), "..", "..")
                .normalize();
        assertThat(children()).hasSizeGreaterThan(before.size());
        harbor.close();
        harbor.close();

        assertThat(children()).containsExactlyInAnyOrderElementsOf(before);
        assertThat(folder).doesNotExist();
    }

    @Test
    void aTakenPortIsSaidBeforeAnythingStarts() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var options = HarborOptions.standard().at(taken.getLocalPort());

            assertThatThrownBy(() -> Harbor.start(options, progress))
                    .isInstanceOf(ServerException.class)
                    .hasMessageContaining("port " + taken.getLocalPort());
            assertThat(told).isEmpty();
        }
    }

    @Test
    void aDatabaseThatFailsTakesTheOthersDownWithIt() throws Exception {
        Harbor.start(HarborOptions.standard(), Progress.SILENT).close();
        var before = children();
        try (var folder = Folder.temporary("harbor-test-")) {
            for (var program : list(HarborOptions.standard().shelf())) {
                Files.createDirectory(folder.path().resolve(program));
            }

            assertThatThrownBy(() -> Harbor.start(new HarborOptions(0, Optional.empty(), folder.path()), progress))
                    .isInstanceOf(ServerException.class)
                    .hasMessageContaining("initdb");
        }
        assertThat(told).contains(Map.entry(Part.DATABASE, State.FAILED));
        assertThat(children()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void aStartThatIsCalledOffLeavesNothing() throws Exception {
        var before = children();
        var failure = new ConcurrentLinkedQueue<Throwable>();
        var begun = new CountDownLatch(1);
        var start = Thread.ofVirtual().start(() -> {
            try {
                Harbor.start(HarborOptions.standard(), (_, _, _) -> begun.countDown())
                        .close();
            } catch (InterruptedException expected) {
                failure.add(expected);
            }
        });
        assertThat(begun.await(10, SECONDS)).isTrue();
        start.interrupt();
        start.join();

        assertThat(failure).hasOnlyElementsOfType(InterruptedException.class).hasSize(1);
        assertThat(children()).containsExactlyInAnyOrderElementsOf(before);
    }

    private static List<String> list(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.map(entry -> String.valueOf(entry.getFileName())).toList();
        }
    }

    private static List<Long> children() {
        try (Stream<ProcessHandle> children = ProcessHandle.current().children()) {
            return children.filter(ProcessHandle::isAlive)
                    .map(ProcessHandle::pid)
                    .toList();
        }
    }
}
