package io.belay.adapter.aws.testkit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * AWS Budgets over JSON 1.1, as in the AWS Billing and Cost Management API Reference: names of 100 characters without : and \; "a
 * budget can have up to ten notifications", each with "one SNS subscriber and up to 10 email subscribers" and one at the least; a
 * notification that is there already is a DuplicateRecordException; cost types are told with their defaults.
 */
public final class BudgetsControl implements Control {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_NOTIFICATIONS = 10;
    private static final int MOST_LETTERS = 10;

    private final Map<String, Kept> budgets = new ConcurrentSkipListMap<>();

    BudgetsControl() {}

    private static final class Kept {
        private final Tags tags = new Tags("InvalidParameterException");
        private final Map<String, Told> told = new LinkedHashMap<>();
        private ObjectNode budget = JSON.createObjectNode();
        private String spent = "0";
    }

    private record Told(JsonNode notification, List<JsonNode> subscribers) {}

    /** Somebody makes a budget of so much a month, that tells nobody. */
    public BudgetsControl budget(String name, String limit) {
        var made = new Kept();
        made.budget = JSON.createObjectNode().put("BudgetName", name);
        made.budget.put("TimeUnit", "MONTHLY").put("BudgetType", "COST");
        made.budget.putObject("BudgetLimit").put("Amount", limit).put("Unit", "USD");
        budgets.put(name, made);
        return this;
    }

    /** So much was spent of it this month. */
    public BudgetsControl spent(String name, String amount) {
        found(name).spent = amount;
        return this;
    }

    /** Somebody sets another limit. */
    public BudgetsControl limit(String name, String limit) {
        found(name).budget.putObject("BudgetLimit").put("Amount", limit).put("Unit", "USD");
        return this;
    }

    /** At which costs it tells whom: {@code 100.0} to addresses. */
    public Map<String, List<String>> told(String name) {
        return found(name).told.values().stream()
                .collect(Collectors.toMap(
                        each -> String.valueOf(
                                each.notification().path("Threshold").asDouble()),
                        each -> each.subscribers().stream()
                                .map(to -> to.path("Address").asString(""))
                                .toList()));
    }

    /** What a budget is tagged with. */
    public Map<String, String> tags(String name) {
        return found(name).tags.all();
    }

    private Kept found(String name) {
        return Optional.ofNullable(budgets.get(name))
                .orElseThrow(() -> new Refusal(400, "NotFoundException", "Unable to get budget: " + name));
    }

    @Override
    public String action(Asked asked) {
        return asked.operation();
    }

    @Override
    public Answer refused(Refusal refusal) {
        return JsonRefusals.of(refusal);
    }

    @Override
    public Answer answer(String action, Asked asked) {
        var body = asked.json();
        if (action.endsWith("ForResource") || action.endsWith("agResource")) {
            return tags(action, body);
        }
        hold(body.path("AccountId").asString("").equals(AwsServer.ACCOUNT), "Account id is invalid");
        var name = body.path("BudgetName").asString("");
        return switch (action) {
            case "DescribeBudgets" ->
                Answer.json11(Map.of(
                        "Budgets",
                        budgets.values().stream().map(BudgetsControl::shown).toList()));
            case "DescribeBudget" -> Answer.json11(Map.of("Budget", shown(found(name))));
            case "CreateBudget" -> create(body);
            case "UpdateBudget" -> {
                var budget = (ObjectNode) body.path("NewBudget").deepCopy();
                valid(budget);
                found(budget.path("BudgetName").asString("")).budget = budget;
                yield Answer.json11(Map.of());
            }
            case "DeleteBudget" -> {
                found(name);
                budgets.remove(name);
                yield Answer.json11(Map.of());
            }
            case "DescribeNotificationsForBudget" ->
                Answer.json11(Map.of(
                        "Notifications",
                        found(name).told.values().stream()
                                .map(Told::notification)
                                .toList()));
            case "DescribeSubscribersForNotification" ->
                Answer.json11(Map.of("Subscribers", told(found(name), body).subscribers()));
            case "CreateNotification" -> {
                tell(found(name), body);
                yield Answer.json11(Map.of());
            }
            case "DeleteNotification" -> {
                told(found(name), body);
                found(name).told.remove(key(body.path("Notification")));
                yield Answer.json11(Map.of());
            }
            default -> throw new Refusal(400, "UnknownOperationException", action);
        };
    }

    private Answer tags(String action, JsonNode body) {
        var arn = body.path("ResourceARN").asString("");
        var before = "arn:aws:budgets::" + AwsServer.ACCOUNT + ":budget/";
        hold(arn.startsWith(before), "Invalid ResourceARN");
        var tags = found(arn.substring(before.length())).tags;
        if (action.equals("TagResource")) {
            tags.put(read(body));
            return Answer.json11(Map.of());
        }
        return Answer.json11(Map.of(
                "ResourceTags",
                tags.all().entrySet().stream()
                        .map(each -> Map.of("Key", each.getKey(), "Value", each.getValue()))
                        .toList()));
    }

    private static Map<String, String> read(JsonNode body) {
        return body.path("ResourceTags")
                .valueStream()
                .collect(Collectors.toMap(
                        each -> each.path("Key").asString(""),
                        each -> each.path("Value").asString("")));
    }

    private Answer create(JsonNode body) {
        var budget = (ObjectNode) body.path("Budget").deepCopy();
        valid(budget);
        var name = budget.path("BudgetName").asString("");
        if (budgets.containsKey(name)) {
            throw new Refusal(400, "DuplicateRecordException", "the budget already exists: " + name);
        }
        var made = new Kept();
        made.budget = budget;
        made.tags.put(read(body));
        body.path("NotificationsWithSubscribers").forEach(each -> tell(made, each));
        budgets.put(name, made);
        return Answer.json11(Map.of());
    }

    private static void valid(JsonNode budget) {
        hold(budget.path("BudgetName").asString("").matches("[^:\\\\]{1,100}"), "BudgetName");
        hold(budget.path("TimeUnit").asString("").matches("DAILY|MONTHLY|QUARTERLY|ANNUALLY"), "TimeUnit");
        hold(!budget.path("BudgetType").asString("").isEmpty(), "BudgetType");
        var limit = budget.path("BudgetLimit");
        hold(new BigDecimal(limit.path("Amount").asString("0")).signum() > 0, "BudgetLimit must be above zero");
        hold(limit.path("Unit").asString("").matches("[A-Z]{3}"), "Unit is a currency");
    }

    private static void tell(Kept kept, JsonNode asked) {
        var notification = asked.path("Notification");
        var subscribers = new ArrayList<JsonNode>();
        asked.path("Subscribers").forEach(subscribers::add);
        var letters = subscribers.stream()
                .filter(each -> each.path("SubscriptionType").asString("").equals("EMAIL"))
                .count();
        hold(
                !subscribers.isEmpty() && letters <= MOST_LETTERS && subscribers.size() - letters <= 1,
                "A notification has 1 to 10 email subscribers and at most one SNS subscriber");
        if (kept.told.containsKey(key(notification))) {
            throw new Refusal(400, "DuplicateRecordException", "the notification already exists");
        }
        if (kept.told.size() >= MOST_NOTIFICATIONS) {
            throw new Refusal(400, "CreationLimitExceededException", "a budget has up to ten notifications");
        }
        kept.told.put(key(notification), new Told(notification, subscribers));
    }

    private static Told told(Kept kept, JsonNode body) {
        return Optional.ofNullable(kept.told.get(key(body.path("Notification"))))
                .orElseThrow(() -> new Refusal(400, "NotFoundException", "Unable to get notification"));
    }

    private static String key(JsonNode notification) {
        return notification.path("NotificationType").asString("") + " "
                + notification.path("ComparisonOperator").asString("") + " "
                + notification.path("ThresholdType").asString("PERCENTAGE") + " "
                + notification.path("Threshold").asDouble();
    }

    private static ObjectNode shown(Kept kept) {
        var shown = kept.budget.deepCopy();
        shown.putObject("CostTypes")
                .put("IncludeTax", true)
                .put("IncludeSubscription", true)
                .put("UseBlended", false)
                .put("IncludeRefund", true)
                .put("IncludeCredit", true)
                .put("IncludeUpfront", true)
                .put("IncludeRecurring", true)
                .put("IncludeOtherSubscription", true)
                .put("IncludeSupport", true)
                .put("IncludeDiscount", true)
                .put("UseAmortized", false);
        shown.putObject("CalculatedSpend")
                .putObject("ActualSpend")
                .put("Amount", kept.spent)
                .put("Unit", "USD");
        return shown;
    }

    private static void hold(boolean holds, String message) {
        if (!holds) {
            throw new Refusal(400, "InvalidParameterException", message);
        }
    }
}
