package io.belay.adapter.aws.testkit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * EventBridge Scheduler's schedules, over REST-JSON, as in its API Reference. They are kept and told, and call nobody: whoever
 * plays the clock reads one back and calls its target with its input.
 *
 * <ul>
 *   <li>CreateSchedule: a name is there once; an expression, a flexible time window, a target and its role are asked for.
 *   <li>Input: "If you are configuring a templated Lambda, [...] the input must be a well-formed JSON."
 * </ul>
 */
public final class SchedulerControl implements Control {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern NAME = Pattern.compile("[0-9a-zA-Z._-]{1,64}");
    private static final Pattern WHEN = Pattern.compile("(rate|cron|at)\\(.+\\)");
    private static final String GROUP = "default";

    private final Map<String, Map<String, Object>> schedules = new TreeMap<>();

    SchedulerControl() {}

    @Override
    public String action(Asked asked) {
        return switch (asked.method()) {
            case "POST" -> "CreateSchedule";
            case "GET" -> "GetSchedule";
            default -> "Unknown";
        };
    }

    @Override
    public Answer answer(String action, Asked asked) {
        var path = asked.path();
        if (path.size() != 2 || !path.getFirst().equals("schedules")) {
            throw new Refusal(404, "UnknownOperationException", asked.uri().getPath());
        }
        var name = path.getLast();
        return switch (action) {
            case "CreateSchedule" -> create(name, asked.json());
            case "GetSchedule" -> Answer.json(found(name));
            default -> throw new Refusal(400, "UnknownOperationException", asked.method());
        };
    }

    @Override
    public Answer refused(Refusal refusal) {
        return JsonRefusals.of(refusal);
    }

    private Map<String, Object> found(String name) {
        return Optional.ofNullable(schedules.get(name))
                .orElseThrow(
                        () -> new Refusal(404, "ResourceNotFoundException", "Schedule " + name + " does not exist."));
    }

    private Answer create(String name, JsonNode asked) {
        var target = asked.path("Target");
        hold(NAME.matcher(name).matches(), "name");
        hold(WHEN.matcher(asked.path("ScheduleExpression").asString("")).matches(), "ScheduleExpression");
        hold(asked.path("FlexibleTimeWindow").path("Mode").asString("").matches("OFF|FLEXIBLE"), "FlexibleTimeWindow");
        hold(target.path("Arn").asString("").startsWith("arn:"), "Target.Arn");
        hold(target.path("RoleArn").asString("").startsWith("arn:aws:iam::"), "Target.RoleArn");
        hold(
                !target.path("Arn").asString("").startsWith("arn:aws:lambda:")
                        || isJson(target.path("Input").asString("{}")),
                "Target.Input");
        if (schedules.containsKey(name)) {
            throw new Refusal(409, "ConflictException", "Schedule " + name + " already exists.");
        }
        var arn = "arn:aws:scheduler:" + AwsServer.REGION + ":" + AwsServer.ACCOUNT + ":schedule/" + GROUP + "/" + name;
        var kept = new LinkedHashMap<>(JSON.convertValue(asked, new TypeReference<Map<String, Object>>() {}));
        kept.remove("ClientToken");
        kept.putIfAbsent("State", "ENABLED");
        kept.putIfAbsent("ScheduleExpressionTimezone", "UTC");
        kept.putAll(Map.of("Arn", arn, "Name", name, "GroupName", GROUP));
        schedules.put(name, kept);
        return Answer.json(Map.of("ScheduleArn", arn));
    }

    private static boolean isJson(String text) {
        try {
            return !JSON.readTree(text).isMissingNode();
        } catch (JacksonException _) {
            return false;
        }
    }

    private static void hold(boolean holds, String what) {
        if (!holds) {
            throw new Refusal(400, "ValidationException", "Invalid " + what);
        }
    }
}
