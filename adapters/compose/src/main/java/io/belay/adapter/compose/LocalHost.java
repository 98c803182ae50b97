package io.belay.adapter.compose;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** The host that we run on. */
public final class LocalHost implements Host {
    /** A release is a few lines; what is longer is none. */
    private static final long LONGEST = 64 * 1024;

    private static final int MOST = 500;

    private final Path folder;
    private final Map<String, String> environment;

    /**
     * A host whose compose files are in {@code folder}.
     *
     * @param environment ours, of which commands get to see only what docker needs: no secret of ours is theirs
     */
    public LocalHost(Path folder, Map<String, String> environment) {
        this.folder = folder.toAbsolutePath();
        this.environment = environment.entrySet().stream()
                .filter(each -> each.getKey().matches("PATH|HOME|XDG_RUNTIME_DIR|(DOCKER|COMPOSE)_.*"))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Ran run(List<String> command, Deadline deadline) throws InterruptedException {
        return new LocalCommand(folder, environment).run(command, deadline);
    }

    @Override
    public Map<String, String> texts(String name) {
        var texts = new TreeMap<String, String>();
        var inside = folder.resolve(name);
        if (!Files.isDirectory(inside)) {
            return texts;
        }
        try (var files = Files.newDirectoryStream(inside, "*.{yaml,yml,txt}")) {
            for (var file : files) {
                if (Files.isRegularFile(file) && Files.size(file) <= LONGEST && texts.size() < MOST) {
                    texts.put(file.getFileName().toString(), Files.readString(file));
                }
            }
            return texts;
        } catch (IOException failed) {
            throw failure(inside, failed);
        }
    }

    @Override
    public void write(String name, String file, String text) {
        var inside = folder.resolve(name);
        try {
            Files.createDirectories(inside);
            var draft = Files.createTempFile(inside, ".draft", "");
            try {
                try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                    channel.write(UTF_8.encode(text));
                    // Else a power cut may leave a renamed file without its content.
                    channel.force(true);
                }
                Files.move(draft, inside.resolve(file), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException failed) {
            throw failure(inside, failed);
        }
    }

    @Override
    public <T> T alone(String name, Deadline deadline, Callable<T> work) throws InterruptedException {
        var inside = folder.resolve(name);
        try {
            Files.createDirectories(inside);
            try (var channel =
                    FileChannel.open(inside.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                while (!locked(channel)) {
                    if (deadline.passed()) {
                        throw new PortException(new Fault(Fault.Kind.CONFLICT, "another run is at work in " + inside));
                    }
                    Thread.sleep(20);
                }
                // Closing the channel gives the lock back, and so does the end of a process that was killed.
                return work.call();
            }
        } catch (IOException failed) {
            throw failure(inside, failed);
        } catch (RuntimeException | InterruptedException passed) {
            throw passed;
        } catch (Exception unforeseen) {
            throw new IllegalStateException(unforeseen);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            // Another thread of this very process.
            return false;
        }
    }

    private static PortException failure(Path where, IOException failed) {
        var kind = failed instanceof AccessDeniedException ? Fault.Kind.DENIED : Fault.Kind.REJECTED;
        return new PortException(
                new Fault(kind, where + ": " + failed.getClass().getSimpleName() + " " + failed.getMessage()), failed);
    }
}
