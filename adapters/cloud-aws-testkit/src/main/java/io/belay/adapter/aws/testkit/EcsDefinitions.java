package io.belay.adapter.aws.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Task definitions. From the ECS API Reference, ListTaskDefinitions: "By default, only ACTIVE task definitions are listed"; pages of
 * 100. DescribeTaskDefinition: "The family for the latest ACTIVE revision, family and revision (family:revision) for a specific
 * revision in the family, or full Amazon Resource Name (ARN)".
 */
final class EcsDefinitions {
    private static final int PAGE = 100;

    private final Map<String, Map<String, Object>> known = new LinkedHashMap<>();
    private final List<String> deregistered = new ArrayList<>();

    synchronized String register(String family, Map<String, Object> told) {
        var definition = prefix(family) + (of(family).size() + 1);
        known.put(definition, Map.copyOf(told));
        return definition;
    }

    synchronized void deregister(String definition) {
        deregistered.add(definition);
    }

    private static String prefix(String family) {
        return EcsControl.arn("task-definition/" + family + ":");
    }

    private List<String> of(String family) {
        return known.keySet().stream()
                .filter(each -> each.startsWith(prefix(family)))
                .toList();
    }

    synchronized String active(String named) {
        var definition = found(named);
        if (deregistered.contains(definition)) {
            throw new Refusal(400, "ClientException", "TaskDefinition is inactive");
        }
        return definition;
    }

    synchronized Answer described(String named) {
        var definition = found(named);
        var told = new LinkedHashMap<>(known.getOrDefault(definition, Map.of()));
        told.put("taskDefinitionArn", definition);
        told.put("status", deregistered.contains(definition) ? "INACTIVE" : "ACTIVE");
        return Answer.json11(Map.of("taskDefinition", told));
    }

    private String found(String named) {
        var definition = named.startsWith("arn:") ? named : EcsControl.arn("task-definition/" + named);
        return (named.contains(":")
                        ? known.keySet().stream().filter(definition::equals)
                        : of(named).reversed().stream().filter(each -> !deregistered.contains(each)))
                .findFirst()
                .orElseThrow(() -> new Refusal(400, "ClientException", "Unable to describe task definition."));
    }

    synchronized Answer listed(JsonNode body) {
        var inactive = body.path("status").asString("ACTIVE").equals("INACTIVE");
        var all = of(body.path("familyPrefix").asString()).stream()
                .filter(each -> deregistered.contains(each) == inactive)
                .toList();
        var ordered = body.path("sort").asString("ASC").equals("DESC") ? all.reversed() : all;
        var from = Integer.parseInt(body.path("nextToken").asString("0"));
        var to = Math.min(
                ordered.size(), from + Math.min(PAGE, body.path("maxResults").asInt(PAGE)));
        var page = new LinkedHashMap<String, Object>();
        page.put("taskDefinitionArns", ordered.subList(from, to));
        if (to < ordered.size()) {
            page.put("nextToken", String.valueOf(to));
        }
        return Answer.json11(page);
    }
}
