package io.belay.adapter.aws;

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
import io.belay.core.release.Standing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import software.amazon.awssdk.services.lambda.model.GetAliasResponse;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;
import software.amazon.awssdk.services.lambda.model.UpdateAliasRequest;

/**
 * The alias of a Lambda function. A revision is a published version; {@code $LATEST} is none, since what it means changes.
 *
 * <p>A shift is one UpdateAlias, compared by RevisionId, that takes all weights away and carries the journal in the alias's
 * description. The notes lie in the function's tags; {@link LambdaMark} says how they come into force with it.
 */
public final class LambdaAliasTarget implements ReleaseTarget {
    private static final Room ROOM = new Room(200, 8, 256);
    private static final String LATEST = "$LATEST";

    /** So many tags of those who lost a race are too many. */
    private static final int MANY = 20;

    private final AwsClients aws;
    private final String function;
    private final String alias;
    private final LambdaVersions versions;
    private final LambdaNotes notes;
    private final AtomicReference<Optional<String>> arn;

    /** The alias named {@code alias} of the function with this name or ARN. */
    public LambdaAliasTarget(AwsClients aws, String function, String alias) {
        this.aws = requireNonNull(aws, "aws");
        this.function = requireNonNull(function, "function");
        this.alias = requireNonNull(alias, "alias");
        this.versions = new LambdaVersions(aws, function);
        this.notes = new LambdaNotes(new LambdaTags(aws), alias);
        this.arn = new AtomicReference<>(Optional.of(function).filter(name -> name.matches("arn:.+:function:[^:]+")));
    }

    @Override
    public Target target() {
        var region = aws.place().region();
        return new Target("lambda:" + region + ":" + function + ":" + alias, "lambda." + region);
    }

    @Override
    public String kind() {
        return "lambda";
    }

    /** Of {@code AWS/Lambda}: {@code Resource} is what an alarm on one alias has. */
    @Override
    public Map<String, String> dimensions() {
        var name = function.substring(function.lastIndexOf(':') + 1);
        return Map.of("FunctionName", name, "Resource", name + ":" + alias);
    }

    @Override
    public Room room() {
        return ROOM;
    }

    @Override
    public Standing read(Deadline deadline) throws InterruptedException {
        return Together.both(
                () -> AwsCall.ask(
                        deadline,
                        limits -> aws.lambda()
                                .getAlias(request -> request.functionName(function)
                                        .name(alias)
                                        .overrideConfiguration(limits))),
                () -> Together.both(
                        () -> versions.all(deadline),
                        () -> Together.both(
                                () -> versions.configurationAhead(alias, deadline),
                                () -> tagsAhead(deadline),
                                Beside::new),
                        Ahead::new),
                (found, ahead) -> Together.both(
                        () -> serving(found, ahead.beside().serving(), deadline),
                        () -> tags(found, ahead.beside().tags(), deadline),
                        (serving, tags) -> standing(found, ahead.all(), condition(found, serving, deadline), tags)));
    }

    /** What was asked beside the alias. */
    private record Beside(Optional<GetFunctionConfigurationResponse> serving, Map<String, String> tags) {}

    private record Ahead(List<Standing.Available> all, Beside beside) {}

    /** The configuration of what the alias points to: asked by its name, it may have moved in between. */
    private GetFunctionConfigurationResponse serving(
            GetAliasResponse found, Optional<GetFunctionConfigurationResponse> asked, Deadline deadline)
            throws InterruptedException {
        var same = asked.filter(each -> found.functionVersion().equals(each.version()));
        return same.isPresent() ? same.get() : versions.configuration(found.functionVersion(), deadline);
    }

    /** The function's tags, where its ARN is known already; they are needed most of the time. */
    private Map<String, String> tagsAhead(Deadline deadline) throws InterruptedException {
        var known = arn.get();
        return known.isPresent() ? notes.tags(known.get(), deadline) : Map.of();
    }

    private Standing.Condition condition(
            GetAliasResponse found, GetFunctionConfigurationResponse serving, Deadline deadline)
            throws InterruptedException {
        var version = LambdaVersions.condition(serving);
        if (LambdaVersions.shares(found).size() == 1 || !(version instanceof Standing.Condition.Settled)) {
            return version;
        }
        return new CodeDeployShift(aws, function, alias)
                .now(deadline)
                .<Standing.Condition>map(Standing.Condition.Moving::new)
                .orElse(version);
    }

    /** The function's tags; not asked for where no description says that notes are among them. */
    private Map<String, String> tags(GetAliasResponse found, Map<String, String> ahead, Deadline deadline)
            throws InterruptedException {
        arn.set(Optional.of(functionArn(found)));
        var set = LambdaMark.of(found.description()).set();
        // Tags come before the description that names them: what is not there was asked for too early.
        return set.isEmpty() || notes.among(ahead.keySet(), set) ? ahead : notes.tags(functionArn(found), deadline);
    }

    private Standing standing(
            GetAliasResponse found,
            List<Standing.Available> all,
            Standing.Condition condition,
            Map<String, String> tags) {
        var mark = LambdaMark.of(found.description());
        var memory = MemoryText.read(notes.inForce(mark, tags));
        var main = new Revision(found.functionVersion());
        var seen = new LambdaSeen(
                found.revisionId(),
                functionArn(found),
                mark.set(),
                notes.stale(tags.keySet(), mark.set()),
                mark.words());
        var shares = LambdaVersions.shares(found);
        var known = LambdaVersions.withLatest(main, all);
        return new Standing(
                shares,
                LambdaVersions.since(shares, known, memory),
                known,
                condition,
                memory,
                Optional.of(seen.token()));
    }

    /** A version needs no making; whether one can serve, a shift asks beside its first write. */
    @Override
    public void prepare(Standing seen, Revision to, Deadline deadline) {
        returnable(to);
        if (deadline.passed()) {
            throw new PortException(new Fault(Fault.Kind.TIMED_OUT, "no time is left to put " + function + " back"));
        }
    }

    @Override
    public void shift(Standing seen, Revision to, Memory memory, Deadline deadline) throws InterruptedException {
        returnable(to);
        if (seen.only(to) && seen.memory().equals(memory)) {
            return;
        }
        write(
                seen,
                memory,
                () -> fit(to, deadline),
                request -> request.functionVersion(to.name())
                        .routingConfig(routing -> routing.additionalVersionWeights(Map.of())),
                deadline);
    }

    @Override
    public void remember(Standing seen, Memory memory, Deadline deadline) throws InterruptedException {
        write(seen, memory, () -> {}, request -> request, deadline);
    }

    private static void returnable(Revision to) {
        if (to.name().equals(LATEST)) {
            throw new PortException(new Fault(Fault.Kind.REJECTED, LATEST + " is no revision to return to"));
        }
    }

    private void fit(Revision to, Deadline deadline) throws InterruptedException {
        if (LambdaVersions.condition(versions.configuration(to.name(), deadline))
                instanceof Standing.Condition.Broken(String why)) {
            throw new PortException(new Fault(Fault.Kind.REJECTED, why));
        }
    }

    /** More of one request. */
    private interface More {
        UpdateAliasRequest.Builder to(UpdateAliasRequest.Builder request);
    }

    /** @param ask what is asked beside the tags, which are not in force before the alias names them; its fault ends the write */
    private void write(Standing standing, Memory memory, Together.Act ask, More more, Deadline deadline)
            throws InterruptedException {
        var seen = swept(LambdaSeen.of(standing.token().orElse("")), standing.memory(), deadline);
        var texts = MemoryText.write(memory, ROOM);
        var further = LambdaMark.further(texts);
        var before = LambdaMark.further(MemoryText.write(standing.memory(), ROOM));
        var same = !seen.set().isEmpty() && further.equals(before);
        var set = same ? seen.set() : LambdaMark.set(seen.revision(), further);
        Together.both(ask, () -> {
            if (!same) {
                notes.put(seen, set, further, deadline);
            }
        });
        var description = new LambdaMark(seen.words(), set, texts.getOrDefault(MemoryText.JOURNAL, "")).description();
        describe(seen, description, more, deadline);
        notes.keep(seen, before.keySet(), set, deadline);
    }

    /** The alias's next RevisionId. */
    private String describe(LambdaSeen seen, String description, More more, Deadline deadline)
            throws InterruptedException {
        return AwsCall.ask(
                        deadline,
                        limits -> aws.lambda()
                                .updateAlias(request -> more.to(request)
                                        .functionName(function)
                                        .name(alias)
                                        .revisionId(seen.revision())
                                        .description(description)
                                        .overrideConfiguration(limits)))
                .revisionId();
    }

    /**
     * Makes room where many lost a race before us: a function takes 50 tags. Nobody may be about to bring any of theirs into force,
     * so the alias gets another RevisionId first, on which all who still write fail.
     */
    private LambdaSeen swept(LambdaSeen seen, Memory memory, Deadline deadline) throws InterruptedException {
        if (seen.stale().size() < MANY) {
            return seen;
        }
        var texts = MemoryText.write(memory, ROOM);
        var journal = texts.getOrDefault(MemoryText.JOURNAL, "");
        var touched = new LambdaMark(seen.words(), seen.set(), journal).touched();
        var next = describe(seen, touched, request -> request, deadline);
        if (next.equals(seen.revision())) {
            return seen;
        }
        notes.keep(seen, LambdaMark.further(texts).keySet(), seen.set(), deadline);
        return new LambdaSeen(next, seen.function(), seen.set(), List.of(), seen.words());
    }

    private static String functionArn(GetAliasResponse found) {
        return found.aliasArn().substring(0, found.aliasArn().lastIndexOf(':'));
    }
}
