package io.belay.adapter.aliyun.fc;

import static java.util.Objects.requireNonNull;

import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import java.util.Map;
import java.util.Optional;

/**
 * Stops a function altogether: at most no instance. All its calls fail then, over every alias, those that were served well
 * too. So it is no release target and never part of a rollback: a person asks for it by its name. ("Limit the instances of a
 * function": 0 forbids calls.)
 *
 * <p>What was reserved before is remembered in a tag of the function, so that any later run can undo it.
 */
public final class EmergencyStop {
    private static final String BEFORE = "stop";
    private static final String NOTHING = "none";

    private final FunctionCompute functionCompute;
    private final String function;
    private final Arn arn;
    private final TagNotes notes = new TagNotes("function");

    /**
     * The stop of {@code function}.
     *
     * @param account the account's id, where it is known: it saves a call
     */
    public EmergencyStop(FunctionCompute functionCompute, String function, Optional<String> account) {
        this.functionCompute = requireNonNull(functionCompute, "functionCompute");
        this.function = requireNonNull(function, "function");
        this.arn = new Arn(functionCompute.region(), account, function);
    }

    /**
     * How the function stands.
     *
     * @param reserved the most instances it may have now; empty where nothing is reserved
     * @param before what was reserved before we stopped it, as it was written down; empty where we did not
     */
    public record Stand(Optional<Long> reserved, Optional<String> before) {
        public Stand {
            requireNonNull(reserved, "reserved");
            requireNonNull(before, "before");
        }

        /** Whether no call is served. */
        public boolean stopped() {
            return reserved.equals(Optional.of(0L));
        }

        /** What a stop would do, in a sentence. */
        public String plan() {
            return stopped()
                    ? "nothing to do: no instance is allowed already"
                    : "allow no instance, so that every call fails; now "
                            + reserved.map(most -> most + " at the most").orElse("nothing is reserved");
        }
    }

    /** Writes nothing. */
    public Stand read(Deadline deadline) throws InterruptedException {
        try (var tags = functionCompute.tags(arn, deadline)) {
            var reserved = functionCompute.reserved(function, deadline);
            var before = Optional.ofNullable(notes.in(tags.await()).get(BEFORE)).filter(each -> !each.isEmpty());
            return new Stand(reserved, before);
        }
    }

    /**
     * Stops it, where it stands as {@code seen} says. Doing it again is no write.
     *
     * @throws PortException CONFLICT where it stands otherwise
     */
    public void stop(Stand seen, Deadline deadline) throws InterruptedException {
        unchanged(seen, deadline);
        if (seen.stopped()) {
            return;
        }
        remember(seen.reserved().map(each -> Long.toString(each)).orElse(NOTHING), deadline);
        functionCompute.reserve(function, 0, deadline);
        if (!read(deadline).stopped()) {
            throw conflict("was changed by somebody while it was stopped");
        }
    }

    /**
     * Lets it go on as before we stopped it.
     *
     * @throws PortException REJECTED where we did not stop it, CONFLICT where it stands otherwise than {@code seen}
     */
    public void undo(Stand seen, Deadline deadline) throws InterruptedException {
        unchanged(seen, deadline);
        var before = seen.before()
                .orElseThrow(() -> new PortException(new Fault(
                        Fault.Kind.REJECTED, "the function " + function + " was not stopped by us: nothing to undo")));
        // Who has lifted it meanwhile is not overruled.
        if (seen.stopped() && before.equals(NOTHING)) {
            functionCompute.unreserve(function, deadline);
        }
        if (seen.stopped() && !before.equals(NOTHING)) {
            functionCompute.reserve(function, number(before), deadline);
        }
        remember("", deadline);
        if (read(deadline).stopped()) {
            throw conflict("was stopped again while it was let go");
        }
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
        var tags = notes.missing(Map.of(BEFORE, before), Map.of());
        functionCompute.tag(arn.of(functionCompute, deadline), tags, deadline);
    }

    private long number(String before) {
        try {
            return Long.parseLong(before);
        } catch (NumberFormatException changed) {
            throw new PortException(
                    new Fault(Fault.Kind.REJECTED, "what was reserved before cannot be read: " + before), changed);
        }
    }
}
