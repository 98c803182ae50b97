package io.belay.adapter.aliyun.alarms;

import io.belay.core.Fingerprint;
import io.belay.core.alarm.Owner;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The ids that we give to rules: whose a rule is, and always the same for the same name, so that to write twice makes one rule. What
 * is taken over keeps its id, by which others may know it, and bears the mark as a label.
 */
final class RuleName {
    /** The label of a rule that was taken over. */
    static final String OWNER = "belay_owner";

    private static final Pattern OURS = Pattern.compile("belay_([a-z0-9-]+)_([a-z0-9-]+)_[0-9a-f]{20}");

    private RuleName() {}

    /** The id of the rule of that name. */
    static String id(Owner owner, String name) {
        return "belay_" + owner.prefix() + Fingerprint.of(List.of(name)).substring(0, 20);
    }

    /** Whose the rule of that id is. */
    static Optional<Owner> owner(String id) {
        var match = OURS.matcher(id);
        return match.matches() ? Owner.read(match.group(1) + "/" + match.group(2)) : Optional.empty();
    }
}
