package io.belay.adapter.aws;

import io.belay.core.Deadline;
import io.belay.core.PortException;
import java.util.List;
import java.util.Map;

/** The tags of Lambda functions, each by its ARN. */
record LambdaTags(AwsClients aws) {
    /** As many as UntagResource is asked for at once. */
    private static final int MOST = 50;

    Map<String, String> of(String function, Deadline deadline) throws InterruptedException {
        return AwsCall.ask(
                        deadline,
                        limits -> aws.lambda()
                                .listTags(request -> request.resource(function).overrideConfiguration(limits)))
                .tags();
    }

    void put(String function, Map<String, String> tags, Deadline deadline) throws InterruptedException {
        AwsCall.ask(
                deadline,
                limits -> aws.lambda()
                        .tagResource(
                                request -> request.resource(function).tags(tags).overrideConfiguration(limits)));
    }

    /** What is left of them harms nothing, and the next write sees it. */
    void remove(String function, List<String> keys, Deadline deadline) throws InterruptedException {
        if (keys.isEmpty()) {
            return;
        }
        try {
            AwsCall.ask(
                    deadline,
                    limits -> aws.lambda()
                            .untagResource(request -> request.resource(function)
                                    .tagKeys(keys.stream().limit(MOST).toList())
                                    .overrideConfiguration(limits)));
        } catch (PortException _) {
            // The write itself is done: it must not look as if it were not.
            return;
        }
    }
}
