package io.belay.adapter.rules;

import static java.util.Objects.requireNonNull;

import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.alarm.AlarmStore;
import io.belay.core.alarm.Applied;
import io.belay.core.alarm.Canonical;
import io.belay.core.alarm.Held;
import io.belay.core.alarm.Kind;
import io.belay.core.alarm.Owner;
import io.belay.core.alarm.Rendering;
import io.belay.core.alarm.Resource;
import io.belay.core.alarm.Toll;
import io.belay.core.plan.Change;
import io.belay.core.probe.Target;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Alarms in a rule file of Prometheus. All changes of one call are one replacement of the file, which a reader sees before or after
 * and never in between. That Prometheus reads it anew, whoever runs it sees to.
 */
public final class RuleFileStore implements AlarmStore {
    private static final int TOGETHER = 10_000;

    private final Path path;

    /** The rules in {@code path}, which need not be there yet; its folder has to be. */
    public RuleFileStore(Path path) {
        this.path = requireNonNull(path, "path");
    }

    @Override
    public Target target() {
        var address = "prometheus:" + path.getFileName();
        return new Target(address, address);
    }

    @Override
    public String kind() {
        return "prometheus";
    }

    @Override
    public List<Held> current(Owner owner, List<Resource> wanted, Deadline deadline) {
        var kinds = wanted.stream()
                .filter(each -> each.kind() == Kind.ALARM || each.kind() == Kind.COMPOSITE)
                .collect(Collectors.toMap(Resource::name, Resource::kind));
        return read(deadline).all(kinds).stream()
                .filter(each -> each.owner().equals(Optional.of(owner))
                        || kinds.containsKey(each.id().name()))
                .map(Held::of)
                .toList();
    }

    @Override
    public List<Rendering> canonical(Owner owner, List<Resource> wanted, Deadline deadline) {
        var form = new PromForm(owner);
        return wanted.stream().map(form::of).toList();
    }

    @Override
    public Toll toll(Change<Canonical> change) {
        return new Toll(Map.of(), TOGETHER);
    }

    @Override
    public List<Applied> apply(Owner owner, List<Change<Canonical>> changes, Deadline deadline) {
        var file = read(deadline);
        var applied = new ArrayList<Applied>();
        for (var each : changes) {
            applied.add(apply(owner, each, file));
        }
        if (applied.stream().anyMatch(Applied.Written.class::isInstance)) {
            write(file.written());
        }
        return applied;
    }

    private static Applied apply(Owner owner, Change<Canonical> change, RuleFile file) {
        var id = change.subject().id();
        return Applied.unwritten(owner, change, file.find(id), () -> false).orElseGet(() -> {
            change.after().ifPresentOrElse(form -> file.put(owner, form), () -> file.remove(id));
            return new Applied.Written();
        });
    }

    private RuleFile read(Deadline deadline) {
        if (deadline.passed()) {
            throw new PortException(new Fault(Fault.Kind.TIMED_OUT, "no time was left"));
        }
        try {
            return RuleFile.read(Files.exists(path) ? Files.readString(path) : "");
        } catch (IllegalArgumentException wrong) {
            throw new PortException(new Fault(Fault.Kind.REJECTED, path.getFileName() + ": " + wrong.getMessage()));
        } catch (IOException broken) {
            throw fault("read", broken);
        }
    }

    private void write(String text) {
        try {
            var beside = path.resolveSibling(path.getFileName() + ".new");
            Files.writeString(beside, text);
            Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException broken) {
            throw fault("written", broken);
        }
    }

    private PortException fault(String what, IOException broken) {
        var kind = broken instanceof AccessDeniedException ? Fault.Kind.DENIED : Fault.Kind.REJECTED;
        return new PortException(new Fault(
                kind,
                path.getFileName() + " cannot be " + what + " ("
                        + broken.getClass().getSimpleName() + ")"));
    }
}
