package io.belay.adapter.net.prometheus;

import java.util.List;
import java.util.stream.Stream;

/** What picks alerts, in the words that Alertmanager and PromQL have in common. */
final class Matchers {
    private Matchers() {}

    /** {@code alertname="NAME"}, and what else has to hold. */
    static List<String> of(String alarm, List<String> more) {
        return Stream.concat(Stream.of("alertname=\"" + quoted(alarm) + "\""), more.stream())
                .toList();
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
