package io.belay.adapter.compose.remote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.host.Shell;
import io.belay.core.probe.Target;
import io.belay.core.release.Memory;
import io.belay.core.release.ReleaseTarget;
import io.belay.core.release.Revision;
import io.belay.core.release.Room;
import io.belay.core.release.Standing;
import io.belay.core.release.Standing.Available;
import io.belay.core.release.StateMemory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * A compose project on a host elsewhere. A revision is a digest of all its services' images, each by digest; they and what is
 * remembered lie on the host, in {@code .belay} beside the project's file. A write is compared by the host, under a lock.
 *
 * <p>The host runs one fixed script. What goes into it is of a few characters that mean nothing to a shell, and refused else.
 */
public final class RemoteComposeTarget implements ReleaseTarget {
    static final Pattern FOLDER = Pattern.compile("/[A-Za-z0-9._/-]*");
    static final Pattern FILE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*");
    private static final Pattern IMAGES =
            Pattern.compile("([A-Za-z0-9_][A-Za-z0-9._-]*=([a-z0-9][A-Za-z0-9./:_-]*@)?sha256:[0-9a-f]{64}( |$))+");

    private final Shell shell;
    private final String folder;
    private final String file;

    /**
     * The project of the file {@code file} in {@code folder} on the host of {@code shell}.
     *
     * @throws IllegalArgumentException where one of them has other characters than such names have
     */
    public RemoteComposeTarget(Shell shell, String folder, String file) {
        this.shell = requireNonNull(shell, "shell");
        this.folder = checked(FOLDER, folder);
        this.file = checked(FILE, file);
    }

    private static String checked(Pattern like, String text) {
        if (!like.matcher(text).matches()) {
            throw new IllegalArgumentException(text + " is not like " + like);
        }
        return text;
    }

    @Override
    public Target target() {
        var host = shell.target();
        return new Target("compose:" + host.address() + ":" + folder + "/" + file, host.host());
    }

    @Override
    public String kind() {
        return shell.kind() + "-compose";
    }

    @Override
    public Room room() {
        return StateMemory.ROOM;
    }

    @Override
    public Standing read(Deadline deadline) throws InterruptedException {
        var found = found(deadline);
        var now = Revision.of(found.images());
        var known = new LinkedHashMap<Revision, String>();
        known.put(now, found.images());
        found.remembered().states().forEach(known::putIfAbsent);
        return new Standing(
                Map.of(now, 100),
                found.remembered().moved().filter(move -> move.to().equals(now)).map(StateMemory.Move::at),
                known.entrySet().stream()
                        .map(each ->
                                new Available(each.getKey(), Optional.empty(), unfit(each.getValue()), each.getValue()))
                        .toList(),
                found.condition(),
                found.remembered().memory(),
                Optional.of(found.standing()));
    }

    /** Pulls the images that are not there. */
    @Override
    public void prepare(Standing seen, Revision to, Deadline deadline) throws InterruptedException {
        run("prepare", Map.of("IMAGES", images(found(deadline), to)), deadline);
    }

    @Override
    public void shift(Standing seen, Revision to, Memory memory, Deadline deadline) throws InterruptedException {
        if (seen.only(to) && seen.memory().equals(memory)) {
            return;
        }
        var found = unchanged(seen, deadline);
        var after = found.remembered().with(memory, found.images()).moved(move(to, deadline));
        run("shift", Map.of("SEEN", found.standing(), "MEMORY", text(after), "IMAGES", images(found, to)), deadline);
    }

    @Override
    public void remember(Standing seen, Memory memory, Deadline deadline) throws InterruptedException {
        var found = unchanged(seen, deadline);
        var after = found.remembered().with(memory, found.images());
        // Nothing that the host's script says tells when a container was started.
        var noted = memory.equals(seen.memory()) ? after.sighted(move(Revision.of(found.images()), deadline)) : after;
        run("remember", Map.of("SEEN", found.standing(), "MEMORY", text(noted)), deadline);
    }

    private static StateMemory.Move move(Revision to, Deadline deadline) {
        return new StateMemory.Move(
                to, Instant.ofEpochSecond(deadline.time().instant().getEpochSecond()), 0);
    }

    private Project unchanged(Standing seen, Deadline deadline) throws InterruptedException {
        var found = found(deadline);
        if (!seen.token().equals(Optional.of(found.standing()))) {
            throw fault(Fault.Kind.CONFLICT, folder + " has changed since it was read");
        }
        return found;
    }

    private Project found(Deadline deadline) throws InterruptedException {
        var found = Project.of(run("read", Map.of(), deadline));
        if (!found.standing().matches("[0-9a-f]{64}")) {
            throw fault(Fault.Kind.REJECTED, "the host's script said nothing that can be read");
        }
        if (found.containers().isEmpty()) {
            throw fault(Fault.Kind.NOT_FOUND, "no container of " + folder + "/" + file);
        }
        return found;
    }

    private static String images(Project found, Revision to) {
        var images = Revision.of(found.images()).equals(to)
                ? found.images()
                : Optional.ofNullable(found.remembered().states().get(to))
                        .orElseThrow(() -> fault(Fault.Kind.NOT_FOUND, "nobody remembers the images of " + to));
        unfit(images).ifPresent(why -> {
            throw fault(Fault.Kind.REJECTED, why);
        });
        return images;
    }

    private static Optional<String> unfit(String images) {
        return IMAGES.matcher(images).matches()
                ? Optional.empty()
                : Optional.of("not every service has an image with a digest: " + images);
    }

    /** Packed, since agents take some 20,000 characters in all, and a dozen states of ten services are half of that. */
    private static String text(StateMemory memory) {
        var packed = new ByteArrayOutputStream();
        try (var text = new GZIPOutputStream(packed)) {
            text.write(String.join("\n", memory.values()).getBytes(UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Base64.getEncoder().encodeToString(packed.toByteArray());
    }

    /** What the script said. None of the values has a quotation mark in it: each was matched, made here or is Base64. */
    private String run(String action, Map<String, String> values, Deadline deadline) throws InterruptedException {
        var script = new StringBuilder();
        var all = new LinkedHashMap<>(Map.of("ACTION", action, "FOLDER", folder, "FILE", file));
        all.putAll(values);
        all.forEach((name, value) ->
                script.append("BELAY_").append(name).append("='").append(value).append("'\n"));
        var ended = shell.run(script + Script.TEXT, deadline);
        var last = ended.complained().lines().reduce((_, line) -> line).orElse("");
        return switch (ended.code()) {
            case 0 -> ended.said();
            case 66 -> throw fault(Fault.Kind.REJECTED, "an image cannot be pulled: " + last);
            case 73, 75 -> throw fault(Fault.Kind.CONFLICT, folder + " has changed since it was read");
            default -> throw fault(Fault.Kind.REJECTED, "the host says " + ended.code() + ": " + last);
        };
    }

    /** Read at the first command: a start that only binds this target need not. */
    private static final class Script {
        static final String TEXT = text();

        private static String text() {
            try (var script = RemoteComposeTarget.class.getResourceAsStream("compose.sh")) {
                return new String(requireNonNull(script, "compose.sh").readAllBytes(), UTF_8);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    private static PortException fault(Fault.Kind kind, String message) {
        return new PortException(new Fault(kind, message));
    }
}
