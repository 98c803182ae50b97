package io.belay.bench;

import java.util.function.Supplier;

/** The kinds of targets that are measured, and what is promised of each: how many times as long as the script it takes at the most. */
enum RollbackKind {
    LAMBDA(
            "lambda",
            LambdaPlace::new,
            Promised.COMPARED,
            "GetAlias and UpdateAlias by the SDK",
            "3 round trips for 2: notes lie in tags before the alias names them, and beside that the version to return to is"
                    + " asked whether it is Failed"),
    ECS(
            "ecs",
            EcsPlace::new,
            Promised.NOT_COMPARED,
            "DescribeServices and UpdateService by the SDK",
            "4 for 2: ECS compares nothing, so the service is read once more, and the journal lies in its tags, before it moves"),
    CODEDEPLOY(
            "codedeploy",
            CodeDeployPlace::new,
            Promised.NOT_COMPARED,
            "GetDeploymentGroup and StopDeployment by the SDK",
            "4 for 2: CodeDeploy compares nothing, so the group is read once more, and the journal lies in its tags, before it"
                    + " stops"),
    ROUTE53(
            "route53",
            Route53Place::new,
            Promised.COMPARED,
            "ListResourceRecordSets and ChangeResourceRecordSets by the SDK, a person asking",
            "3 for 2: records and memory are read once more directly before the batch that deletes exactly them"),
    SSM_COMPOSE(
            "compose by ssm",
            SsmComposePlace::new,
            Promised.COMMANDS,
            "a command that looks and one that brings up, by the SDK, a person asking",
            "4 commands before the one that moves, for 1: to decide, before and by the pull of images, and before the write"),
    FC_ALIAS(
            "fc alias",
            () -> new FcPlace(false),
            Promised.NOT_COMPARED,
            "GetAlias and UpdateAlias by the official client",
            "4 for 2: Function Compute compares nothing, so the alias is read once more, beside the version to return to; notes"
                    + " lie in tags before it moves"),
    FC_IMAGE(
            "fc image",
            () -> new FcPlace(true),
            Promised.NOT_COMPARED,
            "GetFunction and UpdateFunction by the official client",
            "4 for 2: Function Compute compares nothing, so the function is read once more; the journal lies in its tags before it"
                    + " moves"),
    DEPLOYMENT(
            "deployment",
            KubernetesPlace::new,
            Promised.COMPARED,
            "GET and PATCH by the JDK's client",
            "3 for 2: which ReplicaSets there are, with the template of the one to return to, which the script knows by heart");

    private final String shown;
    // Error Prone cannot see that a method reference never changes.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Supplier<Place> place;

    private final double promised;
    private final String script;
    private final String buys;

    RollbackKind(String shown, Supplier<Place> place, double promised, String script, String buys) {
        this.shown = shown;
        this.place = place;
        this.promised = promised;
        this.script = script;
        this.buys = buys;
    }

    String shown() {
        return shown;
    }

    Place open() {
        return place.get();
    }

    double promised() {
        return promised;
    }

    String script() {
        return script;
    }

    String buys() {
        return buys;
    }

    /** Times the script's, with a little for noise. */
    private static final class Promised {
        /** One round trip more than the script's two, where the platform compares what it is to write over: 1.5. */
        static final double COMPARED = 1.9;

        /** Two more, where it does not and is read once more: 2.0. */
        static final double NOT_COMPARED = 2.3;

        /** Five commands for two, and what the host's own processes take. */
        static final double COMMANDS = 7;
    }
}
