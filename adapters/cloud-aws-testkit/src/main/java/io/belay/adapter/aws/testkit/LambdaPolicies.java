package io.belay.adapter.aws.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Resource policies of functions, each alias and version having its own, as in AddPermission, GetPolicy and RemovePermission of the
 * Lambda API Reference: a statement id is given once; where there is no statement there is no policy; "function resource policy: 20 KB".
 */
final class LambdaPolicies {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 20_480;

    /** By ARN, by statement id. */
    private final Map<String, Map<String, Map<String, Object>>> policies = new ConcurrentHashMap<>();

    private Map<String, Map<String, Object>> of(String arn) {
        return policies.computeIfAbsent(arn, _ -> new LinkedHashMap<>());
    }

    Collection<Map<String, Object>> statements(String arn) {
        return List.copyOf(of(arn).values());
    }

    void clear(String arn) {
        policies.remove(arn);
    }

    /** Somebody gives {@code statement}. */
    void put(String arn, String id, Map<String, Object> statement) {
        of(arn).put(id, statement);
    }

    Answer get(String arn) {
        if (of(arn).isEmpty()) {
            throw missing();
        }
        return Answer.json(
                Map.of("Policy", written(arn), "RevisionId", UUID.randomUUID().toString()));
    }

    private String written(String arn) {
        return JSON.writeValueAsString(Map.of("Version", "2012-10-17", "Id", "default", "Statement", statements(arn)));
    }

    Answer add(String arn, JsonNode asked) {
        var id = asked.path("StatementId").asString("");
        if (!id.matches("[a-zA-Z0-9-_]{1,100}")) {
            throw new Refusal(400, "InvalidParameterValueException", "StatementId must satisfy [a-zA-Z0-9-_]+");
        }
        if (of(arn).containsKey(id)) {
            throw new Refusal(
                    409,
                    "ResourceConflictException",
                    "The statement id (" + id
                            + ") provided already exists. Please provide a new statement id, or remove the"
                            + " existing statement.");
        }
        var statement = new LinkedHashMap<String, Object>();
        statement.put("Sid", id);
        statement.put("Effect", "Allow");
        statement.put("Principal", Map.of("Service", required(asked, "Principal")));
        statement.put("Action", required(asked, "Action"));
        statement.put("Resource", arn);
        var conditions = new TreeMap<String, Map<String, String>>();
        if (asked.has("SourceAccount")) {
            conditions.put(
                    "StringEquals",
                    Map.of("AWS:SourceAccount", asked.get("SourceAccount").asString()));
        }
        if (asked.has("SourceArn")) {
            conditions.put(
                    "ArnLike", Map.of("AWS:SourceArn", asked.get("SourceArn").asString()));
        }
        statement.put("Condition", conditions);
        of(arn).put(id, statement);
        if (written(arn).getBytes(UTF_8).length > LONGEST) {
            of(arn).remove(id);
            throw new Refusal(
                    400, "PolicyLengthExceededException", "The final policy size is bigger than the limit (20480)");
        }
        return new Answer(
                201,
                "application/json",
                JSON.writeValueAsString(Map.of("Statement", JSON.writeValueAsString(statement))));
    }

    private static String required(JsonNode asked, String name) {
        if (!asked.has(name)) {
            throw new Refusal(400, "ValidationException", name + " must not be null");
        }
        return asked.get(name).asString();
    }

    Answer remove(String arn, String id) {
        if (of(arn).remove(id) == null) {
            throw missing();
        }
        return Answer.nothing();
    }

    private static Refusal missing() {
        return new Refusal(404, "ResourceNotFoundException", "The resource you requested does not exist.");
    }
}
