package io.belay.adapter.aws.testkit;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * The services of Amazon ECS, over JSON 1.1, as in the ECS API Reference; task definitions are {@link EcsDefinitions}'.
 *
 * <ul>
 *   <li>UpdateService compares nothing; a task definition that was deregistered, and a service that CodeDeploy deploys, are
 *       refused; the task definition that is there already begins no deployment.
 *   <li>StopServiceDeployment: PENDING and IN_PROGRESS move to ROLLBACK_REQUESTED and on from there by themselves; one that is
 *       rolled back already "continues the rollback operation"; a finished one is refused ("Stopping Amazon ECS service
 *       deployments", Developer Guide).
 *   <li>DescribeServices: what is not there is a failure MISSING, not an error; tags come where {@code include} asks for them.
 *   <li>Tags want the long format of ARN ("Amazon Resource Names and IDs", Developer Guide).
 * </ul>
 */
public final class EcsControl implements Control {
    private final Map<String, EcsFleet> services = new ConcurrentHashMap<>();
    private final EcsDefinitions definitions = new EcsDefinitions();
    private final InstantSource clock;

    EcsControl(InstantSource clock) {
        this.clock = clock;
    }

    /** Registers the next revision of {@code family}: its ARN. */
    public String register(String family) {
        return definitions.register(family, Map.of());
    }

    /** Registers the next revision of {@code family} with what DescribeTaskDefinition tells of it besides: its ARN. */
    public String register(String family, Map<String, Object> told) {
        return definitions.register(family, told);
    }

    /** Takes a task definition out of use. */
    public void deregister(String definition) {
        definitions.deregister(definition);
    }

    /** A service of {@code desired} tasks, of which all run. */
    public void service(String cluster, String service, String definition, int desired) {
        services.put(
                cluster + "/" + service,
                new EcsFleet(arn("service/" + cluster + "/" + service), cluster, service, definition, desired, clock));
    }

    /** Somebody deploys {@code definition}; nothing of it runs yet. */
    public void deploy(String cluster, String service, String definition) {
        found(cluster, service).deploy(definition);
    }

    /** Of the deployment in progress, {@code running} tasks run, and as many fewer of the one before. */
    public void progress(String cluster, String service, int running) {
        found(cluster, service).progress(running);
    }

    /** The deployment in progress arrives. */
    public void arrive(String cluster, String service) {
        found(cluster, service).arrive();
    }

    /** Of the deployment in progress {@code tasks} tasks more could not be started, or did not stay. */
    public void crash(String cluster, String service, int tasks) {
        found(cluster, service).crash(tasks);
    }

    /** The deployment in progress fails, and nothing rolls it back. */
    public void fail(String cluster, String service, String reason) {
        found(cluster, service).fail(reason);
    }

    /** Who deploys it: ECS, CODE_DEPLOY or EXTERNAL. */
    public void controller(String cluster, String service, String controller) {
        found(cluster, service).controller = controller;
    }

    /** Gives the service an ARN of the format of before 2018. */
    public void shortArn(String cluster, String service) {
        found(cluster, service).arn = arn("service/" + service);
    }

    /** The task definition of the PRIMARY deployment. */
    public String primary(String cluster, String service) {
        return found(cluster, service).primary().definition;
    }

    /** The task definitions of which tasks run, the newest first. */
    public List<String> running(String cluster, String service) {
        return found(cluster, service).running();
    }

    /** How many tasks the service wants. */
    public int desired(String cluster, String service) {
        return found(cluster, service).desired;
    }

    /** What the service is tagged with. */
    public Map<String, String> tags(String cluster, String service) {
        return found(cluster, service).tags.all();
    }

    static String arn(String rest) {
        return "arn:aws:ecs:" + AwsServer.REGION + ":" + AwsServer.ACCOUNT + ":" + rest;
    }

    @Override
    public String action(Asked asked) {
        return asked.operation();
    }

    @Override
    public Answer answer(String action, Asked asked) {
        var body = asked.json();
        return switch (action) {
            case "DescribeServices" -> describe(body);
            case "UpdateService" -> update(body);
            case "ListTaskDefinitions" -> definitions.listed(body);
            case "DescribeTaskDefinition" ->
                definitions.described(body.path("taskDefinition").asString());
            case "ListServiceDeployments" -> deployments(body);
            case "DescribeServiceDeployments" ->
                Answer.json11(Map.of(
                        "serviceDeployments",
                        texts(body.path("serviceDeploymentArns")).stream()
                                .map(this::rollout)
                                .toList()));
            case "DescribeServiceRevisions" ->
                Answer.json11(Map.of(
                        "serviceRevisions",
                        texts(body.path("serviceRevisionArns")).stream()
                                .map(this::revision)
                                .toList()));
            case "StopServiceDeployment" -> stop(body);
            case "TagResource" -> tag(body);
            default -> throw new Refusal(400, "UnknownOperationException", action);
        };
    }

    @Override
    public Answer refused(Refusal refusal) {
        return JsonRefusals.of(refusal);
    }

    private Answer describe(JsonNode body) {
        var cluster = body.path("cluster").asString();
        var shown = new ArrayList<Map<String, Object>>();
        var failures = new ArrayList<Map<String, Object>>();
        for (var name : texts(body.path("services"))) {
            var service = Optional.ofNullable(services.get(cluster + "/" + name));
            service.ifPresent(
                    each -> shown.add(each.shown(texts(body.path("include")).contains("TAGS"))));
            if (service.isEmpty()) {
                failures.add(Map.of("arn", arn("service/" + cluster + "/" + name), "reason", "MISSING"));
            }
        }
        return Answer.json11(Map.of("services", shown, "failures", failures));
    }

    private Answer update(JsonNode body) {
        var service =
                found(body.path("cluster").asString(), body.path("service").asString());
        if (body.has("taskDefinition")) {
            var definition = definitions.active(body.path("taskDefinition").asString());
            if (!service.controller.equals("ECS")) {
                throw new Refusal(
                        400,
                        "InvalidParameterException",
                        "Unable to update task definition on services with a " + service.controller
                                + " deployment controller. Use AWS CodeDeploy to trigger a new deployment.");
            }
            if (!service.primary().definition.equals(definition)) {
                service.deploy(definition);
            }
        }
        if (body.has("desiredCount")) {
            service.desired = body.path("desiredCount").asInt();
        }
        return Answer.json11(Map.of("service", service.shown(false)));
    }

    private Answer deployments(JsonNode body) {
        var service =
                found(body.path("cluster").asString(), body.path("service").asString());
        var wanted = texts(body.path("status"));
        return Answer.json11(Map.of(
                "serviceDeployments",
                service.rollouts.reversed().stream()
                        .filter(each -> wanted.isEmpty() || wanted.contains(each.status))
                        .map(each -> Map.of(
                                "serviceDeploymentArn", each.arn, "serviceArn", service.arn, "status", each.status))
                        .toList()));
    }

    private Map<String, Object> rollout(String arn) {
        var each = rolloutOf(arn);
        return Map.of(
                "serviceDeploymentArn",
                arn,
                "status",
                each.status,
                "sourceServiceRevisions",
                each.sources.stream().map(from -> Map.of("arn", from)).toList(),
                "targetServiceRevision",
                Map.of("arn", each.target));
    }

    private EcsFleet.Rollout rolloutOf(String arn) {
        return services.values().stream()
                .flatMap(service -> service.rollouts.stream())
                .filter(each -> each.arn.equals(arn))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        400, "ServiceDeploymentNotFoundException", "The service deploy ARN " + arn + " was not found"));
    }

    private Map<String, Object> revision(String arn) {
        return services.values().stream()
                .filter(service -> service.revisions.containsKey(arn))
                .findFirst()
                .map(service -> Map.<String, Object>of(
                        "serviceRevisionArn", arn, "taskDefinition", String.valueOf(service.revisions.get(arn))))
                .orElseThrow(() -> new Refusal(400, "InvalidParameterException", "no service revision " + arn));
    }

    private Answer stop(JsonNode body) {
        var arn = body.path("serviceDeploymentArn").asString();
        var rollout = rolloutOf(arn);
        switch (rollout.status) {
            case "PENDING", "IN_PROGRESS" -> rollout.status = "ROLLBACK_REQUESTED";
            case "STOP_REQUESTED", "ROLLBACK_REQUESTED", "ROLLBACK_IN_PROGRESS" -> {}
            default -> throw new Refusal(400, "ConflictException", "The service deployment is " + rollout.status);
        }
        return Answer.json11(Map.of("serviceDeploymentArn", arn));
    }

    private Answer tag(JsonNode body) {
        var arn = body.path("resourceArn").asString();
        var service = services.values().stream()
                .filter(each -> each.arn.equals(arn))
                .findFirst()
                .orElseThrow(() -> new Refusal(400, "ServiceNotFoundException", "Service not found."));
        if (arn.split("/", -1).length < 3) {
            throw new Refusal(400, "InvalidParameterException", "Long arn format must be used for tagging operations");
        }
        var tags = new LinkedHashMap<String, String>();
        body.path("tags")
                .forEach(tag ->
                        tags.put(tag.path("key").asString(), tag.path("value").asString("")));
        service.tags.put(tags);
        return Answer.json11(Map.of());
    }

    private EcsFleet found(String cluster, String service) {
        return Optional.ofNullable(services.get(cluster + "/" + service))
                .orElseThrow(() -> new Refusal(400, "ServiceNotFoundException", "Service not found."));
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }
}
