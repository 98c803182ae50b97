package io.belay.image;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.belay.runtime.lambda.AlarmsApplyHandler;
import io.belay.runtime.lambda.AlarmsDriftHandler;
import io.belay.runtime.lambda.AlarmsDrillHandler;
import io.belay.runtime.lambda.AlarmsPlanHandler;
import io.belay.runtime.lambda.ClearHandler;
import io.belay.runtime.lambda.HealthHandler;
import io.belay.runtime.lambda.MigrationVerifyHandler;
import io.belay.runtime.lambda.ReleaseHandler;
import io.belay.runtime.lambda.ResumeHandler;
import io.belay.runtime.lambda.RollbackHandler;
import io.belay.runtime.lambda.RollbackPlanHandler;
import io.belay.runtime.lambda.StampHandler;
import io.belay.runtime.lambda.StopHandler;
import io.belay.runtime.lambda.SystemsHandler;
import io.belay.runtime.lambda.VerifyHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** All handlers in one, for one cache serves them all: an event is a handler's name, a space, and its event. Trains, and is in no image. */
public final class EveryHandler implements RequestStreamHandler {
    private static final String BY = "{\"by\":\"training\"}";
    private static final String ALARM = "{\"source\":\"aws.cloudwatch\",\"accountId\":\"123456789012\",\"alarmData\":{"
            + "\"alarmName\":\"serve-errors\",\"state\":{\"value\":\"ALARM\",\"timestamp\":\"2026-11-28T00:00:00.000+0000\"},"
            + "\"previousState\":{\"value\":\"OK\"}}}";

    private final Map<String, RequestStreamHandler> handlers = Map.ofEntries(
            entry("health", new HealthHandler()),
            entry("migration-verify", new MigrationVerifyHandler()),
            entry("rollback-plan", new RollbackPlanHandler()),
            entry("release", new ReleaseHandler()),
            entry("alarms-plan", new AlarmsPlanHandler()),
            entry("alarms-drift", new AlarmsDriftHandler()),
            entry("alarms-apply", new AlarmsApplyHandler()),
            entry("alarms-drill", new AlarmsDrillHandler()),
            entry("systems", new SystemsHandler()),
            entry("stamp", new StampHandler()),
            entry("clear", new ClearHandler()),
            entry("stop", new StopHandler()),
            entry("resume", new ResumeHandler()),
            entry("rollback", new RollbackHandler()),
            entry("verify", new VerifyHandler()));

    /** Called by Lambda's client. */
    public EveryHandler() {}

    /** What they are to be called with. */
    static List<String> events() {
        return List.of(
                "health {}",
                "health {\"only\":[\"metric\"]}",
                "health {\"version\":\"2.0\",\"rawPath\":\"/health/live\",\"requestContext\":{\"http\":{\"method\":\"GET\"}}}",
                "migration-verify {}",
                "rollback-plan {}",
                "release {}",
                "alarms-plan {}",
                "alarms-drift {}",
                "stamp {}",
                "rollback " + ALARM,
                "rollback " + BY,
                "verify {}",
                "systems {}",
                "clear {\"by\":\"training\",\"revisions\":[\"1\"]}",
                "stop " + BY,
                "resume " + BY);
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        var event = new String(input.readAllBytes(), UTF_8);
        var space = event.indexOf(' ');
        var handler = handlers.get(event.substring(0, space));
        if (handler == null) {
            throw new IllegalArgumentException("there is no handler of " + event);
        }
        handler.handleRequest(
                new ByteArrayInputStream(event.substring(space + 1).getBytes(UTF_8)), output, context);
    }
}
