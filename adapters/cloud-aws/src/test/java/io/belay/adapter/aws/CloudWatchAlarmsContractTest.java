package io.belay.adapter.aws;

import io.belay.adapter.aws.testkit.AwsServer;
import io.belay.core.alarm.AlarmSource;
import io.belay.core.alarm.AlarmState.Colour;
import io.belay.core.testkit.AlarmSourceContract;
import io.belay.core.testkit.TestingTime;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

final class CloudWatchAlarmsContractTest extends AlarmSourceContract {
    private final TestingTime clock = new TestingTime();
    private final AwsServer server = AwsServer.start(clock);
    private final AwsClients aws = Aws.clients(server);
    private final AwsClients nowhere = Aws.clients(URI.create("http://127.0.0.1:1"));

    @BeforeEach
    void alarmThatIsNotNew() {
        server.cloudWatch().metric("errors", Map.of());
    }

    @AfterEach
    void close() {
        aws.close();
        nowhere.close();
        server.close();
    }

    @Override
    protected AlarmSource source() {
        return new CloudWatchAlarms(aws);
    }

    @Override
    protected String alarm() {
        return "errors";
    }

    @Override
    protected void turn(Colour colour) {
        clock.advance(Duration.ofMinutes(1));
        server.cloudWatch().turn("errors", colour == Colour.RED ? "ALARM" : "OK", "3 > 1");
    }

    @Override
    protected InstantSource clock() {
        return clock;
    }

    @Override
    protected Optional<AlarmSource> away() {
        return Optional.of(new CloudWatchAlarms(nowhere));
    }
}
