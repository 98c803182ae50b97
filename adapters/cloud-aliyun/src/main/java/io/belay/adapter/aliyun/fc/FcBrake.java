package io.belay.adapter.aliyun.fc;

import static java.util.Objects.requireNonNull;

import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.probe.Target;
import io.belay.core.release.EmergencyBrake;
import java.util.Map;
import java.util.Optional;

/**
 * Stops a function altogether: at most no instance, so that all its calls fail, over every alias. ("Limit the instances of a
 * function": 0 forbids calls.) What was reserved before is remembered in an alias of our own ({@link AliasNotes}).
 */
public final class FcBrake implements EmergencyBrake {
    private static final String BEFORE = "stop";

    private final FunctionCompute functionCompute;
    private final String function;
    private final AliasNotes notes;

    /** The brake of {@code function}. */
    public FcBrake(FunctionCompute functionCompute, String function) {
        this.functionCompute = requireNonNull(functionCompute, "functionCompute");
        this.function = requireNonNull(function, "function");
        // No alias of a person's can have a name that makes this prefix.
        this.notes = new AliasNotes(functionCompute, function, "belay_stop");
    }

    @Override
    public Target target() {
        return new Target("fc:" + functionCompute.region() + "/" + function, functionCompute.host());
    }

    @Override
    public String kind() {
        return "fc-stop";
    }

    @Override
    public Stand read(Deadline deadline) throws InterruptedException {
        try (var kept = notes.read(deadline)) {
            var reserved = functionCompute.reserved(function, deadline);
            var before = Optional.ofNullable(kept.await().notes().get(BEFORE)).filter(each -> !each.isEmpty());
            return new Stand(reserved, before);
        }
    }

    @Override
    public void stop(Stand seen, Deadline deadline) throws InterruptedException {
        unchanged(seen, deadline);
        if (seen.stopped()) {
            return;
        }
        remember(seen.written(), deadline);
        functionCompute.reserve(function, 0, deadline);
        if (!read(deadline).stopped()) {
            throw conflict("was changed by somebody while it was stopped");
        }
    }

    @Override
    public void resume(Stand seen, Deadline deadline) throws InterruptedException {
        unchanged(seen, deadline);
        var most = seen.resumed().most();
        // Who has lifted it meanwhile is not overruled.
        if (!most.equals(seen.most())) {
            allow(most, deadline);
        }
        remember("", deadline);
        if (read(deadline).stopped()) {
            throw conflict("was stopped again while it was let go");
        }
    }

    private void allow(Optional<Long> most, Deadline deadline) throws InterruptedException {
        if (most.isPresent()) {
            functionCompute.reserve(function, most.get(), deadline);
            return;
        }
        functionCompute.unreserve(function, deadline);
    }

    private void unchanged(Stand seen, Deadline deadline) throws InterruptedException {
        if (!read(deadline).equals(seen)) {
            throw conflict("does not stand as it was read");
        }
    }

    private PortException conflict(String how) {
        return new PortException(new Fault(Fault.Kind.CONFLICT, "the function " + function + " " + how));
    }

    private void remember(String before, Deadline deadline) throws InterruptedException {
        try (var kept = notes.read(deadline)) {
            notes.write(kept.await(), Map.of(BEFORE, before), deadline);
        }
    }
}
