package io.belay.adapter.kubernetes;

import io.belay.core.release.Standing.Condition;

/**
 * Whether a Deployment's rollout is done: the questions and their order are those of {@code kubectl rollout status}
 * (kubectl, {@code polymorphichelpers/rollout_status.go}).
 */
final class Rollout {
    private Rollout() {}

    static Condition of(Deployment deployment) {
        if (!deployment.observed()) {
            return new Condition.Moving("the controller has not seen the change yet");
        }
        var wanted = deployment.wanted();
        var updated = deployment.pods("updatedReplicas");
        var all = deployment.pods("replicas");
        var available = deployment.pods("availableReplicas");
        var left = updated < wanted
                ? updated + " of " + wanted + " pods are of the wanted revision"
                : all > updated
                        ? (all - updated) + " pods of another revision are still to end"
                        : available < updated ? available + " of " + updated + " pods are available" : "";
        // Told, it is where it should be, even where it took longer than its deadline.
        if (left.isEmpty()) {
            return new Condition.Settled();
        }
        if (deployment.paused()) {
            return new Condition.Broken(left + ", and the Deployment is paused");
        }
        var late = deployment
                .condition("Progressing")
                .filter(each -> each.text("reason")
                        .filter("ProgressDeadlineExceeded"::equals)
                        .isPresent());
        if (late.isPresent()) {
            return new Condition.Broken(left + "; ProgressDeadlineExceeded"
                    + late.get().text("message").map(each -> ": " + each).orElse(""));
        }
        var failing = deployment
                .condition("ReplicaFailure")
                .flatMap(each -> each.text("message"))
                .map(each -> "; " + each)
                .orElse("");
        return new Condition.Moving(left + failing);
    }
}
