package io.belay.adapter.aliyun.alarms;

import java.util.Optional;
import java.util.regex.Pattern;

/** What Log Service takes for a name: "lowercase letters, digits, hyphens and underscores", first and last a letter or a digit. */
final class LogNames {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{1,61}[a-z0-9]");

    private LogNames() {}

    /** Why {@code name} is none; empty where it is one. */
    static Optional<String> refused(String name) {
        return NAME.matcher(name).matches()
                ? Optional.empty()
                : Optional.of(
                        "Log Service takes names of 3 to 63 of a-z 0-9 - _, that begin and end with a letter or a digit");
    }
}
