package io.belay.bench;

import java.util.function.Supplier;

/** The kinds of targets that are measured, and what is promised of each: how many times as long as the script it takes at the most. */
enum RollbackKind {
    LAMBDA(
            "lambda",
            LambdaPlace::new,
            2.5,
            "GetAlias and UpdateAlias by the SDK",
            "4 round trips for 2: all readings at once; the version to return to is Active; notes lie in tags before the alias names"
                    + " them; one UpdateAlias that claims and moves"),
    ECS(
            "ecs",
            EcsPlace::new,
            3,
            "DescribeServices and UpdateService by the SDK",
            "5 for 2: which task definitions there are; ECS compares nothing, so the service is"
                    + " read once more, and the journal lies in its tags, before it moves"),
    CODEDEPLOY(
            "codedeploy",
            CodeDeployPlace::new,
            5,
            "GetDeploymentGroup and StopDeployment by the SDK",
            "8 for 2: a group takes two to read, and is read to decide, to see that the deployment is not over, and before the"
                    + " write that nothing compares; the journal in its tags"),
    ROUTE53(
            "route53",
            Route53Place::new,
            2,
            "ListResourceRecordSets and ChangeResourceRecordSets by the SDK, a person asking",
            "3 for 2: records and memory are read once more directly before the batch that deletes exactly them"),
    SSM_COMPOSE(
            "compose by ssm",
            SsmComposePlace::new,
            7,
            "a command that looks and one that brings up, by the SDK, a person asking",
            "4 commands before the one that moves, for 1: to decide, before and by the pull of images, and before the write"),
    FC_ALIAS(
            "fc alias",
            () -> new FcPlace(false),
            3.5,
            "GetAlias and UpdateAlias by the official client",
            "6 for 2: the rule's log wants its id first; the version to return to is Active; Function Compute compares nothing, so"
                    + " the alias is read once more; notes in tags before it moves"),
    FC_IMAGE(
            "fc image",
            () -> new FcPlace(true),
            3,
            "GetFunction and UpdateFunction by the official client",
            "5 for 2: the rule's log wants its id first; the function is read once more; the journal in its tags before it moves"),
    DEPLOYMENT(
            "deployment",
            KubernetesPlace::new,
            3,
            "GET and PATCH by the JDK's client",
            "4 for 2: which ReplicaSets there are, and the template of the one to return to, which the script knows by heart");

    private final String shown;
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
}
