package io.belay.adapter.aliyun.fc;

import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The name that a function has all over the cloud; tags want it, and its account is asked for once where it was not said. */
final class Arn {
    private final String function;
    private final AtomicReference<Optional<String>> known;

    Arn(String region, Optional<String> account, String function) {
        this.function = function;
        this.known = new AtomicReference<>(account.map(id -> text(region, id)));
    }

    String of(FunctionCompute functionCompute, Deadline deadline) throws InterruptedException {
        var found = known.get();
        if (found.isPresent()) {
            return found.get();
        }
        try (var asked = functionCompute.function(function, Optional.empty(), deadline)) {
            // acs:fc:REGION:ACCOUNT:functions/NAME
            var parts = asked.await().arn().split(":", -1);
            if (parts.length < 5) {
                throw new PortException(
                        new Fault(Fault.Kind.REJECTED, "FC GetFunction: no functionArn of " + function));
            }
            var text = text(parts[2], parts[3]);
            known.set(Optional.of(text));
            return text;
        }
    }

    private String text(String region, String account) {
        return "acs:fc:" + region + ":" + account + ":functions/" + function;
    }
}
