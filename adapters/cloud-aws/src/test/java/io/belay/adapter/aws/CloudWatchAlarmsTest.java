package io.belay.adapter.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.adapter.aws.testkit.AwsServer;
import io.belay.core.PortException;
import io.belay.core.alarm.AlarmState;
import io.belay.core.alarm.AlarmState.Colour;
import io.belay.core.testkit.TestingTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CloudWatchAlarmsTest {
    private final TestingTime clock = new TestingTime();
    private final AwsServer server = AwsServer.start(clock);
    private final AwsClients aws = Aws.clients(server);
    private final CloudWatchAlarms alarms = new CloudWatchAlarms(aws);

    @AfterEach
    void close() {
        aws.close();
        server.close();
    }

    private Instant turn(String name, String state, String reason) {
        clock.advance(Duration.ofMinutes(1));
        server.cloudWatch().turn(name, state, reason);
        return clock.instant();
    }

    @Test
    void aRedAlarmSaysSinceWhenWhyAndWhatItWatches() throws Exception {
        server.cloudWatch().metric("errors", Map.of("FunctionName", "serve"));
        var red = turn("errors", "ALARM", "Threshold Crossed: 3 > 1");

        assertThat(alarms.read("errors", Aws.soon()))
                .isEqualTo(new AlarmState(
                        "errors",
                        Colour.RED,
                        Optional.of(red),
                        "Threshold Crossed: 3 > 1",
                        Map.of("FunctionName", "serve")));
    }

    @Test
    void aNewReasonIsNoNewColour() throws Exception {
        server.cloudWatch().metric("errors", Map.of());
        var red = turn("errors", "ALARM", "3 > 1");
        turn("errors", "ALARM", "5 > 1");

        var state = alarms.read("errors", Aws.soon());

        assertThat(state.since()).contains(red);
        assertThat(state.reason()).isEqualTo("5 > 1");
    }

    @Test
    void anAlarmMadeOfOthersIsFoundAsWell() throws Exception {
        server.cloudWatch().composite("sick", "ALARM(errors) OR ALARM(latency)");
        turn("sick", "ALARM", "arn:... transitioned to ALARM");

        var state = alarms.read("sick", Aws.soon());

        assertThat(state.colour()).isEqualTo(Colour.RED);
        assertThat(state.dimensions()).isEmpty();
    }

    @Test
    void anAlarmIsAskedByItsArnAsWell() throws Exception {
        server.cloudWatch().metric("errors: all", Map.of());

        var state = alarms.read("arn:aws:cloudwatch:eu-west-1:123456789012:alarm:errors: all", Aws.soon());

        assertThat(state.name()).isEqualTo("errors: all");
    }

    @Test
    void anAlarmWithoutDataIsNeitherRedNorGreen() throws Exception {
        server.cloudWatch().metric("errors", Map.of());

        assertThat(alarms.read("errors", Aws.soon()).colour()).isEqualTo(Colour.UNKNOWN);
    }

    @Test
    void noSuchAlarmIsNotFound() {
        assertThatThrownBy(() -> alarms.read("errors", Aws.soon()))
                .isInstanceOf(PortException.class)
                .hasMessage("not found: no alarm errors");
    }

    @Test
    void historyIsEachTurnTheNewestFirst() throws Exception {
        server.cloudWatch().metric("errors", Map.of());
        turn("errors", "OK", "before");
        var from = clock.instant().plusSeconds(1);
        var red = turn("errors", "ALARM", "3 > 1");
        turn("errors", "ALARM", "5 > 1");
        var green = turn("errors", "OK", "0 > 1");

        assertThat(alarms.history("errors", from, Aws.soon()))
                .containsExactly(
                        new AlarmState("errors", Colour.GREEN, Optional.of(green), "0 > 1", Map.of()),
                        new AlarmState("errors", Colour.RED, Optional.of(red), "3 > 1", Map.of()));
    }

    @Test
    void aLongHistoryIsReadPageByPageAndHasAnEnd() throws Exception {
        server.cloudWatch().metric("errors", Map.of());
        for (int pair = 0; pair < 600; pair++) {
            turn("errors", "ALARM", "red");
            turn("errors", "OK", "green");
        }

        assertThat(alarms.history("errors", Instant.EPOCH, Aws.soon())).hasSize(1_000);
        assertThat(server.calls()).hasSize(10);
    }
}
