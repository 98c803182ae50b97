package peer;

import java.util.Map;
import java.util.TreeMap;

/** As much of it as a report of two texts wants. */
final class Json {
    private Json() {}

    static String of(Map<String, Object> report) {
        var text = new StringBuilder();
        for (var each : new TreeMap<>(report).entrySet()) {
            text.append(text.isEmpty() ? "{\"" : ",\"").append(each.getKey()).append("\":\"");
            text.append(each.getValue()).append('"');
        }
        return text.append('}').toString();
    }
}
