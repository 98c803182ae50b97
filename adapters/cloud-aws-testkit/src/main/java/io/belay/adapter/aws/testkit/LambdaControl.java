package io.belay.adapter.aws.testkit;

import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/**
 * AWS Lambda's versions, aliases and tags, over REST-JSON, as in the Lambda API Reference.
 *
 * <ul>
 *   <li>UpdateAlias: a RevisionId that is not the latest is refused with 412 PreconditionFailedException; what is not said
 *       stays; a description is at most 256 characters long; weights lie between 0 and 1, and never at {@code $LATEST}.
 *   <li>ListVersionsByFunction: {@code $LATEST} first, then ascending; at most 50 a page, with a Marker for the next.
 *   <li>PublishVersion: "Lambda doesn't publish a version if the function's configuration and code haven't changed since the
 *       last version."
 *   <li>State is told by GetFunctionConfiguration alone.
 *   <li>PutFunctionConcurrency: of an account's 1,000 concurrent executions, 100 at the least stay for functions that reserve
 *       nothing; what breaks into them is refused.
 * </ul>
 */
public final class LambdaControl implements Control {
    private static final int ACCOUNT = 1_000;
    private static final int UNRESERVED = 100;

    private final Map<String, LambdaFunction> functions = new ConcurrentHashMap<>();
    private final LambdaPolicies policies = new LambdaPolicies();
    private final InstantSource clock;

    LambdaControl(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * An alias as it stands.
     *
     * @param weights of further versions, between 0 and 1
     */
    public record Alias(String version, String description, Map<String, Double> weights, String revisionId) {}

    /** Changes the code of {@code function}, which is made where it is not there, and publishes it: the new version. */
    public String publish(String function) {
        var made = functions.computeIfAbsent(function, LambdaFunction::new);
        made.code = UUID.randomUUID().toString();
        return made.published("", clock.instant()).number();
    }

    /** Points {@code alias} at {@code version} alone, as a deployment would. */
    public void point(String function, String alias, String version) {
        weigh(function, alias, version, Map.of());
    }

    /** Points {@code alias} at {@code version} and, by weight, at others. */
    public void weigh(String function, String alias, String version, Map<String, Double> weights) {
        var of = found(function);
        var description = Optional.ofNullable(of.aliases.get(alias))
                .map(Alias::description)
                .orElse("");
        of.aliases.put(
                alias,
                new Alias(version, description, weights, UUID.randomUUID().toString()));
    }

    /** Describes {@code alias}, as a person would. */
    public void describe(String function, String alias, String description) {
        var of = found(function);
        var old = alias(function, alias);
        of.aliases.put(
                alias,
                new Alias(
                        old.version(),
                        description,
                        old.weights(),
                        UUID.randomUUID().toString()));
    }

    /** Puts {@code version} into {@code state}. */
    public void state(String function, String version, String state, String reason) {
        found(function)
                .versions
                .replaceAll(old -> old.number().equals(version)
                        ? new LambdaFunction.Version(
                                version, old.code(), old.modified(), old.description(), state, reason)
                        : old);
    }

    /** Tags {@code function}, as a person would. */
    public void tag(String function, Map<String, String> tags) {
        found(function).tags.put(tags);
    }

    /** A variable of the function's environment. */
    public void variable(String function, String name, String value) {
        found(function).environment.put(name, value);
    }

    /** What GetFunctionConfiguration tells of the function besides: {@code Role}, {@code TracingConfig}. */
    public void setting(String function, String name, Object value) {
        found(function).settings.put(name, value);
    }

    /** Reserves concurrency for {@code function}, as a person would; none where it is empty. */
    public void reserve(String function, Optional<Integer> most) {
        found(function).reserved = most;
    }

    /** What is reserved for {@code function}. */
    public Optional<Integer> reserved(String function) {
        return found(function).reserved;
    }

    /** The statements of the resource policy of {@code function}; of its alias or version {@code qualifier}, where it is not empty. */
    public Collection<Map<String, Object>> statements(String function, String qualifier) {
        return policies.statements(arn(function, qualifier));
    }

    /** Somebody takes all statements of that policy away. */
    public void forbid(String function, String qualifier) {
        policies.clear(arn(function, qualifier));
    }

    /** Somebody puts {@code statement} into that policy. */
    public void permit(String function, String qualifier, String id, Map<String, Object> statement) {
        policies.put(arn(function, qualifier), id, statement);
    }

    private String arn(String function, String qualifier) {
        var arn = found(function).arn();
        return qualifier.isEmpty() ? arn : arn + ":" + qualifier;
    }

    /** How {@code alias} stands. */
    public Alias alias(String function, String alias) {
        return Optional.ofNullable(found(function).aliases.get(alias)).orElseThrow(() -> LambdaFunction.missing(alias));
    }

    /** What {@code function} is tagged with. */
    public Map<String, String> tags(String function) {
        return found(function).tags.all();
    }

    @Override
    public String action(Asked asked) {
        var path = asked.path();
        if (path.size() > 1 && path.get(1).equals("tags")) {
            return switch (asked.method()) {
                case "GET" -> "ListTags";
                case "POST" -> "TagResource";
                default -> "UntagResource";
            };
        }
        var what = path.size() > 3 ? path.get(3) : "";
        return switch (what) {
            case "aliases" -> asked.method().equals("PUT") ? "UpdateAlias" : "GetAlias";
            case "versions" -> asked.method().equals("POST") ? "PublishVersion" : "ListVersionsByFunction";
            case "configuration" -> "GetFunctionConfiguration";
            case "policy" ->
                switch (asked.method()) {
                    case "GET" -> "GetPolicy";
                    case "POST" -> "AddPermission";
                    default -> "RemovePermission";
                };
            case "concurrency" ->
                switch (asked.method()) {
                    case "GET" -> "GetFunctionConcurrency";
                    case "PUT" -> "PutFunctionConcurrency";
                    default -> "DeleteFunctionConcurrency";
                };
            default -> "Unknown";
        };
    }

    @Override
    public Answer answer(String action, Asked asked) {
        var path = asked.path();
        return switch (action) {
            case "GetAlias" -> Answer.json(found(path.get(2)).alias(path.get(4)));
            case "UpdateAlias" -> found(path.get(2)).updateAlias(path.get(4), asked.json());
            case "ListVersionsByFunction" -> Answer.json(found(path.get(2)).page(asked.query(), clock.instant()));
            case "GetFunctionConfiguration" ->
                configuration(
                        found(path.get(2)), Optional.ofNullable(asked.query().get("Qualifier")));
            case "GetFunctionConcurrency" -> concurrency(found(path.get(2)));
            case "PutFunctionConcurrency" -> {
                reserve(
                        found(path.get(2)),
                        asked.json().path("ReservedConcurrentExecutions").asInt());
                yield concurrency(found(path.get(2)));
            }
            case "DeleteFunctionConcurrency" -> {
                found(path.get(2)).reserved = Optional.empty();
                yield Answer.nothing();
            }
            case "GetPolicy" -> policies.get(policy(asked));
            case "AddPermission" -> policies.add(policy(asked), asked.json());
            case "RemovePermission" -> policies.remove(policy(asked), path.get(4));
            case "PublishVersion" ->
                Answer.json(found(path.get(2)).shown(publishVersion(found(path.get(2)), asked.json())));
            case "ListTags" ->
                Answer.json(Map.of("Tags", ofArn(path.get(2)).tags.all()));
            case "TagResource" -> {
                var tags = new LinkedHashMap<String, String>();
                asked.json()
                        .get("Tags")
                        .properties()
                        .forEach(tag -> tags.put(tag.getKey(), tag.getValue().asString()));
                ofArn(path.get(2)).tags.put(tags);
                yield Answer.nothing();
            }
            case "UntagResource" -> {
                ofArn(path.get(2)).tags.remove(asked.all("tagKeys"));
                yield Answer.nothing();
            }
            default -> throw new Refusal(404, "UnknownOperationException", asked.method() + " " + asked.uri());
        };
    }

    @Override
    public Answer refused(Refusal refusal) {
        return JsonRefusals.of(refusal);
    }

    /** Whose policy is meant; of an alias or a version that is there. */
    private String policy(Asked asked) {
        var of = found(asked.path().get(2));
        var qualifier = asked.query().getOrDefault("Qualifier", "");
        if (!qualifier.isEmpty() && !of.aliases.containsKey(qualifier)) {
            of.version(qualifier);
        }
        return arn(of.name, qualifier);
    }

    private LambdaFunction.Version publishVersion(LambdaFunction of, JsonNode asked) {
        if (asked.has("CodeSha256") && !asked.get("CodeSha256").asString().equals(of.code)) {
            throw new Refusal(400, "InvalidParameterValueException", "CodeSHA256 does not match the current code");
        }
        return of.published(asked.path("Description").asString(""), clock.instant());
    }

    private void reserve(LambdaFunction of, int most) {
        var others = functions.values().stream()
                .filter(each -> each != of)
                .mapToInt(each -> each.reserved.orElse(0))
                .sum();
        if (ACCOUNT - others - most < UNRESERVED) {
            throw new Refusal(
                    400,
                    "InvalidParameterValueException",
                    "Specified ReservedConcurrentExecutions for function decreases account's"
                            + " UnreservedConcurrentExecution below its minimum value of [100].");
        }
        of.reserved = Optional.of(most);
    }

    private static Answer concurrency(LambdaFunction of) {
        return Answer.json(of.reserved
                .<Map<String, Object>>map(most -> Map.of("ReservedConcurrentExecutions", most))
                .orElse(Map.of()));
    }

    private Answer configuration(LambdaFunction of, Optional<String> qualifier) {
        var version = qualifier
                .map(each -> Optional.ofNullable(of.aliases.get(each))
                        .map(Alias::version)
                        .orElse(each))
                .map(each -> of.version(each))
                .orElseGet(() -> of.latest(clock.instant()));
        var shown = new LinkedHashMap<>(of.shown(version));
        shown.putAll(of.settings);
        if (qualifier.isEmpty()) {
            shown.put("FunctionArn", of.arn());
        }
        if (!of.environment.isEmpty()) {
            shown.put("Environment", Map.of("Variables", Map.copyOf(of.environment)));
        }
        shown.put("State", version.state());
        shown.put("StateReason", version.reason());
        shown.put("LastUpdateStatus", "Successful");
        return Answer.json(shown);
    }

    private LambdaFunction found(String nameOrArn) {
        return Optional.ofNullable(functions.get(nameOrArn.substring(nameOrArn.lastIndexOf(':') + 1)))
                .orElseThrow(() -> LambdaFunction.missing(nameOrArn));
    }

    private LambdaFunction ofArn(String arn) {
        return functions.values().stream()
                .filter(function -> function.arn().equals(arn))
                .findFirst()
                .orElseThrow(() -> LambdaFunction.missing(arn));
    }
}
