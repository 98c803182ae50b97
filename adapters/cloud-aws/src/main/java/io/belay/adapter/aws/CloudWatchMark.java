package io.belay.adapter.aws;

import io.belay.core.alarm.Owner;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The owner's mark at the end of an alarm's description: {@code calls fail [belay shop/prod]}. DescribeAlarms tells it with the
 * alarm, a hundred at once, and PutMetricAlarm writes it with the alarm or not at all; tags would be asked for one alarm at a time,
 * and would be written beside the alarm.
 */
record CloudWatchMark(String description, Optional<Owner> owner) {
    /** The tag that says the same to people and to bills; nothing here reads it. */
    static final String TAG = "belay:owner";

    /** "AlarmDescription: length constraints: maximum length of 1024", PutMetricAlarm in the CloudWatch API Reference. */
    private static final int LONGEST = 1_024;

    private static final Pattern MARKED =
            Pattern.compile("(?:(.*) )?\\[belay ([a-z0-9-]+/[a-z0-9-]+)]", Pattern.DOTALL);

    /** What {@code said} is of. */
    static CloudWatchMark read(Optional<String> said) {
        var text = said.orElse("");
        var match = MARKED.matcher(text);
        if (match.matches()) {
            var owner = Owner.read(match.group(2));
            if (owner.isPresent()) {
                return new CloudWatchMark(Optional.ofNullable(match.group(1)).orElse(""), owner);
            }
        }
        return new CloudWatchMark(text, Optional.empty());
    }

    /** How many characters a description may have beside the mark of {@code owner}. */
    static int room(Owner owner) {
        return LONGEST - written(owner).length() - 1;
    }

    /** As CloudWatch is to keep it. */
    String written() {
        return owner.map(CloudWatchMark::written)
                .map(mark -> description.isEmpty() ? mark : description + " " + mark)
                .orElse(description);
    }

    private static String written(Owner owner) {
        return "[belay " + owner.mark() + "]";
    }
}
