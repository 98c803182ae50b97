package io.belay.adapter.aws;

import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.alarm.AlarmSpec;
import io.belay.core.alarm.Composite;
import io.belay.core.alarm.Held;
import io.belay.core.alarm.Obstacle;
import io.belay.core.alarm.Receiver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Whether what an alarm calls is there and may be called: topics and functions, each asked once. Of another account's, and of other
 * services', nothing can be told here.
 */
final class ActionReach {
    private final AwsAccount account;
    private final Deadline deadline;
    private final TopicCalls topics;
    private final FunctionPermission functions;
    private final Map<String, Boolean> known = new HashMap<>();
    private final Map<String, Optional<List<JsonNode>>> policies = new HashMap<>();

    ActionReach(AwsClients aws, AwsAccount account, Deadline deadline) {
        this.account = account;
        this.deadline = deadline;
        this.topics = new TopicCalls(aws);
        this.functions = new FunctionPermission(aws, account);
    }

    /** {@code held} with what stands in the way of each of its actions. */
    Held seen(Held held) throws InterruptedException {
        var obstacles = new ArrayList<>(held.obstacles());
        var resource = held.form().resource();
        var told = resource instanceof AlarmSpec alarm
                ? alarm.receivers()
                : resource instanceof Composite composite ? composite.receivers() : List.<Receiver>of();
        for (var each : told) {
            obstacle(each.name(), account.alarm(resource.name())).ifPresent(obstacles::add);
        }
        return new Held(held.form(), obstacles);
    }

    private Optional<Obstacle> obstacle(String action, String alarm) throws InterruptedException {
        if (account.has("sns", action)) {
            return topic(action);
        }
        return account.has("lambda", action) ? function(action, alarm) : Optional.empty();
    }

    /** Why nobody would hear of what is published to {@code arn}. */
    Optional<Obstacle> topic(String arn) throws InterruptedException {
        var there = known.get(arn);
        if (there == null) {
            there = topics.attributes(arn, deadline).isPresent();
            known.put(arn, there);
        }
        return there
                ? Optional.empty()
                : Optional.of(new Obstacle(Obstacle.Reason.NO_TOPIC, arn, "there is no topic of this name"));
    }

    private Optional<Obstacle> function(String arn, String alarm) throws InterruptedException {
        var policy = policies.get(arn);
        if (policy == null) {
            policy = statements(arn);
            policies.put(arn, policy);
        }
        if (policy.isEmpty()) {
            return Optional.of(new Obstacle(
                    Obstacle.Reason.NO_FUNCTION,
                    arn,
                    "there is no function, or no alias or version of it, of this name"));
        }
        return FunctionPermission.allows(policy.get(), alarm)
                ? Optional.empty()
                : Optional.of(new Obstacle(
                        Obstacle.Reason.NO_PERMISSION,
                        arn,
                        "its policy does not let " + FunctionPermission.CALLER + " call it for this alarm"));
    }

    private Optional<List<JsonNode>> statements(String arn) throws InterruptedException {
        try {
            return functions.statements(arn, deadline);
        } catch (PortException fault) {
            // What is written as no ARN of a function is called by nobody.
            if (fault.fault().kind() == Fault.Kind.REJECTED) {
                return Optional.empty();
            }
            throw fault;
        }
    }
}
