package io.belay.chain;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** The shop's system file: one alarm, one alias to put back, one topic that is told. */
final class SystemFile {
    static final String ALARM = "shop-errors";
    static final String TOPIC = "oncall";

    private SystemFile() {}

    /** Written into {@code folder}; what is asked for health is whether {@code alive} takes a connection. */
    static Path in(Path folder, String region, URI alive) throws IOException {
        return Files.writeString(folder.resolve("shop.yaml"), text(region, alive));
    }

    static String text(String region, URI alive) {
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
                """.formatted(region, alive.getHost(), alive.getPort(), ALARM, Cloud.SHOP, Cloud.LIVE);
    }
}
