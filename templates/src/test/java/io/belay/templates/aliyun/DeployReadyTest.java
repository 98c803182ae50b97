package io.belay.templates.aliyun;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What has to be there before a deployment begins, who it is that deploys, and how an image is brought. */
class DeployReadyTest {
    private static final String HASH = "abababababababababababababababababababababababababababababababab";

    @TempDir
    private Path folder;

    private Deploying deploying;

    @BeforeEach
    void anEmptyCloud() {
        deploying = new Deploying(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no\n", "y\n", "\n", ""})
    void whateverIsNotYesIsNo(String typed) {
        var outcome = deploying.run(typed);

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.said()).contains("Nothing was changed.");
        assertThat(deploying.writes()).isEmpty();
    }

    @Test
    void yesIsYes() {
        assertThat(deploying.run("yes\n", "--only", "health").code()).isZero();
        assertThat(deploying.read("belay-health.alias")).contains("\"versionId\": \"1\"");
    }

    @ParameterizedTest
    @CsvSource({"s, npm install -g @serverless-devs/s@3", "aliyun, aliyun-cli/releases"})
    void aMissingCommandLineIsSaidInOneLine(String program, String install) {
        deploying.without(program);

        var outcome = deploying.run("", "--yes");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.said().lines()).singleElement().asString().contains(program + " (", install);
    }

    @ParameterizedTest
    @CsvSource({
        "BELAY_IMAGE, registry.example.com/belay:1.0, a tag may move",
        "BELAY_IMAGE, '', a tag may move",
        "ALIBABA_CLOUD_ACCOUNT_ID, acme, the account's number",
        "BELAY_HTTP_AUTH, jwt, is to be function or anonymous",
        "BELAY_HTTP_AUTH, anonymous, whoever comes is let in",
        "BELAY_TOKENS, ci:verify:" + HASH + ", 'answers a bearer with 401'",
        "BELAY_FLEET, yes, is to be 1 or 0",
        "BELAY_SYSTEM_FILE, /etc/belay/systems, A folder of system files is a fleet"
    })
    void wrongSettingsAreRefusedBeforeAnythingIsAsked(String variable, String value, String why) {
        var outcome = deploying.with(variable, value).run("", "--yes");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.said()).contains(why);
        assertThat(deploying.calls()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"--only rolback, there is no function rolback", "--fast, there is no --fast", "--push, wants a value"})
    void wrongUseIsRefused(String arguments, String why) {
        var outcome = deploying.run("", arguments.split(" ", -1));

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.said()).contains(why);
        assertThat(deploying.writes()).isEmpty();
    }

    @Test
    void tokensAndAnAnonymousDoorBelongTogether() {
        var outcome = deploying
                .with("BELAY_HTTP_AUTH", "anonymous")
                .with("BELAY_TOKENS", "ci:verify:" + HASH)
                .run("", "--yes", "--only", "health");

        assertThat(outcome.code()).as(outcome.said()).isZero();
        assertThat(outcome.said()).contains("https://belay-health.example.com (anonymous)");
    }

    @ParameterizedTest
    @CsvSource({
        "nobody, aliyun has no credentials that are taken: aliyun configure",
        "stranger, calls as somebody of account '9999999999999999'",
        "access, s has no access 'default': s config add -a default"
    })
    void whoDeploysIsKnownBeforeAnybodyIsAsked(String broken, String why) {
        deploying.broken(broken);

        var outcome = deploying.run("yes\n");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.said()).contains(why).doesNotContain("Deploy this?");
        assertThat(deploying.calls()).isEmpty();
    }

    @Test
    void whoCouldNotBeAskedIsUnknown() {
        deploying.broken("unreachable sts");

        assertThat(deploying.run("", "--yes").code()).isEqualTo(3);
    }

    @Test
    void serverlessDevsTakesTheAccessThatIsNamed() {
        deploying.with("SERVERLESS_DEVS_ACCESS", "ops").run("", "--yes", "--only", "health");

        assertThat(deploying.calls().stream().filter(call -> call.startsWith("s ")))
                .isNotEmpty()
                .allMatch(call -> call.contains(" -a ops "));
    }

    @Test
    void theKeyOfThisShellIsServerlessDevsToo() {
        var outcome = deploying
                .with("ALIBABA_CLOUD_ACCESS_KEY_ID", "LTAI1")
                .with("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "hidden")
                .run("", "--yes", "--only", "health");

        assertThat(outcome.code()).as(outcome.said()).isZero();
        assertThat(outcome.said()).doesNotContain("hidden");
        assertThat(deploying.read("key")).isEqualToIgnoringNewLines("""
                        {"AccountID":"1234567890123456","AccessKeyID":"LTAI1","AccessKeySecret":"hidden","SecurityToken":""}""");
        assertThat(deploying.calls().stream().filter(call -> call.startsWith("s ")))
                .isNotEmpty()
                .allMatch(call -> call.contains(" -a belay_serverless_devs_key "));
    }

    @Test
    void aPipelinesWordBecomesAKeyOfAnHour() {
        deploying.write("word", "the pipeline's word");

        var outcome = deploying
                .with(
                        "ALIBABA_CLOUD_OIDC_TOKEN_FILE",
                        folder.resolve("cloud/word").toString())
                .with("ALIBABA_CLOUD_OIDC_PROVIDER_ARN", "acs:ram::1234567890123456:oidc-provider/ci")
                .with("ALIBABA_CLOUD_ROLE_ARN", "acs:ram::1234567890123456:role/belay-ci")
                .run("", "--yes", "--only", "health");

        assertThat(outcome.code()).as(outcome.said()).isZero();
        assertThat(deploying.calls().getFirst())
                .isEqualTo("sts RoleArn=acs:ram::1234567890123456:role/belay-ci the pipeline's word");
        assertThat(deploying.read("key")).contains("\"STS.1\"", "\"an-hour\"", "\"CAIS+/==\"");
    }

    @Test
    void aWordThatIsNotBelievedIsSaid() {
        deploying.write("word", "somebody else's word");

        var outcome = deploying
                .with(
                        "ALIBABA_CLOUD_OIDC_TOKEN_FILE",
                        folder.resolve("cloud/word").toString())
                .with("ALIBABA_CLOUD_ROLE_ARN", "acs:ram::1234567890123456:role/belay-ci")
                .run("", "--yes");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.said())
                .contains(
                        "role/belay-ci is not given to this pipeline: AuthenticationFail.OIDCToken.Invalid no such word");
    }

    @Test
    void anImageIsPushedOnlyWhereItIsAskedAndDeployedByItsDigest() {
        deploying.with("BELAY_IMAGE", "registry.example.com/ops/belay:1.0");

        var outcome = deploying.run("", "--yes", "--push", "belay:local", "--only", "health");

        assertThat(outcome.code()).as(outcome.said()).isZero();
        assertThat(deploying.calls())
                .contains("docker push registry.example.com/ops/belay:1.0")
                .contains("docker tag belay:local registry.example.com/ops/belay:1.0");
        assertThat(outcome.said()).contains("pushed registry.example.com/ops/belay@sha256:" + "0".repeat(63) + "7");
        assertThat(deploying
                        .run("", "--yes", "--push", "belay:local", "--only", "health")
                        .said())
                .contains("Nothing to do");
    }

    @Test
    void anEnterpriseEditionIsLoggedInToBeforeThePush() {
        var outcome = deploying
                .with("BELAY_IMAGE", "registry.example.com/ops/belay:1.0")
                .with("BELAY_REGISTRY", "cri-1")
                .run("", "--yes", "--push", "belay-fc:system", "--only", "health");

        assertThat(outcome.code()).as(outcome.said()).isZero();
        assertThat(deploying.read("password")).isEqualTo("an-hour");
        assertThat(deploying.calls().stream().filter(call -> call.startsWith("cr ") || call.startsWith("docker ")))
                .startsWith(
                        "cr cri-1",
                        "docker login --username cr_temp_user --password-stdin registry.example.com",
                        "docker tag belay-fc:system registry.example.com/ops/belay:1.0",
                        "docker push registry.example.com/ops/belay:1.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"belay-fc:missing", "belay-fc:system"})
    void anImageThatIsNotThereIsSaidBeforeAnythingIsAsked(String image) {
        // Where no Docker runs, nothing that podman has is called belay-fc either.
        deploying.broken(image.endsWith("missing") ? "" : "docker");

        var outcome = deploying
                .with("BELAY_IMAGE", "registry.example.com/ops/belay:1.0")
                .run("", "--yes", "--push", image);

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(deploying.calls()).isEmpty();
    }
}
