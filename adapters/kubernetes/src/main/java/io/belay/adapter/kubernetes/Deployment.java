package io.belay.adapter.kubernetes;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Deployment of {@code apps/v1}, as it was read. */
record Deployment(Json json) {
    private Json metadata() {
        return json.object("metadata");
    }

    private Json spec() {
        return json.object("spec");
    }

    private Json status() {
        return json.object("status");
    }

    String uid() {
        return metadata().text("uid").orElse("");
    }

    String resourceVersion() {
        return metadata().text("resourceVersion").orElse("");
    }

    Map<String, String> annotations() {
        return metadata().object("annotations").texts();
    }

    boolean observed() {
        return status().whole("observedGeneration").orElse(0)
                >= metadata().whole("generation").orElse(0);
    }

    boolean paused() {
        return spec().flag("paused");
    }

    /** How many pods are wanted; one where nothing is said. */
    int wanted() {
        return spec().whole("replicas").orElse(1);
    }

    int historyLimit() {
        return spec().whole("revisionHistoryLimit").orElse(10);
    }

    Map<String, Object> template() {
        return ReplicaSet.withoutHash(spec().object("template"));
    }

    int pods(String which) {
        return status().whole(which).orElse(0);
    }

    Optional<Json> condition(String type) {
        return status().objects("conditions").stream()
                .filter(each -> each.text("type").filter(type::equals).isPresent())
                .findFirst();
    }

    /** When its rollout last got on, or ended; empty where that was another rollout's. */
    Optional<Instant> progressed() {
        return observed()
                ? condition("Progressing")
                        .flatMap(each -> each.text("lastUpdateTime"))
                        .map(Instant::parse)
                : Optional.empty();
    }

    /** Its selector as the parameter of a list ("Labels and Selectors", API). */
    String selector() {
        var labels = spec().object("selector").object("matchLabels").texts().entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue());
        var expressions =
                spec().object("selector").objects("matchExpressions").stream().map(Deployment::expression);
        return Stream.concat(labels, expressions).collect(Collectors.joining(","));
    }

    private static String expression(Json expression) {
        var key = expression.text("key").orElse("");
        List<String> values = expression.list("values");
        return switch (expression.text("operator").orElse("")) {
            case "In" -> key + " in (" + String.join(",", values) + ")";
            case "NotIn" -> key + " notin (" + String.join(",", values) + ")";
            case "DoesNotExist" -> "!" + key;
            default -> key;
        };
    }
}
