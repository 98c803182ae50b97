package io.belay.chain;

import java.io.IOException;
import java.util.List;

/**
 * Belay on a cloud as its template deploys it: each function under its alias, the clock's schedules, the alarm that calls the
 * rollback by its own action and by a topic, and the topic of the people who are told.
 */
record Scene(Cloud cloud, Clients clients, Mailbox alarms, Mailbox people, Alarm alarm, Clock clock, String release)
        implements AutoCloseable {
    static Scene on(Cloud cloud) throws IOException {
        var clients = Clients.at(cloud.endpoint());
        var people = new Mailbox(clients, "oncall");
        var file = SystemFile.text(cloud.inside(), people.topic());
        var rollback = cloud.deploy("RollbackHandler", file);
        var alarms = new Mailbox(clients, "belay-alarms");
        alarms.subscribe(clients.sns(), "lambda", rollback);
        var template = Template.read();
        var clock = new Clock(clients.scheduler(), cloud);
        clock.set(template.schedule("belay-verify"), cloud.deploy("VerifyHandler", file));
        clock.set(template.schedule("belay-stamp"), cloud.deploy("StampHandler", file));
        clock.set(template.schedule("belay-sweep"), rollback);
        return new Scene(
                cloud,
                clients,
                alarms,
                people,
                new Alarm(clients.cloudWatch(), List.of(rollback, alarms.topic())),
                clock,
                cloud.deploy("ReleaseHandler", file));
    }

    /** The version of the shop that serves. */
    String serving() {
        return clients.lambda()
                .getAlias(request -> request.functionName(Cloud.SHOP).name(Cloud.LIVE))
                .functionVersion();
    }

    /** It changes with each write to the alias. */
    String revision() {
        return clients.lambda()
                .getAlias(request -> request.functionName(Cloud.SHOP).name(Cloud.LIVE))
                .revisionId();
    }

    /** SNS delivers "at least once": the alarm's notification comes again, as it came. */
    void ringAgain() {
        var notification = alarms.letters().getLast();
        clients.sns()
                .publish(request -> request.topicArn(alarms.topic())
                        .subject(notification.subject())
                        .message(notification.text()));
    }

    @Override
    public void close() {
        clients.close();
    }
}
