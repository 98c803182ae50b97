package io.belay.chain;

import io.belay.adapter.aws.testkit.AwsServer;
import java.net.URI;

/** The shop's system file: one alarm, one alias to put back, one topic that is told. */
final class SystemFile {
    private SystemFile() {}

    /** What is asked for health is whether {@code alive} takes a connection. */
    static String text(URI alive, String topic) {
        return """
                system: shop
                environment: test
                cloud: { provider: aws, region: %s }
                health:
                  checks:
                    - name: alive
                      tcp: { host: %s, port: %d, expect: { open: true } }
                rollback:
                  when: { alarms: [{ cloudwatch: { alarm: %s } }] }
                  soak: 1s
                  steps:
                    - lambda: { function: %s, alias: %s }
                  verify: { within: 30s, every: 1s }
                announce:
                  - sns: { topic: "%s" }
                """.formatted(
                        AwsServer.REGION, alive.getHost(), alive.getPort(), Alarm.NAME, Cloud.SHOP, Cloud.LIVE, topic);
    }
}
