package io.belay.runtime.fc;

import io.belay.assembly.door.HttpCall;
import io.belay.assembly.door.Onward;
import io.belay.core.Correlation;
import io.belay.runtime.fc.http.Calls;
import java.util.concurrent.Executor;

/** Goes on in this process: where nobody freezes it after an answer, as on a host of one's own. */
record InProcess(FunctionHandler handler, Executor threads, Calls calls) implements Onward {
    @Override
    public void go(String identity, HttpCall call, byte[] body, Correlation correlation) {
        calls.began();
        threads.execute(() -> {
            try {
                handler.ring(body, call.deadline(), correlation);
            } finally {
                calls.ended();
            }
        });
    }
}
