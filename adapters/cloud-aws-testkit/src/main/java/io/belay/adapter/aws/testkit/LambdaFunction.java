package io.belay.adapter.aws.testkit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A function as Lambda keeps it: its versions, aliases and tags. */
final class LambdaFunction {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxx").withZone(ZoneOffset.UTC);
    private static final int PAGE = 50;

    final String name;
    final Tags tags = new Tags("InvalidParameterValueException");
    final List<Version> versions = new ArrayList<>();
    final Map<String, LambdaControl.Alias> aliases = new TreeMap<>();
    final Map<String, String> environment = new TreeMap<>();
    final Map<String, Object> settings = new TreeMap<>();
    String code = "";
    Optional<Integer> reserved = Optional.empty();

    LambdaFunction(String name) {
        this.name = name;
    }

    record Version(String number, String code, Instant modified, String description, String state, String reason) {}

    String arn() {
        return "arn:aws:lambda:" + AwsServer.REGION + ":" + AwsServer.ACCOUNT + ":function:" + name;
    }

    Version published(String description, Instant now) {
        if (!versions.isEmpty() && versions.getLast().code().equals(code)) {
            return versions.getLast();
        }
        var version = new Version(String.valueOf(versions.size() + 1), code, now, description, "Active", "");
        versions.add(version);
        return version;
    }

    Version latest(Instant now) {
        return new Version("$LATEST", code, now, "", "Active", "");
    }

    Version version(String number) {
        return versions.stream()
                .filter(each -> each.number().equals(number))
                .findFirst()
                .orElseThrow(() -> missing(arn() + ":" + number));
    }

    /** A page of its versions. */
    Map<String, Object> page(Map<String, String> query, Instant now) {
        var all = Stream.concat(Stream.of(latest(now)), versions.stream()).toList();
        var from = Integer.parseInt(query.getOrDefault("Marker", "0"));
        var to = Math.min(all.size(), from + Math.min(PAGE, Integer.parseInt(query.getOrDefault("MaxItems", "50"))));
        var page = new LinkedHashMap<String, Object>();
        page.put("Versions", all.subList(from, to).stream().map(this::shown).toList());
        if (to < all.size()) {
            page.put("NextMarker", String.valueOf(to));
        }
        return page;
    }

    Map<String, Object> shown(Version version) {
        return Map.of(
                "FunctionName", name,
                "FunctionArn", arn() + ":" + version.number(),
                "Version", version.number(),
                "CodeSha256", version.code(),
                "Description", version.description(),
                "LastModified", DATE.format(version.modified()));
    }

    /** An alias as it is told. */
    Map<String, Object> alias(String alias) {
        var found = Optional.ofNullable(aliases.get(alias)).orElseThrow(() -> missing(arn() + ":" + alias));
        var shown = new LinkedHashMap<String, Object>();
        shown.put("AliasArn", arn() + ":" + alias);
        shown.put("Name", alias);
        shown.put("FunctionVersion", found.version());
        shown.put("Description", found.description());
        shown.put("RevisionId", found.revisionId());
        if (!found.weights().isEmpty()) {
            shown.put("RoutingConfig", Map.of("AdditionalVersionWeights", found.weights()));
        }
        return shown;
    }

    /** Changes an alias as UpdateAlias does. */
    Answer updateAlias(String alias, JsonNode asked) {
        var old = Optional.ofNullable(aliases.get(alias)).orElseThrow(() -> missing(arn() + ":" + alias));
        if (asked.has("RevisionId") && !asked.get("RevisionId").asString().equals(old.revisionId())) {
            throw new Refusal(
                    412,
                    "PreconditionFailedException",
                    "The Revision Id provided does not match the latest Revision Id. Call the GetFunction/GetAlias API to"
                            + " retrieve the latest Revision Id");
        }
        var description = asked.has("Description") ? asked.get("Description").asString() : old.description();
        if (description.length() > 256) {
            throw new Refusal(
                    400,
                    "ValidationException",
                    "1 validation error detected: Value at 'description' failed to satisfy constraint: Member must have"
                            + " length less than or equal to 256");
        }
        var version =
                asked.has("FunctionVersion") ? asked.get("FunctionVersion").asString() : old.version();
        version(version);
        var weights = asked.has("RoutingConfig") ? weights(asked.get("RoutingConfig")) : old.weights();
        aliases.put(
                alias,
                new LambdaControl.Alias(
                        version, description, weights, UUID.randomUUID().toString()));
        return Answer.json(alias(alias));
    }

    private Map<String, Double> weights(JsonNode routing) {
        var weights = new TreeMap<String, Double>();
        for (var weight : routing.path("AdditionalVersionWeights").properties()) {
            var share = weight.getValue().asDouble();
            if (weight.getKey().equals("$LATEST") || share < 0 || share > 1) {
                throw new Refusal(
                        400, "InvalidParameterValueException", "Invalid weight for version " + weight.getKey());
            }
            weights.put(version(weight.getKey()).number(), share);
        }
        return weights;
    }

    static Refusal missing(String what) {
        return new Refusal(404, "ResourceNotFoundException", "Function not found: " + what);
    }
}
