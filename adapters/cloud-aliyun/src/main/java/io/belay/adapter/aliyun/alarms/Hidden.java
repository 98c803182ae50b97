package io.belay.adapter.aliyun.alarms;

import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.Redactor;
import io.belay.core.alarm.Channel;
import java.util.List;

/** A refusal may say back what was sent: addresses by which anybody could speak are put out of it. */
final class Hidden {
    private Hidden() {}

    /** One write. */
    interface Write {
        void run() throws InterruptedException;
    }

    /** Makes {@code write}, in whose faults stands no secret address of {@code channels}. */
    static void within(List<? extends Channel> channels, Write write) throws InterruptedException {
        try {
            write.run();
        } catch (PortException failed) {
            var redactor = Redactor.NONE;
            for (var each : channels) {
                redactor = switch (each) {
                    case Channel.Webhook(var url) -> redactor.with(url.reveal(), "[webhook]");
                    case Channel.DingTalk(var url) -> redactor.with(url.reveal(), "[dingtalk]");
                    case Channel.Email _,
                            Channel.Sms _,
                            Channel.Slack _,
                            Channel.Function _,
                            Channel.Topic _,
                            Channel.Queue _ -> redactor;
                };
            }
            var fault = failed.fault();
            // No cause: it holds what was just put out.
            throw new PortException(new Fault(fault.kind(), redactor.redact(fault.message())));
        }
    }
}
