package io.belay.adapter.aws.testkit;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
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
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxx").withZone(ZoneOffset.UTC);
    private static final int PAGE = 50;
    private static final int ACCOUNT = 1_000;
    private static final int UNRESERVED = 100;

    private final Map<String, Function> functions = new ConcurrentHashMap<>();
    private final LambdaPolicies policies = new LambdaPolicies();
    private final InstantSource clock;

    LambdaControl(InstantSource clock) {
        this.clock = clock;
    }

    private record Version(
            String number, String code, Instant modified, String description, String state, String reason) {}

    /**
     * An alias as it stands.
     *
     * @param weights of further versions, between 0 and 1
     */
    public record Alias(String version, String description, Map<String, Double> weights, String revisionId) {}

    private static final class Function {
        private final String name;
        private final Tags tags = new Tags("InvalidParameterValueException");
        private final List<Version> versions = new ArrayList<>();
        private final Map<String, Alias> aliases = new TreeMap<>();
        private String code = "";
        private Optional<Integer> reserved = Optional.empty();

        private Function(String name) {
            this.name = name;
        }

        private String arn() {
            return "arn:aws:lambda:" + AwsServer.REGION + ":" + AwsServer.ACCOUNT + ":function:" + name;
        }
    }

    /** Changes the code of {@code function}, which is made where it is not there, and publishes it: the new version. */
    public String publish(String function) {
        var made = functions.computeIfAbsent(function, Function::new);
        made.code = UUID.randomUUID().toString();
        return published(made, "").number();
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
                        ? new Version(version, old.code(), old.modified(), old.description(), state, reason)
                        : old);
    }

    /** Tags {@code function}, as a person would. */
    public void tag(String function, Map<String, String> tags) {
        found(function).tags.put(tags);
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
        return Optional.ofNullable(found(function).aliases.get(alias)).orElseThrow(() -> missing(alias));
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
            case "GetAlias" -> Answer.json(shown(found(path.get(2)), path.get(4)));
            case "UpdateAlias" -> updateAlias(found(path.get(2)), path.get(4), asked.json());
            case "ListVersionsByFunction" -> versions(found(path.get(2)), asked.query());
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
                Answer.json(shown(publishVersion(found(path.get(2)), asked.json()), found(path.get(2))));
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
            version(of, qualifier);
        }
        return arn(of.name, qualifier);
    }

    private Answer updateAlias(Function of, String name, JsonNode asked) {
        var old = Optional.ofNullable(of.aliases.get(name)).orElseThrow(() -> missing(of.arn() + ":" + name));
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
        version(of, version);
        var weights = asked.has("RoutingConfig") ? weights(of, asked.get("RoutingConfig")) : old.weights();
        of.aliases.put(
                name, new Alias(version, description, weights, UUID.randomUUID().toString()));
        return Answer.json(shown(of, name));
    }

    private static Map<String, Double> weights(Function of, JsonNode routing) {
        var weights = new TreeMap<String, Double>();
        for (var weight : routing.path("AdditionalVersionWeights").properties()) {
            var share = weight.getValue().asDouble();
            if (weight.getKey().equals("$LATEST") || share < 0 || share > 1) {
                throw new Refusal(
                        400, "InvalidParameterValueException", "Invalid weight for version " + weight.getKey());
            }
            weights.put(version(of, weight.getKey()).number(), share);
        }
        return weights;
    }

    private Version publishVersion(Function of, JsonNode asked) {
        if (asked.has("CodeSha256") && !asked.get("CodeSha256").asString().equals(of.code)) {
            throw new Refusal(400, "InvalidParameterValueException", "CodeSHA256 does not match the current code");
        }
        return published(of, asked.path("Description").asString(""));
    }

    private Version published(Function of, String description) {
        if (!of.versions.isEmpty() && of.versions.getLast().code().equals(of.code)) {
            return of.versions.getLast();
        }
        var version = new Version(
                String.valueOf(of.versions.size() + 1), of.code, clock.instant(), description, "Active", "");
        of.versions.add(version);
        return version;
    }

    private Answer versions(Function of, Map<String, String> query) {
        var all = Stream.concat(Stream.of(latest(of)), of.versions.stream()).toList();
        var from = Integer.parseInt(query.getOrDefault("Marker", "0"));
        var to = Math.min(all.size(), from + Math.min(PAGE, Integer.parseInt(query.getOrDefault("MaxItems", "50"))));
        var page = new LinkedHashMap<String, Object>();
        page.put(
                "Versions",
                all.subList(from, to).stream().map(each -> shown(each, of)).toList());
        if (to < all.size()) {
            page.put("NextMarker", String.valueOf(to));
        }
        return Answer.json(page);
    }

    private void reserve(Function of, int most) {
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

    private static Answer concurrency(Function of) {
        return Answer.json(of.reserved
                .<Map<String, Object>>map(most -> Map.of("ReservedConcurrentExecutions", most))
                .orElse(Map.of()));
    }

    private Answer configuration(Function of, Optional<String> qualifier) {
        var version = qualifier
                .map(each -> Optional.ofNullable(of.aliases.get(each))
                        .map(Alias::version)
                        .orElse(each))
                .map(each -> version(of, each))
                .orElseGet(() -> latest(of));
        var shown = new LinkedHashMap<>(shown(version, of));
        if (qualifier.isEmpty()) {
            shown.put("FunctionArn", of.arn());
        }
        shown.put("State", version.state());
        shown.put("StateReason", version.reason());
        shown.put("LastUpdateStatus", "Successful");
        return Answer.json(shown);
    }

    private Version latest(Function of) {
        return new Version("$LATEST", of.code, clock.instant(), "", "Active", "");
    }

    private static Version version(Function of, String number) {
        return of.versions.stream()
                .filter(each -> each.number().equals(number))
                .findFirst()
                .orElseThrow(() -> missing(of.arn() + ":" + number));
    }

    private static Map<String, Object> shown(Version version, Function of) {
        return Map.of(
                "FunctionName", of.name,
                "FunctionArn", of.arn() + ":" + version.number(),
                "Version", version.number(),
                "CodeSha256", version.code(),
                "Description", version.description(),
                "LastModified", DATE.format(version.modified()));
    }

    private static Map<String, Object> shown(Function of, String name) {
        var alias = Optional.ofNullable(of.aliases.get(name)).orElseThrow(() -> missing(of.arn() + ":" + name));
        var shown = new LinkedHashMap<String, Object>();
        shown.put("AliasArn", of.arn() + ":" + name);
        shown.put("Name", name);
        shown.put("FunctionVersion", alias.version());
        shown.put("Description", alias.description());
        shown.put("RevisionId", alias.revisionId());
        if (!alias.weights().isEmpty()) {
            shown.put("RoutingConfig", Map.of("AdditionalVersionWeights", alias.weights()));
        }
        return shown;
    }

    private Function found(String nameOrArn) {
        return Optional.ofNullable(functions.get(nameOrArn.substring(nameOrArn.lastIndexOf(':') + 1)))
                .orElseThrow(() -> missing(nameOrArn));
    }

    private Function ofArn(String arn) {
        return functions.values().stream()
                .filter(function -> function.arn().equals(arn))
                .findFirst()
                .orElseThrow(() -> missing(arn));
    }

    private static Refusal missing(String what) {
        return new Refusal(404, "ResourceNotFoundException", "Function not found: " + what);
    }
}
