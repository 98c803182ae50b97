package io.belay.adapter.aws;

import io.belay.core.Fingerprint;
import io.belay.core.alarm.Owner;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Who may publish to a topic, and whose topic it is: the policy's Id is the owner's mark, {@code belay_shop_prod}. The topic is made
 * with it or not at all, and one call tells both; tags are told ten a second.
 *
 * @param owner empty where it is nobody's
 * @param publish who may, in a few words
 */
record TopicPolicy(Optional<Owner> owner, String publish) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ID = Pattern.compile("belay_([a-z0-9-]+)_([a-z0-9-]+)");

    /**
     * The account itself, as where nothing is said ("Example cases for Amazon SNS access control"), alarms, and budgets ("Creating an
     * Amazon SNS topic for budget notifications", AWS Cost Management), each of this account alone.
     */
    private static final String TEMPLATE = """
            {"Version":"2012-10-17","Id":"@ID@","Statement":[\
            {"Sid":"account","Effect":"Allow","Principal":{"AWS":"*"},"Action":["SNS:GetTopicAttributes",\
            "SNS:SetTopicAttributes","SNS:AddPermission","SNS:RemovePermission","SNS:DeleteTopic","SNS:Subscribe",\
            "SNS:ListSubscriptionsByTopic","SNS:Publish"],"Resource":"@TOPIC@",\
            "Condition":{"StringEquals":{"AWS:SourceOwner":"@ACCOUNT@"}}},\
            {"Sid":"alarms","Effect":"Allow","Principal":{"Service":"cloudwatch.amazonaws.com"},"Action":"SNS:Publish",\
            "Resource":"@TOPIC@","Condition":{"StringEquals":{"aws:SourceAccount":"@ACCOUNT@"},\
            "ArnLike":{"aws:SourceArn":"@ALARMS@"}}},\
            {"Sid":"budgets","Effect":"Allow","Principal":{"Service":"budgets.amazonaws.com"},"Action":"SNS:Publish",\
            "Resource":"@TOPIC@","Condition":{"StringEquals":{"aws:SourceAccount":"@ACCOUNT@"},\
            "ArnLike":{"aws:SourceArn":"@BUDGETS@"}}}]}""";

    /** As it is to be. */
    static String written(Owner owner, String topic, AwsAccount account) {
        return TEMPLATE.replace("@ID@", "belay_" + owner.system() + "_" + owner.environment())
                .replace("@TOPIC@", topic)
                .replace("@ACCOUNT@", account.id())
                .replace("@ALARMS@", account.alarm("*"))
                .replace("@BUDGETS@", account.budget("*"));
    }

    static TopicPolicy read(String written, String topic, AwsAccount account) {
        var tree = tree(written);
        var owner = tree.map(each -> each.path("Id").asString("")).flatMap(TopicPolicy::owner);
        var due = owner.flatMap(each -> tree(written(each, topic, account)));
        return new TopicPolicy(
                owner,
                due.isPresent() && due.equals(tree)
                        ? TopicForm.PUBLISHERS
                        : "others (policy " + Fingerprint.of(List.of(written)).substring(0, 12) + ")");
    }

    private static Optional<Owner> owner(String id) {
        var match = ID.matcher(id);
        return match.matches() ? Owner.read(match.group(1) + "/" + match.group(2)) : Optional.empty();
    }

    private static Optional<JsonNode> tree(String written) {
        try {
            return Optional.of(JSON.readTree(written));
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }
}
