package io.belay.adapter.aliyun.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.adapter.aliyun.testkit.AliyunCloud.Reply;
import io.belay.adapter.aliyun.testkit.TestingFunction.Alias;
import io.belay.adapter.aliyun.testkit.TestingFunction.Version;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Function Compute answers, operation by operation, and what it refuses. Each rule is of its documentation; where that
 * names no code, the comment says so.
 */
final class FunctionComputeApi {
    private static final Pattern PATH = Pattern.compile("/2023-03-30/functions/([^/]+)(/.*)?");
    static final JsonMapper JSON = JsonMapper.shared();

    /** ROS reference, ALIYUN::FC::Alias: "1 to 256 characters in length". */
    private static final int LONGEST_DESCRIPTION = 256;

    /** CreateAlias, {@code aliasName}. */
    private static final Pattern ALIAS = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,127}");

    private static final String TASKS = "/async-tasks/";
    private static final int LARGEST_EVENT = 128 * 1024;

    private final FunctionComputeState state;

    FunctionComputeApi(FunctionComputeState state) {
        this.state = state;
    }

    Reply answer(Received request) {
        var match = PATH.matcher(request.path());
        if (!match.matches()) {
            throw new Refusal(404, "PathNotSupported", request.path());
        }
        var function = found(state.functions(), Percent.decoded(match.group(1)));
        var rest = match.group(2) == null ? "" : match.group(2);
        if (rest.startsWith("/aliases/")) {
            return alias(request, function, Percent.decoded(rest.substring("/aliases/".length())));
        }
        if (rest.startsWith(TASKS) && request.method().equals("GET")) {
            return FunctionTasks.describe(function, Percent.decoded(rest.substring(TASKS.length())));
        }
        return switch (request.method() + " " + rest) {
            case "GET " -> Reply.ok(describe(function, request.parameters().getOrDefault("qualifier", "LATEST")));
            case "PUT " -> update(function, body(request));
            case "GET /aliases" -> aliases(function, request.parameters());
            case "POST /aliases" -> create(function, body(request));
            case "GET /versions" -> versions(function, request.parameters());
            case "POST /versions" -> publish(function, body(request));
            case "POST /invocations" -> invoke(function, request);
            case "GET /concurrency" -> concurrency(function);
            case "PUT /concurrency" -> reserve(function, body(request));
            case "DELETE /concurrency" -> {
                function.reserved = Optional.empty();
                yield new Reply(204, Map.of());
            }
            default -> throw new Refusal(405, "MethodNotAllowed", request.method() + " " + request.path());
        };
    }

    static TestingFunction found(Map<String, TestingFunction> functions, String name) {
        return Optional.ofNullable(functions.get(name))
                .orElseThrow(() -> new Refusal(404, "FunctionNotFound", "function '" + name + "' does not exist"));
    }

    static Alias alias(TestingFunction function, String name) {
        return Optional.ofNullable(function.aliases.get(name))
                .orElseThrow(() -> new Refusal(404, "AliasNotFound", "alias '" + name + "' does not exist"));
    }

    private Reply alias(Received request, TestingFunction function, String name) {
        var alias = alias(function, name);
        if (request.method().equals("GET")) {
            return Reply.ok(describe(name, alias));
        }
        if (!request.method().equals("PUT")) {
            throw new Refusal(405, "MethodNotAllowed", request.method());
        }
        var wanted = body(request);
        var version = wanted.path("versionId").asString(alias.versionId());
        // What is not in the body stays as it is; an empty object clears it. (UpdateAliasInput.)
        var weights = wanted.has("additionalVersionWeight")
                ? weights(wanted.get("additionalVersionWeight"))
                : alias.weights();
        var description = wanted.path("description").asString(alias.description());
        check(function, version, weights, description);
        var updated = new Alias(
                version, weights, description, alias.created(), state.clock().instant());
        function.aliases.put(name, updated);
        return Reply.ok(describe(name, updated));
    }

    private Reply create(TestingFunction function, JsonNode wanted) {
        var name = wanted.path("aliasName").asString("");
        if (!ALIAS.matcher(name).matches()) {
            throw new Refusal(400, "InvalidArgument", "alias name '" + name + "' is invalid");
        }
        if (function.aliases.containsKey(name)) {
            throw new Refusal(409, "AliasAlreadyExists", "alias '" + name + "' already exists");
        }
        var version = wanted.path("versionId").asString("");
        var description = wanted.path("description").asString("");
        check(function, version, Map.of(), description);
        var now = state.clock().instant();
        function.aliases.put(name, new Alias(version, Map.of(), description, now, now));
        return Reply.ok(describe(name, function.aliases.get(name)));
    }

    /** ListAliases: by name, from the token on. */
    private static Reply aliases(TestingFunction function, Map<String, String> parameters) {
        var prefix = parameters.getOrDefault("prefix", "");
        var from = parameters.getOrDefault("nextToken", "");
        var names = function.aliases.keySet().stream()
                .filter(each -> each.startsWith(prefix) && each.compareTo(from) >= 0)
                .sorted()
                .toList();
        var limit = Integer.parseInt(parameters.getOrDefault("limit", "20"));
        var page = new LinkedHashMap<String, Object>();
        page.put(
                "aliases",
                names.stream()
                        .limit(limit)
                        .map(each -> describe(each, alias(function, each)))
                        .toList());
        if (names.size() > limit) {
            page.put("nextToken", names.get(limit));
        }
        return Reply.ok(page);
    }

    private static void check(
            TestingFunction function, String version, Map<String, Double> weights, String description) {
        Stream.concat(Stream.of(version), weights.keySet().stream())
                .filter(each -> !function.knows(each))
                .findFirst()
                .ifPresent(missing -> {
                    throw new Refusal(404, "VersionNotFound", "version '" + missing + "' does not exist");
                });
        // ROS reference, ALIYUN::FC::Alias: "The version cannot be the same as the primary".
        var sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        // UpdateAlias: "The traffic weight. Valid values: 0 to 1."
        if (weights.containsKey(version) || sum > 1 || weights.values().stream().anyMatch(each -> each < 0)) {
            throw new Refusal(400, "InvalidArgument", "additionalVersionWeight is invalid");
        }
        if (description.length() > LONGEST_DESCRIPTION) {
            throw new Refusal(400, "InvalidArgument", "description is longer than " + LONGEST_DESCRIPTION);
        }
    }

    private static Map<String, Double> weights(JsonNode node) {
        var weights = new LinkedHashMap<String, Double>();
        node.properties()
                .forEach(each -> weights.put(each.getKey(), each.getValue().asDouble()));
        return weights;
    }

    private static Map<String, Object> describe(String name, Alias alias) {
        return Map.of(
                "aliasName", name,
                "versionId", alias.versionId(),
                "additionalVersionWeight", alias.weights(),
                "description", alias.description(),
                "createdTime", alias.created().toString(),
                "lastModifiedTime", alias.modified().toString());
    }

    private static Map<String, Object> describe(TestingFunction function, String qualifier) {
        var version = Optional.ofNullable(function.aliases.get(qualifier))
                .map(Alias::versionId)
                .orElse(qualifier);
        if (!function.knows(version)) {
            throw new Refusal(404, "VersionNotFound", "version '" + version + "' does not exist");
        }
        var said = new LinkedHashMap<>(function.described);
        said.put("functionName", function.name);
        said.put(
                "functionArn",
                "acs:fc:" + FunctionComputeState.REGION + ":" + FunctionComputeState.ACCOUNT + ":functions/"
                        + function.name);
        said.put("lastModifiedTime", function.modified.toString());
        if (!function.environment.isEmpty()) {
            said.put("environmentVariables", Map.copyOf(function.environment));
        }
        Optional.ofNullable(function.states.get(version)).ifPresent(each -> said.put("state", each));
        // Of an image alone: what is in a package has no state. ("States of custom container functions".)
        function.image.ifPresent(image -> {
            var container = new LinkedHashMap<>(function.container);
            container.put("image", image);
            container.put("resolvedImageUri", function.digests.getOrDefault(image, image));
            said.put("customContainerConfig", container);
            said.put("lastUpdateStatus", function.lastUpdateStatus);
            said.put("lastUpdateStatusReason", function.lastUpdateReason);
        });
        settle(function);
        return said;
    }

    private static void settle(TestingFunction function) {
        if (function.lastUpdateStatus.equals("InProgress") && --function.readsUntilSettled <= 0) {
            function.lastUpdateStatus = function.lastUpdateReason.isEmpty() ? "Successful" : "Failed";
        }
    }

    /** "States of custom container functions": an update answers at once and is prepared afterwards. */
    private Reply update(TestingFunction function, JsonNode wanted) {
        var image = wanted.path("customContainerConfig").path("image").asString("");
        if (!image.isEmpty()) {
            // Whether what is left out stays is not documented: here it does not, which is the harder case.
            function.container.clear();
            wanted.path("customContainerConfig")
                    .properties()
                    .forEach(each -> function.container.put(each.getKey(), each.getValue()));
            function.image = Optional.of(image);
            function.lastUpdateReason =
                    state.holds(image) ? "" : "ImageNotFound: the image " + image + " does not exist";
            function.lastUpdateStatus = "InProgress";
            function.readsUntilSettled = function.settleReads;
        }
        function.changed = true;
        function.modified = state.clock().instant();
        return Reply.ok(describe(function, "LATEST"));
    }

    private static Reply versions(TestingFunction function, Map<String, String> parameters) {
        var ordered = new ArrayList<>(
                parameters.getOrDefault("direction", "BACKWARD").equals("FORWARD")
                        ? function.versions.values()
                        : function.versions.descendingMap().values());
        var from = parameters.getOrDefault("nextToken", "");
        while (!from.isEmpty() && !ordered.isEmpty() && !ordered.getFirst().id().equals(from)) {
            ordered.removeFirst();
        }
        // The most that a page may have is not documented; 100 is what other lists of this API take.
        var limit = Math.min(100, Integer.parseInt(parameters.getOrDefault("limit", "20")));
        var page = new LinkedHashMap<String, Object>();
        page.put("direction", parameters.getOrDefault("direction", "BACKWARD"));
        page.put(
                "versions",
                ordered.stream().limit(limit).map(FunctionComputeApi::describe).toList());
        if (ordered.size() > limit) {
            page.put("nextToken", ordered.get(limit).id());
        }
        return Reply.ok(page);
    }

    private static Map<String, Object> describe(Version version) {
        return Map.of(
                "versionId", version.id(),
                "description", version.description(),
                "createdTime", version.created().toString(),
                "lastModifiedTime", version.created().toString());
    }

    private Reply publish(TestingFunction function, JsonNode wanted) {
        // "Canary releases with versions and aliases": not without a change. The code is what clients look for.
        if (!function.changed) {
            throw new Refusal(400, "VersionPublishError", "no changes were made since last publish");
        }
        var id = state.publish(function.name, wanted.path("description").asString(""));
        return Reply.ok(describe(Optional.ofNullable(function.versions.get(id)).orElseThrow()));
    }

    /** InvokeFunction: an asynchronous one answers 202 before it has run; "the event is 128 KB at the most". */
    private static Reply invoke(TestingFunction function, Received request) {
        if (!request.header("x-fc-invocation-type").orElse("Sync").equals("Async")) {
            throw new Refusal(400, "InvalidArgument", "this one runs nothing: it takes asynchronous invocations alone");
        }
        describe(function, request.parameters().getOrDefault("qualifier", "LATEST"));
        if (request.body().getBytes(UTF_8).length > LARGEST_EVENT) {
            throw new Refusal(413, "PayloadTooLarge", "the event is longer than " + LARGEST_EVENT);
        }
        request.header("x-fc-async-task-id").ifPresent(id -> FunctionTasks.begin(function, id, request.body()));
        function.invocations.add(request.body());
        return new Reply(202, Map.of());
    }

    private static Reply concurrency(TestingFunction function) {
        return Reply.ok(function.reserved
                .<Map<String, Object>>map(each -> Map.of("reservedConcurrency", each))
                .orElse(Map.of()));
    }

    private static Reply reserve(TestingFunction function, JsonNode wanted) {
        var instances = wanted.path("reservedConcurrency").asLong(-1);
        // "Limit the instances of a function": at most 90 percent of the region's 300.
        if (instances < 0 || instances > 270) {
            throw new Refusal(400, "InvalidArgument", "reservedConcurrency is invalid");
        }
        function.reserved = Optional.of(instances);
        return Reply.ok(Map.of("reservedConcurrency", instances));
    }

    private static JsonNode body(Received request) {
        return request.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(request.body());
    }

    static List<JsonNode> each(JsonNode list) {
        var items = new ArrayList<JsonNode>();
        list.forEach(items::add);
        return items;
    }
}
