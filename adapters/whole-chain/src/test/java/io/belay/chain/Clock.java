package io.belay.chain;

import io.belay.adapter.aws.testkit.AwsServer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;
import software.amazon.awssdk.services.scheduler.model.GetScheduleResponse;

/**
 * EventBridge Scheduler, with the template's own schedules. Neither world's calls anybody, so that what is due is done here, with
 * what Scheduler holds: the target that it names is invoked with the input that it keeps.
 */
record Clock(SchedulerClient scheduler, Cloud cloud) {
    private static final String ROLE = "arn:aws:iam::" + AwsServer.ACCOUNT + ":role/belay-scheduler";

    void set(Template.Schedule schedule, String function) {
        scheduler.createSchedule(request -> request.name(schedule.name())
                .scheduleExpression(schedule.expression())
                .flexibleTimeWindow(window -> window.mode(FlexibleTimeWindowMode.OFF))
                .target(target -> target.arn(function).roleArn(ROLE).input(schedule.input())));
    }

    /** What the function that is due answers. */
    String due(String schedule) throws Exception {
        var kept = scheduler.getSchedule(request -> request.name(schedule));
        return cloud.invoke(kept.target().arn(), event(kept));
    }

    /** "Adding context attributes" in the EventBridge Scheduler User Guide. */
    private static String event(GetScheduleResponse kept) {
        return kept.target()
                .input()
                .replace(
                        "<aws.scheduler.scheduled-time>",
                        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
                .replace("<aws.scheduler.schedule-arn>", kept.arn())
                .replace("<aws.scheduler.execution-id>", "d32c5kddcf5bb8c3")
                .replace("<aws.scheduler.attempt-number>", "1");
    }
}
