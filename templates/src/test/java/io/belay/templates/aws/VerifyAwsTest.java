package io.belay.templates.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A pipeline's question is put once, followed to its end, and its answer is the job's: what is not known fails it as well. */
final class VerifyAwsTest {
    @TempDir
    private Path home;

    private DeployAws script;
    private Path root;

    @BeforeEach
    void aMachineThatAnswers() throws IOException {
        script = DeployAws.in(home);
        root = script.copied();
        DeployAws.program(root.resolve("scripts/run"), """
                #!/bin/sh
                echo "run $*" >>"$FAKE/calls"
                case $(cat "$2") in *'"verdict":"pass"'*) exit 0 ;; *'"verdict":"fail"'*) exit 1 ;; *'"verdict":"unknown"'*) exit 3 ;; *) exit 2 ;; esac
                """);
        script.fake("states", "RUNNING\tNone\tNone\nRUNNING\tNone\tNone\nSUCCEEDED\tNone\tNone\n");
        script.fake("output", "{\"belay\":\"report/1\",\"verdict\":\"pass\"}\n");
    }

    private DeployAws.Ended verify(String... more) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(root.resolve("scripts/verify-aws").toString()));
        command.addAll(List.of(more));
        return script.run("", command);
    }

    private List<String> calls(String begin) throws IOException {
        return script.seen("calls")
                .lines()
                .filter(call -> call.startsWith(begin))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"pass, 0", "fail, 1", "unknown, 3"})
    void theVerdictIsTheExitCode(String verdict, int code) throws Exception {
        script.fake("output", "{\"belay\":\"report/1\",\"verdict\":\"" + verdict + "\"}\n");

        var ended = verify();

        assertThat(ended.code()).isEqualTo(code);
        assertThat(ended.output()).contains("not yet ended");
        assertThat(calls("stepfunctions start-execution"))
                .singleElement()
                .asString()
                .contains("arn:aws:states:eu-west-1:123456789012:stateMachine:belay-verify")
                .contains("--input {} ");
        assertThat(calls("run ")).containsExactly("run show report.json --junit report.xml --html report.html");
        assertThat(home.resolve("report.json")).content().contains(verdict);
        assertThat(script.seen("sleeps").lines()).hasSize(2);
    }

    @Test
    void theSystemOfAFleetIsNamed() throws Exception {
        verify("--system", "shop-prod", "--prefix", "watch");

        assertThat(calls("stepfunctions start-execution"))
                .singleElement()
                .asString()
                .contains(":stateMachine:watch-verify")
                .contains("--input {\"system\": \"shop-prod\"} ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FAILED\tLambda.Unknown\tit <broke>", "TIMED_OUT\tNone\tNone", "ABORTED\tNone\tNone"})
    void aRunThatGaveNoReportIsUnknownAndStandsInTheJUnitFile(String state) throws Exception {
        script.fake("states", state + "\n");

        var ended = verify();

        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.output()).contains("UNKNOWN").contains(state.split("\t", 2)[0]);
        assertThat(Files.readString(home.resolve("report.xml")))
                .contains("errors=\"1\"")
                .contains(state.split("\t", 2)[0])
                .doesNotContain("<broke>");
    }

    @Test
    void aRefusalIsUnknown() throws Exception {
        script.fake("output", "{\"belay\":\"refusal/1\",\"message\":\"say which\"}\n");

        var ended = verify();

        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.output()).contains("answered with no report").contains("say which");
    }

    @Test
    void aRunThatDoesNotEndIsLeftAfterAWhile() throws Exception {
        script.fake("states", "RUNNING\tNone\tNone\n");

        var ended = verify();

        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.output()).contains("did not end within 1300 s");
        assertThat(calls("stepfunctions describe-execution")).hasSize(130);
    }

    @Test
    void aCloudThatSaysNothingIsAskedFiveTimesAndNoMore() throws Exception {
        script.fake("mute", "");

        var ended = verify();

        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.output()).contains("Could not connect");
        assertThat(calls("stepfunctions describe-execution")).hasSize(5);
    }

    @Test
    void whoMayNotAskIsToldSo() throws Exception {
        script.fake("denied", "");

        var ended = verify();

        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.output()).contains("could not be started").contains("AccessDenied");
    }

    @ParameterizedTest
    @CsvSource({"--nonsense x, is not known", "--system a/b, letters", "--system, wants a value"})
    void wrongUseIsSaid(String arguments, String said) throws Exception {
        var ended = verify(arguments.split(" ", 2));

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.output()).contains(said);
        assertThat(script.seen("calls")).isEmpty();
    }
}
