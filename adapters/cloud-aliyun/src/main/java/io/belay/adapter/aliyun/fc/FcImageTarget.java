package io.belay.adapter.aliyun.fc;

import static java.util.Objects.requireNonNull;

import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.probe.Target;
import io.belay.core.release.Memory;
import io.belay.core.release.MemoryText;
import io.belay.core.release.ReleaseTarget;
import io.belay.core.release.Revision;
import io.belay.core.release.Room;
import io.belay.core.release.Stamp;
import io.belay.core.release.Standing;
import io.belay.core.release.Standing.Available;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A function of Function Compute 3.0 that runs an image and has no alias: all calls go to LATEST, and putting it back means
 * another update. Its revisions are images by their digests; what it ran before, nobody but our own memory knows.
 *
 * <p>An update answers at once and is prepared afterwards; until then, and where that fails, the image before serves. ("States
 * of custom container functions".) The memory lives in {@link AliasNotes}, written before the update. Other settings of the function, its
 * environment say, are not put back: an alias to a version does that.
 */
public final class FcImageTarget implements ReleaseTarget {
    private static final Room ROOM = new Room(ImageNotes.JOURNAL, 5, AliasNotes.LONGEST);

    private final FunctionCompute functionCompute;
    private final String name;
    private final AliasNotes notes;

    /** The function {@code name}. */
    public FcImageTarget(FunctionCompute functionCompute, String name) {
        this.functionCompute = requireNonNull(functionCompute, "functionCompute");
        this.name = requireNonNull(name, "name");
        this.notes = new AliasNotes(functionCompute, name, "belay_image");
    }

    @Override
    public Target target() {
        return new Target("fc:" + functionCompute.region() + "/" + name, functionCompute.host());
    }

    @Override
    public String kind() {
        return "fc-image";
    }

    @Override
    public Map<String, String> dimensions() {
        return Map.of("functionName", name);
    }

    @Override
    public Room room() {
        return ROOM;
    }

    @Override
    public Standing read(Deadline deadline) throws InterruptedException {
        var found = find(deadline);
        var serving = Image.of(found.function());
        var memory = found.memory();
        return new Standing(
                Map.of(serving, 100),
                ImageNotes.since(found.book().notes(), serving).or(found.function()::modified),
                revisions(serving, memory),
                found.function().condition(),
                memory,
                Optional.empty());
    }

    private record Found(Function function, AliasNotes.Book book) {
        Memory memory() {
            return MemoryText.read(ImageNotes.joined(book.notes()));
        }
    }

    private Found find(Deadline deadline) throws InterruptedException {
        try (var function = functionCompute.function(name, Optional.empty(), deadline);
                var kept = notes.read(deadline)) {
            return new Found(function.await(), kept.await());
        }
    }

    private static List<Available> revisions(Revision serving, Memory memory) {
        return Stream.concat(Stream.of(serving), memory.stamps().stream().map(Stamp::revision))
                .distinct()
                .map(each -> new Available(each, Optional.empty(), Optional.empty(), ""))
                .toList();
    }

    /** Nothing can be made ready beforehand; what is no image with a digest is refused. */
    @Override
    public void prepare(Standing seen, Revision to, Deadline deadline) {
        Image.name(to);
        if (deadline.passed()) {
            throw new PortException(new Fault(Fault.Kind.TIMED_OUT, "no time is left to put " + name + " back"));
        }
    }

    @Override
    public void shift(Standing seen, Revision to, Memory memory, Deadline deadline) throws InterruptedException {
        if (seen.only(to) && seen.memory().equals(memory)) {
            return;
        }
        Image.name(to);
        write(seen, to, memory, deadline);
    }

    @Override
    public void remember(Standing seen, Memory memory, Deadline deadline) throws InterruptedException {
        write(seen, seen.current().orElseThrow(), memory, deadline);
    }

    private void write(Standing seen, Revision to, Memory memory, Deadline deadline) throws InterruptedException {
        var before = find(deadline);
        var serving = Image.of(before.function());
        if (!seen.only(serving) || !before.memory().equals(seen.memory())) {
            throw new PortException(new Fault(
                    Fault.Kind.CONFLICT,
                    "the function " + name + " does not stand as it was read: somebody changed it"));
        }
        var now = deadline.time().instant().truncatedTo(ChronoUnit.SECONDS);
        var since = to.equals(serving)
                ? ImageNotes.since(before.book().notes(), serving).or(before.function()::modified)
                : Optional.of(now);
        var wanted = ImageNotes.cut(Kept.write(memory, ROOM), to, since);
        notes.write(before.book(), wanted, deadline);
        if (!to.equals(serving)) {
            functionCompute.container(name, Image.put(before.function(), to.name()), deadline);
        }
        var after = find(deadline);
        if (!Image.of(after.function()).equals(to) || !after.book().notes().equals(wanted)) {
            throw new PortException(new Fault(
                    Fault.Kind.CONFLICT, "the function " + name + " was changed by somebody while it was written"));
        }
    }
}
