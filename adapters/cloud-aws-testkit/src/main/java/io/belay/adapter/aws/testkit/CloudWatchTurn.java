package io.belay.adapter.aws.testkit;

import static io.belay.adapter.aws.testkit.Xml.element;

import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.ObjectMapper;

/** A turn of an alarm's state, as its history tells it. */
record CloudWatchTurn(Instant at, String from, String to, String reason) {
    private static final ObjectMapper JSON = new ObjectMapper();

    String item(String alarm) {
        var data = JSON.writeValueAsString(Map.of(
                "version", "1.0",
                "oldState", Map.of("stateValue", from, "stateReason", "before"),
                "newState", Map.of("stateValue", to, "stateReason", reason)));
        return "<member>" + element("AlarmName", alarm) + element("AlarmType", "MetricAlarm")
                + element("Timestamp", at.toString()) + element("HistoryItemType", "StateUpdate")
                + element("HistorySummary", "Alarm updated from " + from + " to " + to)
                + element("HistoryData", data) + "</member>";
    }
}
