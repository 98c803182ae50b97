package io.belay.bench;

import io.belay.adapter.aws.CodeDeployTarget;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.services.codedeploy.CodeDeployClient;

/** Deployment groups of CodeDeploy of which a deployment is under way. */
final class CodeDeployPlace extends Amazon {
    private static final String APPLICATION = "shop";

    private final CodeDeployClient sdk = plain(CodeDeployClient.builder());

    @Override
    public Thing broken() throws InterruptedException {
        var group = fresh("prod");
        var target = new CodeDeployTarget(clients, APPLICATION, group);
        time.ago(Duration.ofHours(4));
        green();
        server.codeDeploy().deploy(APPLICATION, group, "one");
        server.codeDeploy().arrive(APPLICATION, group);
        Place.stamp(target, time);
        time.ago(Duration.ofMinutes(10));
        var id = server.codeDeploy().deploy(APPLICATION, group, "two");
        server.codeDeploy().progress(APPLICATION, group, 1);
        var alarms = red();
        return new Thing(
                target,
                Optional.of(alarms),
                () -> server.codeDeploy().status(id).equals("Stopped"),
                () -> server.codeDeploy().arrive(APPLICATION, group),
                () -> script(group));
    }

    private void script(String group) {
        var id = sdk.getDeploymentGroup(
                        request -> request.applicationName(APPLICATION).deploymentGroupName(group))
                .deploymentGroupInfo()
                .lastAttemptedDeployment()
                .deploymentId();
        sdk.stopDeployment(request -> request.deploymentId(id).autoRollbackEnabled(true));
    }
}
