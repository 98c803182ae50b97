package io.belay.adapter.aws;

import static java.util.Objects.requireNonNull;

import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.probe.Target;
import io.belay.core.release.EmergencyBrake;
import java.util.Map;
import java.util.Optional;

/**
 * Stops a Lambda function altogether: no concurrency is reserved for it, so that all its calls are throttled, over every alias and
 * version. ("Configuring reserved concurrency": "To throttle a function, set the reserved concurrency to zero.") What was reserved
 * before is remembered in the tag {@value #BEFORE} of the function. Nothing compares a write, so each reads before and after.
 */
public final class LambdaBrake implements EmergencyBrake {
    static final String BEFORE = "belay:stop";

    private final AwsClients aws;
    private final String function;

    /** The brake of {@code function}, by its name. */
    public LambdaBrake(AwsClients aws, String function) {
        this.aws = requireNonNull(aws, "aws");
        this.function = requireNonNull(function, "function");
    }

    @Override
    public Target target() {
        return new Target("lambda:" + aws.place().region() + ":" + function, function);
    }

    @Override
    public String kind() {
        return "lambda-stop";
    }

    @Override
    public Stand read(Deadline deadline) throws InterruptedException {
        return read(arn(deadline), deadline);
    }

    private Stand read(String arn, Deadline deadline) throws InterruptedException {
        return Together.both(() -> reserved(deadline), () -> before(arn, deadline), Stand::new);
    }

    @Override
    public void stop(Stand seen, Deadline deadline) throws InterruptedException {
        var arn = unchanged(seen, deadline);
        if (seen.stopped()) {
            return;
        }
        AwsCall.ask(
                deadline,
                limits -> aws.lambda()
                        .tagResource(request -> request.resource(arn)
                                .tags(Map.of(BEFORE, seen.written()))
                                .overrideConfiguration(limits)));
        reserve(0, deadline);
        if (!read(arn, deadline).stopped()) {
            throw conflict("was changed by somebody while it was stopped");
        }
    }

    @Override
    public void resume(Stand seen, Deadline deadline) throws InterruptedException {
        var arn = unchanged(seen, deadline);
        var most = seen.resumed().most();
        // Who has lifted it meanwhile is not overruled.
        if (!most.equals(seen.most())) {
            allow(most, deadline);
        }
        AwsCall.ask(
                deadline,
                limits -> aws.lambda()
                        .untagResource(
                                request -> request.resource(arn).tagKeys(BEFORE).overrideConfiguration(limits)));
        if (read(arn, deadline).stopped()) {
            throw conflict("was stopped again while it was let go");
        }
    }

    private void allow(Optional<Long> most, Deadline deadline) throws InterruptedException {
        if (most.isPresent()) {
            reserve(Math.toIntExact(most.get()), deadline);
            return;
        }
        AwsCall.ask(
                deadline,
                limits -> aws.lambda()
                        .deleteFunctionConcurrency(
                                request -> request.functionName(function).overrideConfiguration(limits)));
    }

    private void reserve(int most, Deadline deadline) throws InterruptedException {
        AwsCall.ask(
                deadline,
                limits -> aws.lambda()
                        .putFunctionConcurrency(request -> request.functionName(function)
                                .reservedConcurrentExecutions(most)
                                .overrideConfiguration(limits)));
    }

    private Optional<Long> reserved(Deadline deadline) throws InterruptedException {
        var found = AwsCall.ask(
                deadline,
                limits -> aws.lambda()
                        .getFunctionConcurrency(
                                request -> request.functionName(function).overrideConfiguration(limits)));
        return Optional.ofNullable(found.reservedConcurrentExecutions()).map(Integer::longValue);
    }

    private Optional<String> before(String arn, Deadline deadline) throws InterruptedException {
        var tags = AwsCall.ask(
                        deadline,
                        limits -> aws.lambda()
                                .listTags(request -> request.resource(arn).overrideConfiguration(limits)))
                .tags();
        return Optional.ofNullable(tags.get(BEFORE));
    }

    /** Without a qualifier it is the function's own, which tags want. */
    private String arn(Deadline deadline) throws InterruptedException {
        return AwsCall.ask(
                        deadline,
                        limits -> aws.lambda()
                                .getFunctionConfiguration(request ->
                                        request.functionName(function).overrideConfiguration(limits)))
                .functionArn();
    }

    private String unchanged(Stand seen, Deadline deadline) throws InterruptedException {
        var arn = arn(deadline);
        if (!read(arn, deadline).equals(seen)) {
            throw conflict("does not stand as it was read");
        }
        return arn;
    }

    private PortException conflict(String how) {
        return new PortException(new Fault(Fault.Kind.CONFLICT, "the function " + function + " " + how));
    }
}
