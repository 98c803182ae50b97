package io.belay.adapter.aws.testkit;

import java.util.Map;

/** A refusal as the JSON protocols write it; the code goes into a header as well. */
final class JsonRefusals {
    private JsonRefusals() {}

    static Answer of(Refusal refusal) {
        var said =
                Answer.json11(Map.of("__type", refusal.code(), "message", refusal.words(), "Message", refusal.words()));
        return new Answer(refusal.status(), said.type(), said.body());
    }
}
