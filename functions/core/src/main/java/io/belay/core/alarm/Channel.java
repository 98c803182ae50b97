package io.belay.core.alarm;

import static java.util.Objects.requireNonNull;

import io.belay.core.Fingerprint;
import io.belay.core.settings.Text;
import java.net.URI;
import java.util.List;

/** One way to tell a receiver. */
public sealed interface Channel {
    /** Its word in the system file. */
    String word();

    /** Where it leads, fit to be compared and shown: an address that is a secret is shown by its host and fingerprint. */
    String shown();

    /** A letter. */
    record Email(Text address) implements Channel {
        public Email {
            requireNonNull(address, "address");
        }

        @Override
        public String word() {
            return "email";
        }

        @Override
        public String shown() {
            return address.reveal();
        }
    }

    /** A short message. */
    record Sms(Text number) implements Channel {
        public Sms {
            requireNonNull(number, "number");
        }

        @Override
        public String word() {
            return "sms";
        }

        @Override
        public String shown() {
            return number.reveal();
        }
    }

    /** A POST in the store's own shape. Who knows the address may post there. */
    record Webhook(Text url) implements Channel {
        public Webhook {
            requireNonNull(url, "url");
        }

        @Override
        public String word() {
            return "webhook";
        }

        @Override
        public String shown() {
            return hidden(url);
        }
    }

    /** A robot in a DingTalk group. Who knows the address may speak there. */
    record DingTalk(Text url) implements Channel {
        public DingTalk {
            requireNonNull(url, "url");
        }

        @Override
        public String word() {
            return "dingtalk";
        }

        @Override
        public String shown() {
            return hidden(url);
        }
    }

    /** A Slack channel's incoming webhook. Who knows the address may speak there. */
    record Slack(Text url) implements Channel {
        public Slack {
            requireNonNull(url, "url");
        }

        @Override
        public String word() {
            return "slack";
        }

        @Override
        public String shown() {
            return hidden(url);
        }
    }

    /**
     * A function that is called, and may be called by alarms: permission is part of it.
     *
     * @param address its ARN, of an alias or version where there is one
     */
    record Function(String address) implements Channel {
        public Function {
            requireNonNull(address, "address");
        }

        @Override
        public String word() {
            return "function";
        }

        @Override
        public String shown() {
            return address;
        }
    }

    /**
     * A topic that is there already and another's: SNS, MNS.
     *
     * @param address its ARN
     */
    record Topic(String address) implements Channel {
        public Topic {
            requireNonNull(address, "address");
        }

        @Override
        public String word() {
            return "topic";
        }

        @Override
        public String shown() {
            return address;
        }
    }

    /**
     * A queue that is there already and another's: SQS, MNS.
     *
     * @param address its ARN
     */
    record Queue(String address) implements Channel {
        public Queue {
            requireNonNull(address, "address");
        }

        @Override
        public String word() {
            return "queue";
        }

        @Override
        public String shown() {
            return address;
        }
    }

    private static String hidden(Text url) {
        var all = url.reveal();
        return host(all) + " (sha256 " + Fingerprint.of(List.of(all)).substring(0, 12) + ")";
    }

    private static String host(String url) {
        try {
            var host = URI.create(url).getHost();
            return host == null ? "an address without a host" : host;
        } catch (IllegalArgumentException _) {
            return "no address";
        }
    }
}
