package io.belay.adapter.aliyun.ecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.adapter.aliyun.testkit.AliyunCloud;
import io.belay.adapter.aliyun.testkit.AssistantState.Ran;
import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudAssistantTest {
    private final AliyunCloud cloud = new AliyunCloud(InstantSource.system());
    private final CloudAssistant shell = Instances.of(cloud, Instances.HERE);

    CloudAssistantTest() {
        cloud.assistant().instance(Instances.HERE, _ -> new Ran(0, "done\n"));
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    private static Deadline in(Duration span) {
        return Deadline.in(span, InstantSource.system());
    }

    private static final Duration SOON = Duration.ofSeconds(10);

    private void refused(String script, Duration within, Fault.Kind kind, String words) {
        assertThatThrownBy(() -> shell.run(script, in(within)))
                .isInstanceOfSatisfying(
                        PortException.class,
                        refused -> assertThat(refused.fault().kind()).isEqualTo(kind))
                .hasMessageContaining(words);
    }

    @Test
    void aCommandIsLookedAtUntilItHasEnded() throws Exception {
        cloud.assistant().runningFor(3);

        assertThat(shell.run("true", in(SOON)).said()).isEqualTo("done\n");
        assertThat(cloud.actions())
                .filteredOn("DescribeInvocationResults"::equals)
                .hasSize(4);
    }

    @Test
    void aCommandThatGoesOnIsGivenUpWhenTimeIsOver() {
        cloud.assistant().runningFor(Integer.MAX_VALUE);

        refused("true", Duration.ofMillis(400), Fault.Kind.TIMED_OUT, "");
    }

    @Test
    void aCommandWhoseAnswerIsLostIsSentOnce() {
        cloud.mishaps().loseAnswer("RunCommand");

        refused("true", SOON, Fault.Kind.UNREACHABLE, "");
        assertThat(cloud.assistant().commands()).hasSize(1);
    }

    @Test
    void whatIsNotThereYetIsLookedForAgain() throws Exception {
        cloud.mishaps().answer("DescribeInvocationResults", 200, "{\"Invocation\":{}}");

        assertThat(shell.run("true", in(SOON)).code()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "Timeout, TIMED_OUT, InstanceReleased why",
        "Aborted, REJECTED, is Aborted: InstanceReleased why",
        "Invalid, REJECTED, is Invalid",
        "Error, REJECTED, is Error",
        "Terminated, REJECTED, is Terminated",
        "Cancelled, REJECTED, is Cancelled"
    })
    void aCommandThatDidNotEndIsRefusedInTheCloudsWords(String status, Fault.Kind kind, String words) {
        cloud.mishaps()
                .answer(
                        "DescribeInvocationResults",
                        200,
                        "{\"Invocation\":{\"InvocationResults\":{\"InvocationResult\":[{\"InvocationStatus\":\""
                                + status + "\",\"ErrorCode\":\"InstanceReleased\",\"ErrorInfo\":\"why\"}]}}}");

        refused("true", SOON, kind, words);
    }

    @Test
    void anOutputThatIsNoBase64IsRejected() {
        cloud.mishaps()
                .answer(
                        "DescribeInvocationResults",
                        200,
                        "{\"Invocation\":{\"InvocationResults\":{\"InvocationResult\":[{\"InvocationStatus\":\"Success\",\"Output\":\"?\"}]}}}");

        refused("true", SOON, Fault.Kind.REJECTED, "no Base64");
    }

    @Test
    void aScriptThatIsTooLongIsNotSent() {
        refused("#".repeat(18 * 1024 + 1), SOON, Fault.Kind.REJECTED, "takes 24576");
        assertThat(cloud.received()).isEmpty();
    }

    @Test
    void theLongestScriptIsTaken() throws Exception {
        assertThat(shell.run("#".repeat(18 * 1024), in(SOON)).code()).isZero();
    }

    @Test
    void whatRunsThereMayNotGoOnForLongAfterUs() throws Exception {
        shell.run("true", in(Duration.ofSeconds(25)));
        shell.run("true", in(Duration.ofSeconds(2)));

        assertThat(cloud.received())
                .filteredOn(each -> each.action().equals("RunCommand"))
                .extracting(each -> each.parameters().get("Timeout"))
                .first()
                .isIn("24", "25");
        assertThat(cloud.received())
                .filteredOn(each -> "10".equals(each.parameters().get("Timeout")))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wms", "i-", "i-1 i-2", "i-1'"})
    void whatIsNoInstanceIsRefused(String instance) {
        assertThatThrownBy(() -> Instances.of(cloud, instance)).isInstanceOf(IllegalArgumentException.class);
    }
}
