package io.belay.adapter.aws.testkit;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * CodeDeploy's deployment groups, over JSON 1.1, as in the CodeDeploy API Reference.
 *
 * <ul>
 *   <li>StopDeployment of what is complete is refused with DeploymentAlreadyCompletedException.
 *   <li>With autoRollbackEnabled, a deployment of the last revision that succeeded begins a little later, under an id of its own
 *       ("Redeploy and roll back a deployment", User Guide).
 *   <li>ListDeployments and BatchGetDeployments: the latter takes 25 ids at most.
 * </ul>
 */
public final class CodeDeployControl implements Control {
    private static final List<String> RUNNING = List.of("Created", "Queued", "InProgress", "Baking", "Ready");

    private final Map<String, Group> groups = new ConcurrentHashMap<>();
    private final InstantSource clock;

    CodeDeployControl(InstantSource clock) {
        this.clock = clock;
    }

    private static final class Group {
        private final String application;
        private final String name;
        private final Tags tags = new Tags("InvalidTagsToAddException");
        private final List<Deployment> deployments = new ArrayList<>();
        private boolean rollBack;

        private Group(String application, String name) {
            this.application = application;
            this.name = name;
        }

        private String arn() {
            return "arn:aws:codedeploy:" + AwsServer.REGION + ":" + AwsServer.ACCOUNT + ":deploymentgroup:"
                    + application + "/" + name;
        }

        private Optional<Deployment> succeeded() {
            return deployments.reversed().stream()
                    .filter(each -> each.status.equals("Succeeded"))
                    .findFirst();
        }
    }

    private static final class Deployment {
        private final String id =
                "d-" + UUID.randomUUID().toString().substring(0, 9).toUpperCase(Locale.ROOT);
        private final Group group;
        private final Map<String, Object> revision;
        private final Instant created;
        private String status = "InProgress";
        private int done;

        private Deployment(Group group, Map<String, Object> revision, Instant created) {
            this.group = group;
            this.revision = revision;
            this.created = created;
        }
    }

    /** Somebody deploys an archive, made by its ETag: the deployment's id. The group is made where it is not there. */
    public String deploy(String application, String group, String etag) {
        return deploy(
                application,
                group,
                Map.of(
                        "revisionType",
                        "S3",
                        "s3Location",
                        Map.of("bucket", "releases", "key", "app.zip", "bundleType", "zip", "eTag", etag)));
    }

    /** Somebody shifts the alias of a function from one version to the next: the deployment's id. */
    public String deployAlias(String application, String group, String function, String alias) {
        var specification = "version: 0.0\nResources:\n  - it:\n      Type: AWS::Lambda::Function\n      Properties:\n"
                + "        Name: \"" + function + "\"\n        Alias: \"" + alias
                + "\"\n        CurrentVersion: \"1\"\n        TargetVersion: \"2\"\n";
        return deploy(
                application,
                group,
                Map.of(
                        "revisionType",
                        "String",
                        "string",
                        Map.of(
                                "content",
                                specification,
                                "sha256",
                                UUID.randomUUID().toString())));
    }

    private String deploy(String application, String name, Map<String, Object> revision) {
        var group = groups.computeIfAbsent(application + "/" + name, _ -> new Group(application, name));
        var deployment = new Deployment(group, revision, clock.instant());
        group.deployments.add(deployment);
        return deployment.id;
    }

    /** {@code done} of the four instances have the revision that is deployed. */
    public void progress(String application, String group, int done) {
        found(application, group).deployments.getLast().done = done;
    }

    /** What is deployed succeeds; where a rollback was asked for, that is. */
    public void arrive(String application, String group) {
        var of = found(application, group);
        begin(of);
        of.deployments.getLast().status = "Succeeded";
    }

    /** The status of a deployment. */
    public String status(String id) {
        return deployment(id).status;
    }

    private void begin(Group group) {
        if (group.rollBack) {
            group.rollBack = false;
            group.succeeded()
                    .ifPresent(good -> group.deployments.add(new Deployment(group, good.revision, clock.instant())));
        }
    }

    @Override
    public String action(Asked asked) {
        return asked.operation();
    }

    @Override
    public Answer answer(String action, Asked asked) {
        var body = asked.json();
        return switch (action) {
            case "GetDeploymentGroup" -> group(body);
            case "BatchGetDeployments" -> batch(texts(body.path("deploymentIds")));
            case "ListDeployments" -> list(texts(body.path("includeOnlyStatuses")));
            case "StopDeployment" -> stop(body);
            case "ListTagsForResource" ->
                Answer.json11(Map.of(
                        "Tags",
                        ofArn(body.path("ResourceArn").asString()).tags.all().entrySet().stream()
                                .map(each -> Map.of("Key", each.getKey(), "Value", each.getValue()))
                                .toList()));
            case "TagResource" -> tag(body);
            default -> throw new Refusal(400, "UnknownOperationException", action);
        };
    }

    @Override
    public Answer refused(Refusal refusal) {
        return JsonRefusals.of(refusal);
    }

    private Answer group(JsonNode body) {
        var group = found(
                body.path("applicationName").asString(),
                body.path("deploymentGroupName").asString());
        var shown = new LinkedHashMap<String, Object>();
        shown.put("applicationName", group.application);
        shown.put("deploymentGroupName", group.name);
        shown.put("serviceRoleArn", "arn:aws:iam::" + AwsServer.ACCOUNT + ":role/codedeploy");
        shown.put("computePlatform", "Server");
        shown.put("lastAttemptedDeployment", last(group.deployments.getLast()));
        group.succeeded().ifPresent(each -> shown.put("lastSuccessfulDeployment", last(each)));
        begin(group);
        return Answer.json11(Map.of("deploymentGroupInfo", shown));
    }

    private static Map<String, Object> last(Deployment deployment) {
        return Map.of(
                "deploymentId", deployment.id,
                "status", deployment.status,
                "createTime", deployment.created.toEpochMilli() / 1000.0);
    }

    private Answer batch(List<String> ids) {
        if (ids.size() > 25) {
            throw new Refusal(400, "BatchLimitExceededException", "The maximum number of ids is 25");
        }
        return Answer.json11(Map.of(
                "deploymentsInfo", ids.stream().map(id -> shown(deployment(id))).toList()));
    }

    private static Map<String, Object> shown(Deployment deployment) {
        var running = RUNNING.contains(deployment.status);
        return Map.of(
                "applicationName", deployment.group.application,
                "deploymentGroupName", deployment.group.name,
                "deploymentId", deployment.id,
                "status", deployment.status,
                "revision", deployment.revision,
                "computePlatform", deployment.revision.containsKey("string") ? "Lambda" : "Server",
                "createTime", deployment.created.toEpochMilli() / 1000.0,
                "deploymentOverview",
                        Map.of(
                                "Succeeded",
                                running ? deployment.done : 4,
                                "Pending",
                                running ? 4 - deployment.done : 0));
    }

    private Answer list(List<String> statuses) {
        return Answer.json11(Map.of(
                "deployments",
                groups.values().stream()
                        .flatMap(group -> group.deployments.stream())
                        .filter(each -> statuses.isEmpty() || statuses.contains(each.status))
                        .map(each -> each.id)
                        .toList()));
    }

    private Answer stop(JsonNode body) {
        var deployment = deployment(body.path("deploymentId").asString());
        if (!RUNNING.contains(deployment.status)) {
            throw new Refusal(400, "DeploymentAlreadyCompletedException", "The deployment is already complete");
        }
        deployment.status = "Stopped";
        deployment.group.rollBack = body.path("autoRollbackEnabled").asBoolean(false);
        return Answer.json11(Map.of("status", "Pending", "statusMessage", "Stopping"));
    }

    private Answer tag(JsonNode body) {
        var tags = new LinkedHashMap<String, String>();
        body.path("Tags")
                .forEach(tag ->
                        tags.put(tag.path("Key").asString(), tag.path("Value").asString("")));
        ofArn(body.path("ResourceArn").asString()).tags.put(tags);
        return Answer.json11(Map.of());
    }

    private Group found(String application, String group) {
        return Optional.ofNullable(groups.get(application + "/" + group))
                .orElseThrow(() -> new Refusal(
                        400, "DeploymentGroupDoesNotExistException", "No Deployment Group found for name: " + group));
    }

    private Group ofArn(String arn) {
        return groups.values().stream()
                .filter(group -> group.arn().equals(arn))
                .findFirst()
                .orElseThrow(() -> new Refusal(400, "InvalidArnException", "no such resource: " + arn));
    }

    private Deployment deployment(String id) {
        return groups.values().stream()
                .flatMap(group -> group.deployments.stream())
                .filter(each -> each.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal(400, "DeploymentDoesNotExistException", "no deployment " + id));
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }
}
