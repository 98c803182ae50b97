package io.belay.runtime.fc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.belay.adapter.aliyun.acs.CredentialSource;
import io.belay.adapter.aliyun.fc.FunctionCompute;
import io.belay.assembly.door.HttpCall;
import io.belay.assembly.door.Later;
import io.belay.core.Correlation;
import io.belay.core.Deadline;
import java.util.Map;
import java.util.Optional;

/**
 * Runs that nobody waits for as FC's asynchronous tasks of the same function, by the alias that it was called by. The role needs
 * {@code fc:InvokeFunction} and {@code fc:GetAsyncTask} on the function, and its asynchronous configuration tasks.
 *
 * @param function its name
 */
record AsyncTasks(FunctionCompute api, String function) implements Later {
    /** GetAsyncTask: "returnPayload is in beta", and is given to accounts alone that asked for it. */
    private static final String UNTOLD =
            "Function Compute returns it to accounts that asked Alibaba Cloud for returnPayload; the log has its verdict";

    AsyncTasks {
        requireNonNull(api, "api");
        requireNonNull(function, "function");
    }

    /** Of the function that the environment is of; empty where it is not FC's. */
    static Optional<Later> in(Map<String, String> environment, CredentialSource credentials) {
        return SelfInvocation.self(environment, credentials).map(self -> new AsyncTasks(self.api(), self.function()));
    }

    @Override
    public void begin(String id, HttpCall call, byte[] body, Correlation correlation) throws InterruptedException {
        api.beginTask(function, SelfInvocation.qualifier(call), id, new String(body, UTF_8), call.deadline());
    }

    @Override
    public Run run(String id, HttpCall call, Deadline deadline) throws InterruptedException {
        var task = api.task(function, SelfInvocation.qualifier(call), id, deadline);
        if (!task.over()) {
            return new Run.Running();
        }
        if (!task.succeeded()) {
            return new Run.Failed(task.status(), task.error());
        }
        return task.payload().isEmpty() ? new Run.Untold(UNTOLD) : new Run.Done(task.payload());
    }
}
