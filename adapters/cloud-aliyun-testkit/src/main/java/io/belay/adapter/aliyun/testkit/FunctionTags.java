package io.belay.adapter.aliyun.testkit;

import io.belay.adapter.aliyun.testkit.AliyunCloud.Reply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tags of functions, with the bounds of "Configure tags": 20 of a resource, keys of 64 characters and values of 128, no
 * address of the web in them, no key that begins with {@code aliyun} or {@code acs:}, letters and signs of ASCII.
 */
final class FunctionTags {
    private static final Pattern TEXT = Pattern.compile("[\\p{ASCII}\\p{IsHan}·]*");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final FunctionComputeState state;

    FunctionTags(FunctionComputeState state) {
        this.state = state;
    }

    Reply answer(Received request, JsonNode body) {
        return switch (request.method()) {
            case "POST" -> tag(body);
            case "GET" -> list(request.parameters());
            default -> throw new Refusal(405, "MethodNotAllowed", request.method());
        };
    }

    private Reply tag(JsonNode body) {
        if (!body.path("ResourceType").asString("").equals("FUNCTION")) {
            throw new Refusal(400, "InvalidArgument", "resource type is invalid");
        }
        var function = function(body.path("ResourceId").path(0).asString(""));
        var tags = new LinkedHashMap<>(function.tags);
        for (var tag : FunctionComputeApi.each(body.path("Tag"))) {
            var key = tag.path("Key").asString("");
            var value = tag.path("Value").asString("");
            check(key, value);
            tags.put(key, value);
        }
        if (tags.size() > 20) {
            throw new Refusal(400, "InvalidArgument", "the number of tags is over 20");
        }
        // All or none: nothing is put before everything was checked.
        function.tags.putAll(tags);
        return Reply.ok(Map.of());
    }

    private static void check(String key, String value) {
        var refused = key.isEmpty()
                || key.length() > 64
                || value.length() > 128
                || key.startsWith("aliyun")
                || key.startsWith("acs:")
                || (key + value).contains("http://")
                || (key + value).contains("https://")
                || !TEXT.matcher(key + value).matches();
        if (refused) {
            throw new Refusal(400, "InvalidArgument", "tag " + key + " is invalid");
        }
    }

    private Reply list(Map<String, String> parameters) {
        var ids = JSON.readTree(parameters.getOrDefault("ResourceId", "[]"));
        var arn = ids.path(0).asString("");
        var tags = function(arn).tags.entrySet().stream().toList();
        var from = Integer.parseInt(parameters.getOrDefault("NextToken", "0"));
        var to = Math.min(tags.size(), from + Integer.parseInt(parameters.getOrDefault("Limit", "50")));
        var page = new LinkedHashMap<String, Object>();
        page.put("RequestId", "1-l");
        page.put(
                "TagResources",
                tags.subList(from, to).stream()
                        .map(each -> Map.of(
                                "ResourceId",
                                arn,
                                "ResourceType",
                                "ALIYUN::FC::FUNCTION",
                                "TagKey",
                                each.getKey(),
                                "TagValue",
                                each.getValue()))
                        .toList());
        if (to < tags.size()) {
            page.put("NextToken", Integer.toString(to));
        }
        return Reply.ok(page);
    }

    private TestingFunction function(String arn) {
        var prefix = "acs:fc:" + FunctionComputeState.REGION + ":" + FunctionComputeState.ACCOUNT + ":functions/";
        if (!arn.startsWith(prefix)) {
            throw new Refusal(400, "InvalidArgument", "resource id is invalid: " + List.of(arn));
        }
        return FunctionComputeApi.found(state.functions(), arn.substring(prefix.length()));
    }
}
