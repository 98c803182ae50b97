package io.belay.templates.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples for pipelines keep no key, call what there is, and fail where the release is not well. */
final class CiTest {
    private static final String GITHUB = "github-actions.yml";
    private static final String GITLAB = "gitlab-ci.yml";

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
                .contains("deploy-aws", "run")
                .allSatisfy(script -> assertThat(Path.of("../scripts", script)).isExecutable());
    }

    @ParameterizedTest
    @ValueSource(strings = {GITHUB, GITLAB})
    void theVerdictIsTheJobsAndIsKept(String file) throws IOException {
        var yaml = yaml(file);
        var said = yaml.all()
                .map(Node::word)
                .filter(word -> word.contains("scripts/run show"))
                .toList();

        assertThat(said)
                .hasSize(2)
                .allSatisfy(command -> assertThat(command)
                        .contains("report.json --junit report.xml --html report.html")
                        .doesNotContain("|| true"));
        assertThat(yaml.all()
                        .filter(node -> node.text("continue-on-error").equals("true")
                                || node.text("allow_failure").equals("true")))
                .isEmpty();
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
                .allMatch(uses -> uses.matches("[\\w-]+/[\\w-]+@(v\\d+|[0-9a-f]{40})"));
        assertThat(yaml.find("jobs").orElseThrow().fields().values())
                .hasSize(2)
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

    private static String text(String file) throws IOException {
        return Files.readString(Path.of("ci", file));
    }

    private static Node yaml(String file) throws IOException {
        return Yaml.read(file, text(file));
    }
}
