package io.belay.templates.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lines by which somebody begins on AWS are run word by word, with a command line that remembers, and deploy what their example names. */
final class ReadmeTest {
    private static final Pattern BLOCK = Pattern.compile("(?s)```console\n((?:(?!```).)*scripts/deploy-aws.*?)```");

    @TempDir
    private Path home;

    @ParameterizedTest
    @ValueSource(strings = {"../README.md", "aws/README.md"})
    void theLinesDoWhatTheyPromise(String readme) throws Exception {
        var script = DeployAws.in(home);
        var root = script.copied();
        DeployAws.program(
                root.resolve("scripts/package"),
                "#!/bin/sh\nmkdir -p adapters/runtime-aws-lambda/target; echo 'a bundle' >adapters/runtime-aws-lambda/target/belay-lambda.zip\n");
        var block = BLOCK.matcher(Files.readString(Path.of(readme)));
        assertThat(block.find()).isTrue();
        Files.writeString(root.resolve("lines"), block.group(1));

        var ended = script.run("yes\n", root, List.of(home.resolve("bin/sh").toString(), "-eu", "lines"));

        assertThat(ended.code()).as(ended.output()).isZero();
        assertThat(root.resolve("report.json")).content().contains("report/1");
        var system = Yaml.read("serve.yaml", Files.readString(root.resolve("system/serve.yaml")));
        var target = named(system, "lambda");
        assertThat(script.parameter("LambdaTargets"))
                .isEqualTo("arn:aws:lambda:" + system.text("cloud", "region") + ":123456789012:function:"
                        + target.text("function"));
        assertThat(named(system, "cloudwatch").text("alarm")).startsWith(script.parameter("AlarmPrefix"));
        assertThat(script.parameter("AnnounceTopics"))
                .isEqualTo(named(system, "sns").text("topic"));
    }

    private static Node named(Node system, String key) {
        return system.all().flatMap(node -> node.find(key).stream()).findFirst().orElseThrow();
    }
}
