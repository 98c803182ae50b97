package io.belay.adapter.aliyun.cloudmonitor;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.belay.adapter.aliyun.Cloud;
import io.belay.adapter.aliyun.testkit.AliyunCloud;
import io.belay.adapter.aliyun.testkit.CloudMonitorState;
import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.alarm.AlarmState;
import io.belay.core.alarm.AlarmState.Colour;
import io.belay.core.testkit.TestingTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloudMonitorAlarmsTest {
    private static final String RESOURCES = "[{\"region\":\"cn-hangzhou\",\"functionName\":\"serve\"}]";

    private final TestingTime time = new TestingTime();
    private final AliyunCloud cloud = new AliyunCloud(time);
    private final CloudMonitorState monitor = cloud.cloudMonitor();
    private final CloudMonitorAlarms alarms = new CloudMonitorAlarms(Cloud.monitor(cloud));

    @AfterEach
    void close() {
        cloud.close();
    }

    @ParameterizedTest
    @CsvSource({"OK, GREEN", "ALARM, RED", "INSUFFICIENT_DATA, UNKNOWN", "SOMETHING_NEW, UNKNOWN"})
    void aRuleHasAColour(String state, Colour colour) throws Exception {
        monitor.rule("belay-errors", "errors", state, RESOURCES);

        assertThat(alarms.read("belay-errors", soon()).colour()).isEqualTo(colour);
    }

    @Test
    void aRuleSaysWhatItWatches() throws Exception {
        monitor.rule("belay-errors", "errors", "OK", RESOURCES);

        assertThat(alarms.read("belay-errors", soon()).dimensions())
                .isEqualTo(Map.of("region", "cn-hangzhou", "functionName", "serve"));
    }

    @Test
    void aRuleIsFoundByItsNameToo() throws Exception {
        IntStream.range(0, 150).forEach(each -> monitor.rule("id-" + each, "errors of " + each, "OK", "[]"));
        monitor.rule("belay-errors", "errors", "ALARM", RESOURCES);

        assertThat(alarms.read("errors", soon()).colour()).isEqualTo(Colour.RED);
    }

    @Test
    void twoRulesOfOneNameAreNotGuessedBetween() {
        monitor.rule("one", "errors", "OK", "[]");
        monitor.rule("two", "errors", "ALARM", "[]");

        assertThat(fault("errors").kind()).isEqualTo(Fault.Kind.REJECTED);
    }

    @Test
    void aNameThatIsOnlyPartOfAnotherIsNotFound() {
        monitor.rule("one", "errors of serve", "OK", "[]");

        assertThat(fault("errors").kind()).isEqualTo(Fault.Kind.NOT_FOUND);
    }

    @Test
    void aRuleThatIsSwitchedOffTellsNothing() throws Exception {
        monitor.rule("one", "errors", "ALARM", "[]");
        monitor.disable("one");

        var state = alarms.read("errors", soon());

        assertThat(state.colour()).isEqualTo(Colour.UNKNOWN);
        assertThat(state.reason()).startsWith("switched off, last ALARM");
    }

    @Test
    void sinceIsTheTurnAndNotTheLastTimeItWasTold() throws Exception {
        monitor.rule("one", "errors", "ALARM", "[]");
        monitor.log("one", ago(50), "serve", "OK", "P4");
        monitor.log("one", ago(26), "serve", "P4", "P4");
        monitor.log("one", ago(2), "serve", "P4", "P4");

        assertThat(alarms.read("one", soon()).since()).contains(ago(50));
    }

    @Test
    void aTurnThatIsOutOfReachIsNotMadeUp() throws Exception {
        monitor.rule("one", "errors", "ALARM", "[]");
        monitor.log("one", ago(16 * 24), "serve", "OK", "P4");
        monitor.log("one", ago(2), "serve", "P4", "P4");

        assertThat(alarms.read("one", soon()).since()).isEmpty();
    }

    @Test
    void aLogThatSaysAnotherColourThanTheRuleGivesNoTime() throws Exception {
        monitor.rule("one", "errors", "ALARM", "[]");
        monitor.log("one", ago(2), "serve", "P4", "OK");

        assertThat(alarms.read("one", soon()).since()).isEmpty();
    }

    @Test
    void historyHasEachTurnTheNewestFirst() throws Exception {
        monitor.rule("one", "errors", "ALARM", "[]");
        monitor.log("one", ago(9), "serve", "OK", "P4");
        monitor.log("one", ago(8), "serve", "P4", "OK");
        monitor.log("one", ago(1), "serve", "OK", "P3");

        assertThat(alarms.history("one", ago(24), soon()))
                .extracting(AlarmState::colour)
                .containsExactly(Colour.RED, Colour.GREEN, Colour.RED);
    }

    @Test
    void whatWasRedBeforeTheHistoryBeginsIsRedFromThere() throws Exception {
        monitor.rule("one", "errors", "OK", "[]");
        monitor.log("one", ago(3), "serve", "P4", "P4");
        monitor.log("one", ago(2), "serve", "P4", "OK");

        assertThat(alarms.history("one", ago(24), soon()))
                .extracting(each -> each.colour() + " " + each.since().orElseThrow())
                .containsExactly("GREEN " + ago(2), "RED " + ago(24));
    }

    @Test
    void aRuleOfSeveralThingsIsRedWhileAnyIs() throws Exception {
        monitor.rule("one", "errors", "OK", "[]");
        monitor.log("one", ago(9), "serve", "OK", "P4");
        monitor.log("one", ago(8), "order", "OK", "P4");
        monitor.log("one", ago(7), "serve", "P4", "OK");
        monitor.log("one", ago(6), "order", "P4", "OK");

        assertThat(alarms.history("one", ago(24), soon()))
                .extracting(each -> each.colour() + " " + each.since().orElseThrow())
                .containsExactly("GREEN " + ago(6), "RED " + ago(9));
    }

    @Test
    void historyReachesFurtherThanOneSpanAndOnePage() throws Exception {
        monitor.rule("one", "errors", "OK", "[]");
        IntStream.range(0, 250)
                .forEach(each -> monitor.log(
                        "one",
                        ago(40 * 24).plusSeconds(each),
                        "serve",
                        each % 2 == 0 ? "OK" : "P4",
                        each % 2 == 0 ? "P4" : "OK"));
        monitor.log("one", ago(1), "serve", "OK", "P4");

        assertThat(alarms.history("one", ago(45 * 24), soon())).hasSize(251);
    }

    @Test
    void beforeAYearNothingIsAsked() throws Exception {
        monitor.rule("one", "errors", "OK", "[]");

        alarms.history("one", Instant.EPOCH, soon());

        assertThat(cloud.actions()).filteredOn("DescribeAlertLogList"::equals).hasSize(25);
    }

    @Test
    void aRefusalInTheBodyOfASuccessIsAFault() {
        monitor.rule("one", "errors", "OK", "[]");
        cloud.mishaps()
                .answer(
                        "DescribeAlertLogList",
                        200,
                        "{\"Success\":false,\"Code\":\"403\",\"Message\":\"not allowed\"}");

        assertThat(fault("one"))
                .isEqualTo(new Fault(Fault.Kind.DENIED, "CMS DescribeAlertLogList: 403: not allowed (HTTP 200)"));
    }

    private Fault fault(String alarm) {
        return requireNonNull(catchThrowableOfType(PortException.class, () -> alarms.read(alarm, soon())))
                .fault();
    }

    private Instant ago(int hours) {
        return time.instant().minus(Duration.ofHours(hours));
    }

    private Deadline soon() {
        return Cloud.soon(time);
    }
}
