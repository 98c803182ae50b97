package io.belay.templates.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples for pipelines keep no key, call what there is, and fail where the release is not well. */
final class CiTest {
    private static final String GITHUB = "github-actions.yml";
    private static final String GITLAB = "gitlab-ci.yml";

    private static final String SHOWN = "scripts/run show report.json --junit report.xml --html report.html";

    private static final Pattern SCRIPT = Pattern.compile("scripts/([a-z-]+)");

    @ParameterizedTest
    @ValueSource(strings = {GITHUB, GITLAB})
    void noKeyIsKept(String file) throws IOException {
        assertThat(text(file))
                .doesNotContain("secrets.")
                .doesNotContainPattern("\\w+_(KEY|SECRET|PASSWORD)\\b")
                .doesNotContainPattern("(?i)access-?key");
    }

    @ParameterizedTest
    @ValueSource(strings = {GITHUB, GITLAB})
    void whatIsCalledIsThere(String file) throws IOException {
        var called = SCRIPT.matcher(text(file))
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();

        assertThat(called)
                .contains("deploy-aws", "verify-aws", "run")
                .allSatisfy(script -> assertThat(Path.of("../scripts", script)).isExecutable());
    }

    @ParameterizedTest
    @ValueSource(strings = {GITHUB, GITLAB})
    void theVerdictIsTheJobsAndIsKept(String file) throws IOException {
        var yaml = yaml(file);

        // On AWS the script shows it, which VerifyAwsTest holds.
        assertThat(said(yaml, "scripts/verify-aws")).hasSize(1);
        assertThat(said(yaml, "scripts/run show")).singleElement().asString().contains(SHOWN);
        assertThat(text(file)).doesNotContain("|| true");
        assertThat(yaml.all()
                        .filter(node -> node.text("continue-on-error").equals("true")
                                || node.text("allow_failure").equals("true")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {GITHUB, GITLAB})
    void whoAsksIsNotWhoDeploys(String file) throws IOException {
        var roles = Pattern.compile("(?:role-to-assume: \\$\\{\\{ vars\\.|ROLE: \\$)(AWS_\\w+)")
                .matcher(text(file))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(roles).containsExactly("AWS_DEPLOY_ROLE", "AWS_CI_ROLE");
        assertThat(text(file).lastIndexOf("AWS_CI_ROLE", text(file).lastIndexOf("scripts/verify-aws")))
                .isGreaterThan(text(file).lastIndexOf("scripts/deploy-aws"));
    }

    @ParameterizedTest
    @ValueSource(strings = {GITHUB, GITLAB})
    void aFleetsSystemIsNamedAndAVariableThatIsNotSetTakesNothingBack(String file) throws IOException {
        assertThat(said(yaml(file), "scripts/verify-aws"))
                .allMatch(command -> command.matches("(?s).*\\$\\{\\w+:\\+--system \"\\$\\w+\"}.*"));
        assertThat(said(yaml(file), "scripts/deploy-aws"))
                .singleElement()
                .asString()
                .matches("(?s).*\\$\\{\\w+:\\+--set \"LambdaTargets=\\$\\w+\"}.*")
                .doesNotContain("RollbackOff");
    }

    @ParameterizedTest
    @ValueSource(strings = {GITHUB, GITLAB})
    void whatIsPushedHoldsASystemFile(String file) throws IOException {
        var left = Files.readString(Path.of("../scripts/.engine"));

        assertThat(left).contains("\"belay-$door:system\"");
        assertThat(said(yaml(file), "scripts/image")).allMatch(command -> command.contains("--system system/"));
        assertThat(said(yaml(file), "scripts/deploy-aliyun"))
                .singleElement()
                .asString()
                .endsWith("--push belay-fc:system");
    }

    @Test
    void whereNoEngineKeepsTheImageItIsLoadedFromWhatWasSaved() throws IOException {
        assertThat(said(yaml(GITLAB), "scripts/image"))
                .singleElement()
                .asString()
                .endsWith("--save target");
        assertThat(text(GITLAB)).contains("podman load -i target/belay-fc.tar");
    }

    @Test
    void gitlabInstallsTheCommandLineThatTheScriptsTake() throws IOException {
        assertThat(text(GITLAB))
                .contains("https://awscli.amazonaws.com/awscli-exe-linux-$(uname -m).zip")
                .doesNotContainPattern("install [^\n]*\\bawscli\\b");
    }

    @Test
    void githubIsAskedForAWordAndForNothingElse() throws IOException {
        var permissions = yaml(GITHUB).find("permissions").orElseThrow();

        assertThat(permissions.text("id-token")).isEqualTo("write");
        assertThat(permissions.text("contents")).isEqualTo("read");
        assertThat(permissions.fields()).hasSize(2);
    }

    @Test
    void everyActionIsPinnedAndEveryJobEnds() throws IOException {
        var yaml = yaml(GITHUB);

        assertThat(yaml.all().map(node -> node.text("uses")).filter(uses -> !uses.isEmpty()))
                .isNotEmpty()
                .allMatch(uses -> uses.matches("[\\w-]+/[\\w-]+@[0-9a-f]{40}"));
        assertThat(text(GITHUB).lines().filter(line -> line.contains("uses: ")))
                .as("the release beside the commit")
                .allMatch(line -> line.matches(".*@[0-9a-f]{40} # v\\d+(\\.\\d+)*"));
        assertThat(yaml.find("jobs").orElseThrow().fields().values())
                .hasSize(3)
                .allMatch(job -> job.text("timeout-minutes").matches("\\d+"));
    }

    @Test
    void whateverAPipelineChoosesReachesTheShellAsAVariable() throws IOException {
        assertThat(yaml(GITHUB).all().map(node -> node.text("run"))).noneMatch(run -> run.contains("${{"));
    }

    @Test
    void gitlabGivesItsWordToEachCloud() throws IOException {
        assertThat(yaml(GITLAB)
                        .all()
                        .flatMap(node -> node.find("id_tokens").stream())
                        .map(token -> token.all()
                                .map(each -> each.text("aud"))
                                .filter(audience -> !audience.isEmpty())
                                .toList()
                                .getFirst()))
                .containsExactlyInAnyOrder("sts.amazonaws.com", "sts.aliyuncs.com");
    }

    /** Each command that calls {@code script}. */
    private static List<String> said(Node yaml, String script) {
        return yaml.all()
                .map(Node::word)
                .filter(word -> word.contains(script))
                .map(String::strip)
                .toList();
    }

    private static String text(String file) throws IOException {
        return Files.readString(Path.of("ci", file));
    }

    private static Node yaml(String file) throws IOException {
        return Yaml.read(file, text(file));
    }
}
