package io.belay.adapter.aws;

import io.belay.core.Absent;
import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.Fingerprint;
import io.belay.core.PortException;
import io.belay.core.alarm.Owner;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.services.lambda.model.AddPermissionRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * That alarms may call a function: a statement of its resource policy for {@value #CALLER}, narrowed to the alarms of one account and
 * region. See "Invoke a Lambda function from an alarm" in the CloudWatch User Guide.
 */
record FunctionPermission(AwsClients aws, AwsAccount account) {
    static final String CALLER = "lambda.alarms.cloudwatch.amazonaws.com";

    private static final String INVOKE = "lambda:InvokeFunction";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ARN = Pattern.compile("(arn:[^:]+:lambda:[^:]+:\\d+:function:[^:]+)(?::(.+))?");

    /** What of a function's ARN names it, and what names its alias or version. */
    private record Named(String function, Optional<String> qualifier) {
        static Named of(String arn) {
            var match = ARN.matcher(arn);
            if (!match.matches()) {
                throw new PortException(new Fault(Fault.Kind.REJECTED, arn + " is no ARN of a function"));
            }
            return new Named(match.group(1), Optional.ofNullable(match.group(2)));
        }
    }

    /** By which our statement is known: 1 to 100 of letters, digits, - and _. */
    static String statement(Owner owner, String receiver) {
        return "belay_" + Fingerprint.of(List.of(owner.mark(), receiver)).substring(0, 24);
    }

    /** The statements of the policy of {@code arn}; empty where there is no such function. GetPolicy misses both alike. */
    Optional<List<JsonNode>> statements(String arn, Deadline deadline) throws InterruptedException {
        var named = Named.of(arn);
        var policy = Absent.or(() -> AwsCall.ask(
                        deadline,
                        limits -> aws.lambda()
                                .getPolicy(request -> request.functionName(named.function())
                                        .qualifier(named.qualifier().orElse(null))
                                        .overrideConfiguration(limits)))
                .policy());
        if (policy.isPresent()) {
            return Optional.of(read(policy.get()));
        }
        return Absent.or(() -> AwsCall.ask(
                        deadline,
                        limits -> aws.lambda()
                                .getFunctionConfiguration(request -> request.functionName(named.function())
                                        .qualifier(named.qualifier().orElse(null))
                                        .overrideConfiguration(limits))))
                .map(_ -> List.of());
    }

    private static List<JsonNode> read(String policy) {
        try {
            return StreamSupport.stream(JSON.readTree(policy).path("Statement").spliterator(), false)
                    .toList();
        } catch (JacksonException _) {
            return List.of();
        }
    }

    /** Whether one of {@code statements} lets {@code alarm} call. */
    static boolean allows(List<JsonNode> statements, String alarm) {
        return statements.stream().anyMatch(each -> allows(each, alarm));
    }

    private static boolean allows(JsonNode statement, String alarm) {
        var conditions = statement.path("Condition");
        return statement.path("Effect").asString("").equals("Allow")
                && said(statement.path("Principal").path("Service"), CALLER)
                && (said(statement.path("Action"), INVOKE) || said(statement.path("Action"), "lambda:*"))
                && conditions.properties().stream()
                        .flatMap(each -> each.getValue().properties().stream())
                        .allMatch(each -> holds(each.getKey(), each.getValue(), alarm));
    }

    private static boolean said(JsonNode node, String word) {
        return node.isArray()
                ? node.valueStream().anyMatch(each -> said(each, word))
                : node.asString("").equals(word);
    }

    /** Of conditions that are none of an alarm's, it cannot be said that they hold. */
    private static boolean holds(String key, JsonNode wanted, String alarm) {
        return switch (key.toLowerCase(Locale.ROOT)) {
            case "aws:sourcearn" -> like(wanted.asString(""), alarm);
            case "aws:sourceaccount" -> wanted.asString("").equals(alarm.split(":", -1)[4]);
            default -> false;
        };
    }

    private static boolean like(String pattern, String text) {
        var any = Pattern.quote(pattern).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
        return Pattern.matches(any, text);
    }

    /** Whether our own statement is among {@code statements}, and says what it should. */
    boolean given(List<JsonNode> statements, String id) {
        return statements.stream()
                .filter(each -> each.path("Sid").asString("").equals(id))
                .anyMatch(each -> allows(each, account.alarm("any")));
    }

    /** Gives it, in the place of one of the same name that says something else. */
    void give(String arn, String id, List<JsonNode> now, Deadline deadline) throws InterruptedException {
        if (now.stream().anyMatch(each -> each.path("Sid").asString("").equals(id))) {
            take(arn, id, deadline);
        }
        var named = Named.of(arn);
        var request = AddPermissionRequest.builder()
                .functionName(named.function())
                .statementId(id)
                .action(INVOKE)
                .principal(CALLER)
                .sourceAccount(account.id())
                .sourceArn(account.alarm("*"));
        named.qualifier().ifPresent(request::qualifier);
        AwsCall.ask(
                deadline,
                limits -> aws.lambda()
                        .addPermission(request.overrideConfiguration(limits).build()));
    }

    /** Takes it away; where it is not there, that is well. */
    void take(String arn, String id, Deadline deadline) throws InterruptedException {
        var named = Named.of(arn);
        Absent.or(() -> AwsCall.ask(
                deadline,
                limits -> aws.lambda()
                        .removePermission(request -> request.functionName(named.function())
                                .qualifier(named.qualifier().orElse(null))
                                .statementId(id)
                                .overrideConfiguration(limits))));
    }
}
