package io.belay.adapter.aws;

import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.services.codedeploy.model.ComputePlatform;
import software.amazon.awssdk.services.codedeploy.model.DeploymentInfo;

/** Whether CodeDeploy moves an alias's traffic at this moment: who moves it back by hand has CodeDeploy against him. */
record CodeDeployShift(AwsClients aws, String function, String alias) {
    /** As many as BatchGetDeployments takes. */
    private static final int MOST = 25;

    /** What it does, in words; empty where it does nothing, and where nobody may ask. */
    Optional<String> now(Deadline deadline) throws InterruptedException {
        try {
            return running(deadline).stream()
                    .filter(this::moves)
                    .findFirst()
                    .map(each -> "CodeDeploy shifts it: " + each.deploymentId() + " of " + each.applicationName() + "/"
                            + each.deploymentGroupName() + " is " + each.statusAsString() + "; stop that in its place");
        } catch (PortException refused) {
            if (refused.fault().kind() == Fault.Kind.DENIED) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    private List<DeploymentInfo> running(Deadline deadline) throws InterruptedException {
        var ids = AwsCall.ask(
                        deadline,
                        limits -> aws.codeDeploy()
                                .listDeployments(request -> request.includeOnlyStatuses(CodeDeployGroup.RUNNING)
                                        .overrideConfiguration(limits)))
                .deployments()
                .stream()
                .limit(MOST)
                .toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        return AwsCall.ask(
                        deadline,
                        limits -> aws.codeDeploy()
                                .batchGetDeployments(
                                        request -> request.deploymentIds(ids).overrideConfiguration(limits)))
                .deploymentsInfo();
    }

    /** By the application specification, which names function and alias in YAML or JSON. */
    private boolean moves(DeploymentInfo deployment) {
        if (deployment.computePlatform() != ComputePlatform.LAMBDA || deployment.revision() == null) {
            return false;
        }
        var revision = deployment.revision();
        var specification = Stream.concat(
                        Stream.ofNullable(revision.string()).map(each -> each.content()),
                        Stream.ofNullable(revision.appSpecContent()).map(each -> each.content()))
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse("");
        var name = function.substring(function.lastIndexOf(':') + 1);
        return says(specification, "Name", name) && says(specification, "Alias", alias);
    }

    private static boolean says(String specification, String key, String value) {
        return Pattern.compile("[\"']?" + key + "[\"']?\\s*:\\s*[\"']?" + Pattern.quote(value) + "[\"']?(\\s|,|}|$)")
                .matcher(specification)
                .find();
    }
}
