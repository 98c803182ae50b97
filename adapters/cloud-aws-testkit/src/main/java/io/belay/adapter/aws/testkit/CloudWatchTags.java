package io.belay.adapter.aws.testkit;

import static io.belay.adapter.aws.testkit.Xml.element;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** ListTagsForResource and TagResource of alarms, by their ARNs. */
final class CloudWatchTags {
    private CloudWatchTags() {}

    /** The body of the answer. */
    static String answer(String action, Map<String, String> form, Collection<CloudWatchAlarm> alarms) {
        var arn = form.getOrDefault("ResourceARN", "");
        var alarm = alarms.stream()
                .filter(each -> each.arn().equals(arn))
                .findFirst()
                .orElseThrow(() -> new Refusal(404, "ResourceNotFoundException", "Unknown " + arn));
        if (action.equals("TagResource")) {
            var tags = new TreeMap<String, String>();
            for (int at = 1; form.containsKey("Tags.member." + at + ".Key"); at++) {
                tags.put(
                        form.getOrDefault("Tags.member." + at + ".Key", ""),
                        form.getOrDefault("Tags.member." + at + ".Value", ""));
            }
            alarm.tags().put(tags);
            return "";
        }
        var all = alarm.tags().all().entrySet().stream()
                .map(each ->
                        "<member>" + element("Key", each.getKey()) + element("Value", each.getValue()) + "</member>")
                .collect(Collectors.joining());
        return "<Tags>" + all + "</Tags>";
    }
}
