package io.belay.adapter.aliyun.fc;

import static java.util.Objects.requireNonNull;

import io.belay.adapter.aliyun.http.Pending;
import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.probe.Target;
import io.belay.core.release.Memory;
import io.belay.core.release.MemoryText;
import io.belay.core.release.ReleaseTarget;
import io.belay.core.release.Revision;
import io.belay.core.release.Room;
import io.belay.core.release.Standing;
import io.belay.core.release.Standing.Available;
import io.belay.core.release.Standing.Condition;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An alias of a function of Function Compute 3.0; its revisions are the function's published versions.
 *
 * <p>The journal lives in the alias's description, so that it changes in the same write as the traffic; all else lives in {@link
 * AliasNotes}, written before. Function Compute compares nothing by itself ({@code UpdateAliasInput} has no etag), so each
 * write reads once more directly before and once after.
 *
 * <p>{@link Standing#since()} is when the version on trial came into the alias. It is written down here, since every write of
 * ours moves the alias's own time.
 */
public final class FcAliasTarget implements ReleaseTarget {
    private static final Room ROOM = new Room(Description.JOURNAL, 5, AliasNotes.LONGEST);
    private static final String LATEST = "LATEST";
    private static final int MOST = 100;

    private final FunctionCompute functionCompute;
    private final String function;
    private final String alias;
    private final AliasNotes notes;

    /** The alias {@code alias} of {@code function}. */
    public FcAliasTarget(FunctionCompute functionCompute, String function, String alias) {
        this.functionCompute = requireNonNull(functionCompute, "functionCompute");
        this.function = requireNonNull(function, "function");
        this.alias = requireNonNull(alias, "alias");
        this.notes = AliasNotes.of(functionCompute, function, alias);
    }

    @Override
    public Target target() {
        return new Target("fc:" + functionCompute.region() + "/" + function + ":" + alias, functionCompute.host());
    }

    @Override
    public String kind() {
        return "fc-alias";
    }

    /** The region is among them as well, in some alarms; the name alone is in all. (CloudMonitor, metrics of {@code acs_fc}.) */
    @Override
    public Map<String, String> dimensions() {
        return Map.of("functionName", function);
    }

    @Override
    public Room room() {
        return ROOM;
    }

    @Override
    public Standing read(Deadline deadline) throws InterruptedException {
        try (var asked = functionCompute.alias(function, alias, deadline);
                var served = functionCompute.function(function, Optional.of(alias), deadline);
                var versions = functionCompute.versions(function, Optional.empty(), deadline);
                var kept = notes.read(deadline)) {
            var found = new Found(asked.await(), kept.await());
            var revisions = revisions(versions.await(), deadline);
            return new Standing(
                    serving(found.alias()),
                    Description.of(found.alias().description())
                            .since(trial(found.alias()), found.alias().modified()),
                    revisions,
                    condition(served),
                    memory(found),
                    Optional.empty());
        }
    }

    /** What writes are compared with. */
    private record Found(Alias alias, AliasNotes.Book book) {}

    private Found find(Deadline deadline) throws InterruptedException {
        try (var asked = functionCompute.alias(function, alias, deadline);
                var kept = notes.read(deadline)) {
            return new Found(asked.await(), kept.await());
        }
    }

    private Map<Revision, Integer> serving(Alias found) {
        var serving = new LinkedHashMap<Revision, Integer>();
        found.percents().forEach((version, percent) -> {
            if (version.equals(LATEST)) {
                throw new PortException(new Fault(
                        Fault.Kind.REJECTED,
                        "the alias " + alias + " points to LATEST, which is another build after every change: publish a"
                                + " version and point the alias to it"));
            }
            serving.put(new Revision(version), percent);
        });
        return serving;
    }

    /** The newest version that gets anything: what a canary brings in. */
    private static String trial(Alias found) {
        return found.percents().keySet().stream()
                .max((one, other) ->
                        one.length() == other.length() ? one.compareTo(other) : one.length() - other.length())
                .orElse(found.versionId());
    }

    private List<Available> revisions(FunctionCompute.Versions first, Deadline deadline) throws InterruptedException {
        var list = new ArrayList<>(first.list());
        var next = first.next();
        while (next.isPresent() && list.size() < MOST) {
            try (var page = functionCompute.versions(function, next, deadline)) {
                var more = page.await();
                list.addAll(more.list());
                // An empty page with a next one could go on for ever.
                next = more.list().isEmpty() ? Optional.empty() : more.next();
            }
        }
        return list.stream()
                .limit(MOST)
                .filter(each -> !each.id().isEmpty() && !each.id().equals(LATEST))
                .map(each ->
                        new Available(new Revision(each.id()), each.created(), Optional.empty(), each.description()))
                .toList();
    }

    private Condition condition(Pending<Function> served) throws InterruptedException {
        try {
            return served.await().ready();
        } catch (PortException refused) {
            // The alias itself was found: what it points to was deleted.
            if (refused.fault().kind() == Fault.Kind.NOT_FOUND) {
                return new Condition.Broken(refused.fault().message());
            }
            throw refused;
        }
    }

    private static Memory memory(Found found) {
        var all = new LinkedHashMap<>(found.book().notes());
        Description.of(found.alias().description()).journal().ifPresent(each -> all.put(MemoryText.JOURNAL, each));
        return MemoryText.read(all);
    }

    /** A version needs no making; whether one can serve, a shift asks before it writes. */
    @Override
    public void prepare(Standing seen, Revision to, Deadline deadline) {
        version(to);
        if (deadline.passed()) {
            throw new PortException(new Fault(Fault.Kind.TIMED_OUT, "no time is left to put " + alias + " back"));
        }
    }

    private static void fit(Revision to, Condition condition) {
        switch (condition) {
            case Condition.Settled() -> {}
            case Condition.Moving(String how)
            when how.startsWith("Pending") ->
                throw new PortException(new Fault(Fault.Kind.UNREACHABLE, "version " + to + " is " + how));
            case Condition.Moving(String how) ->
                throw new PortException(new Fault(
                        Fault.Kind.REJECTED, "version " + to + " is " + how + "; the first call wakes it, and fails"));
            case Condition.Broken(String why) ->
                throw new PortException(new Fault(Fault.Kind.REJECTED, "version " + to + " is " + why));
        }
    }

    @Override
    public void shift(Standing seen, Revision to, Memory memory, Deadline deadline) throws InterruptedException {
        var version = version(to);
        if (seen.only(to) && seen.memory().equals(memory)) {
            return;
        }
        try (var asked = functionCompute.function(function, Optional.of(version), deadline)) {
            var before = unchanged(seen, deadline);
            fit(to, asked.await().ready());
            write(before, Optional.of(version), memory, deadline);
        }
    }

    @Override
    public void remember(Standing seen, Memory memory, Deadline deadline) throws InterruptedException {
        write(unchanged(seen, deadline), Optional.empty(), memory, deadline);
    }

    private Found unchanged(Standing seen, Deadline deadline) throws InterruptedException {
        var before = find(deadline);
        if (!serving(before.alias()).equals(seen.serving()) || !memory(before).equals(seen.memory())) {
            throw new PortException(new Fault(
                    Fault.Kind.CONFLICT,
                    "the alias " + alias + " does not stand as it was read: somebody else changed it"));
        }
        return before;
    }

    private void write(Found before, Optional<String> to, Memory memory, Deadline deadline)
            throws InterruptedException {
        var kept = new LinkedHashMap<>(Kept.write(memory, ROOM));
        var wanted = wanted(before.alias(), to, requireNonNull(kept.remove(MemoryText.JOURNAL)), deadline);
        notes.write(before.book(), kept, deadline);
        if (!stands(before.alias(), wanted)) {
            functionCompute.put(function, alias, wanted, deadline);
        }
        var after = find(deadline);
        if (!stands(after.alias(), wanted) || !after.book().notes().equals(kept)) {
            throw new PortException(new Fault(
                    Fault.Kind.CONFLICT, "the alias " + alias + " was changed by somebody else while it was written"));
        }
    }

    private static Alias wanted(Alias before, Optional<String> to, String journal, Deadline deadline) {
        var described = Description.of(before.description());
        var moved = to.filter(
                version -> !(before.weights().isEmpty() && before.versionId().equals(version)));
        var now = deadline.time().instant().truncatedTo(ChronoUnit.SECONDS);
        var current = moved.orElse(trial(before));
        var since = moved.isPresent() ? Optional.of(now) : described.since(current, before.modified());
        var text = new Description(Optional.of(journal), current, since, described.text()).write();
        return moved.map(version -> new Alias(version, Map.of(), text, Optional.empty()))
                .orElse(new Alias(before.versionId(), before.weights(), text, Optional.empty()));
    }

    private static boolean stands(Alias found, Alias wanted) {
        return found.sends(wanted) && found.description().equals(wanted.description());
    }

    private static String version(Revision to) {
        if (!to.name().matches("\\d+")) {
            throw new PortException(new Fault(Fault.Kind.REJECTED, to + " is no published version"));
        }
        return to.name();
    }
}
