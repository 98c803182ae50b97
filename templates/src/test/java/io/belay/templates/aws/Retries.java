package io.belay.templates.aws;

import java.util.List;
import java.util.Optional;

/** What cannot be delivered is tried again a few times, soon, and then kept where it can be seen. */
final class Retries implements Rule {
    static final int MOST = 2;

    /** Seconds: an alarm older than that is refused anyway, and the next sweep asks it. */
    static final int OLDEST = 900;

    @Override
    public void hold(Templates templates, Faults faults) {
        var sam = templates.sam();
        sam.ofType(Sam.FUNCTION).forEach((_, function) -> {
            bounded(function, sam.given(function, "EventInvokeConfig"), "EventInvokeConfig", faults);
            if (sam.given(function, "DeadLetterQueue", "TargetArn").isEmpty()) {
                faults.at(function, "a DeadLetterQueue is missing");
            }
        });
        sam.events().forEach((_, event) -> delivered(event.find("Properties").orElse(event), faults));
        sam.ofType("AWS::Events::Rule").values().stream()
                .flatMap(rule -> rule.find("Properties", "Targets").stream())
                .flatMap(targets -> targets.items().stream())
                .forEach(target -> delivered(target, faults));
        sam.ofType("AWS::SNS::Subscription").forEach((_, subscription) -> {
            if (subscription
                    .find("Properties", "RedrivePolicy", "deadLetterTargetArn")
                    .isEmpty()) {
                faults.at(subscription, "a RedrivePolicy with a dead-letter queue is missing");
            }
        });
    }

    private static void delivered(Node target, Faults faults) {
        bounded(target, target.find("RetryPolicy"), "RetryPolicy", faults);
        if (target.find("DeadLetterConfig", "Arn").isEmpty()) {
            faults.at(target, "a DeadLetterConfig is missing");
        }
    }

    private static void bounded(Node owner, Optional<Node> policy, String name, Faults faults) {
        if (policy.isEmpty()) {
            faults.at(owner, name + " is missing: AWS would try 185 times in a day, or twice in six hours");
            return;
        }
        for (var bound : List.of("MaximumRetryAttempts", "MaximumEventAgeInSeconds")) {
            var most = bound.startsWith("MaximumRetry") ? MOST : OLDEST;
            var found = policy.get().text(bound);
            if (!found.matches("\\d{1,6}") || Integer.parseInt(found) > most) {
                faults.at(
                        policy.get(),
                        bound + ": " + most + " at the most is meant, found " + (found.isEmpty() ? "nothing" : found));
            }
        }
    }
}
