package io.belay.adapter.aliyun.alarms;

import java.util.Optional;

/** What a name may be. The reference bounds none of these; a comma parts the names of groups in a rule. */
final class Names {
    private static final int LONGEST = 200;

    private Names() {}

    /** Why {@code name} can be no rule's; empty where it can. */
    static Optional<String> refused(String name) {
        return name.length() > LONGEST
                        || !name.equals(name.strip())
                        || name.chars().anyMatch(Character::isISOControl)
                ? Optional.of(
                        "a name is of 200 characters at most, none of them controls, and begins and ends with no space")
                : Optional.empty();
    }

    /** Why {@code name} can be no group's; empty where it can. */
    static Optional<String> refusedGroup(String name) {
        return name.indexOf(',') >= 0 ? Optional.of("a group of contacts has no comma in its name") : refused(name);
    }
}
