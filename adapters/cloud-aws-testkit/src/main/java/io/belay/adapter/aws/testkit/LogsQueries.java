package io.belay.adapter.aws.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Saved queries of Logs Insights, as in the CloudWatch Logs API Reference: known by an id that is made for each, so that two may have
 * one name; 10,000 characters and 50 log groups at most.
 */
final class LogsQueries {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, ObjectNode> queries = new ConcurrentSkipListMap<>();

    void save(String name, String text) {
        var id = UUID.randomUUID().toString();
        var query = JSON.createObjectNode()
                .put("queryDefinitionId", id)
                .put("name", name)
                .put("queryString", text);
        query.putArray("logGroupNames");
        queries.put(id, query);
    }

    void edit(String name, String from, String to) {
        queries.values().stream()
                .filter(each -> each.path("name").asString("").equals(name))
                .forEach(each -> each.put(
                        "queryString", each.path("queryString").asString("").replace(from, to)));
    }

    List<String> texts(String name) {
        return queries.values().stream()
                .filter(each -> each.path("name").asString("").equals(name))
                .map(each -> each.path("queryString").asString(""))
                .toList();
    }

    /** Empty where it is none of these actions. */
    Optional<Answer> answer(String action, JsonNode body) {
        return switch (action) {
            case "DescribeQueryDefinitions" -> Optional.of(describe(body));
            case "PutQueryDefinition" -> Optional.of(put(body));
            case "DeleteQueryDefinition" -> {
                known(body.path("queryDefinitionId").asString(""));
                queries.remove(body.path("queryDefinitionId").asString(""));
                yield Optional.of(Answer.json11(Map.of("success", true)));
            }
            default -> Optional.empty();
        };
    }

    private Answer describe(JsonNode body) {
        var prefix = body.path("queryDefinitionNamePrefix").asString("");
        var all = queries.values().stream()
                .filter(each -> each.path("name").asString("").startsWith(prefix))
                .toList();
        var from = Integer.parseInt(body.path("nextToken").asString("0"));
        var to = Math.min(all.size(), from + body.path("maxResults").asInt(1_000));
        var page = new LinkedHashMap<String, Object>();
        page.put("queryDefinitions", all.subList(from, to));
        if (to < all.size()) {
            page.put("nextToken", String.valueOf(to));
        }
        return Answer.json11(page);
    }

    private Answer put(JsonNode body) {
        var text = body.path("queryString").asString("");
        hold(body.path("name").asString("").matches("(?s).{1,255}"), "name is of 1 to 255 characters");
        hold(!text.isEmpty() && text.length() <= 10_000, "queryString is of 1 to 10000 characters");
        hold(body.path("logGroupNames").size() <= 50, "logGroupNames has 50 members at most");
        var id = body.path("queryDefinitionId").asString(UUID.randomUUID().toString());
        if (body.has("queryDefinitionId")) {
            known(id);
        }
        queries.put(id, ((ObjectNode) body.deepCopy()).put("queryDefinitionId", id));
        return Answer.json11(Map.of("queryDefinitionId", id));
    }

    private void known(String id) {
        if (!queries.containsKey(id)) {
            throw new Refusal(400, "ResourceNotFoundException", "The specified query definition does not exist.");
        }
    }

    private static void hold(boolean holds, String message) {
        if (!holds) {
            throw new Refusal(400, "InvalidParameterException", message);
        }
    }
}
