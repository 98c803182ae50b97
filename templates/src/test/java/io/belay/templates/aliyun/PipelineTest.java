package io.belay.templates.aliyun;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The jobs of the example pipelines that deploy to Function Compute: the right image, a login, and credentials for all who call. */
class PipelineTest {
    private static final String GITHUB = "ci/github-actions.yml";
    private static final String GITLAB = "ci/gitlab-ci.yml";
    private static final Pattern PUSHED = Pattern.compile("scripts/deploy-aliyun .*--push (\\S+)");

    @ParameterizedTest
    @ValueSource(strings = {GITHUB, GITLAB})
    void whatIsPushedIsTheImageWithTheSystemFile(String file) throws IOException {
        var commands = commands(file);
        var built = first(commands, "scripts/image --system ");
        var deployed = first(commands, "scripts/deploy-aliyun ");
        var pushed = PUSHED.matcher(commands.get(deployed));

        assertThat(pushed.find()).isTrue();
        assertThat(pushed.group(1)).isEqualTo("belay-fc:system");
        assertThat(text("../scripts/.engine")).contains("for door in fc lambda; do", "\"belay-$door:system\"");
        assertThat(built).isLessThan(deployed);
    }

    @ParameterizedTest
    @ValueSource(strings = {GITHUB, GITLAB})
    void theRegistryIsOneThatTheJobIsLetInto(String file) throws IOException {
        assertThat(text(file)).contains("BELAY_REGISTRY");
        assertThat(text("../scripts/.aliyun-ready")).contains("--InstanceId \"$BELAY_REGISTRY\"");
        assertThat(text("aliyun/ram/ci.json"))
                .contains("cr:GetAuthorizationToken", "cr:PushRepository", "cr:PullRepository");
    }

    @Test
    void githubGivesItsKeyBeforeItIsWanted() throws IOException {
        var steps = job(GITHUB).at("steps").items();
        var uses = steps.stream().map(step -> step.at("uses").text()).toList();
        var runs = steps.stream().map(step -> step.at("run").text()).toList();

        assertThat(first(uses, "aliyun/configure-aliyun-credentials-action@"))
                .isLessThan(first(runs, "scripts/deploy-aliyun "));
        assertThat(job(GITHUB).at("env", "BELAY_REGISTRY").text()).isEqualTo("${{ vars.BELAY_REGISTRY }}");
    }

    /** The three that deploy-aliyun and Alibaba Cloud CLI both take; the latter wants a session's name besides. */
    @Test
    void gitlabGivesItsWordWhereItIsLookedFor() throws IOException {
        var job = job(GITLAB);
        var variables = job.at("variables").fields().keySet();

        assertThat(List.of(
                        "ALIBABA_CLOUD_ROLE_ARN", "ALIBABA_CLOUD_OIDC_PROVIDER_ARN", "ALIBABA_CLOUD_OIDC_TOKEN_FILE"))
                .allSatisfy(each -> {
                    assertThat(variables).contains(each);
                    assertThat(text("../scripts/.aliyun-ready")).contains(each);
                });
        assertThat(commands(GITLAB).get(first(commands(GITLAB), "aliyun fc POST")))
                .contains("--role-session-name \"belay-$CI_JOB_ID\"");
        assertThat(commands(GITLAB).getFirst()).contains(">\"$ALIBABA_CLOUD_OIDC_TOKEN_FILE\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {GITHUB, GITLAB})
    void theReleaseIsAskedForWhereItWasDeployed(String file) throws IOException {
        assertThat(commands(file).get(first(commands(file), "aliyun fc POST")))
                .contains("--region \"$ALIBABA_CLOUD_REGION\"")
                .contains("--endpoint \"fcv3.$ALIBABA_CLOUD_REGION.aliyuncs.com\"")
                .contains("--qualifier live");
    }

    private static Node job(String file) throws IOException {
        var yaml = Node.parse(file, text(file));
        return file.equals(GITHUB) ? yaml.at("jobs", "aliyun") : yaml.at("deploy-aliyun");
    }

    private static List<String> commands(String file) throws IOException {
        return file.equals(GITHUB)
                ? job(file).at("steps").items().stream()
                        .map(step -> step.at("run").text())
                        .toList()
                : job(file).at("script").texts();
    }

    private static int first(List<String> among, String beginning) {
        for (var index = 0; index < among.size(); index++) {
            if (among.get(index).startsWith(beginning)) {
                return index;
            }
        }
        throw new AssertionError("nothing begins with " + beginning + " among " + among);
    }

    private static String text(String path) throws IOException {
        return Files.readString(Path.of(path));
    }
}
