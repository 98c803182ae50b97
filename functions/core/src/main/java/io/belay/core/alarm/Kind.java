package io.belay.core.alarm;

/**
 * The kinds of things that are set, in the order in which they are made: what others point at comes first. They are deleted in
 * reverse.
 */
public enum Kind {
    /** Who is told: a topic and its subscriptions, contacts and their group. */
    RECEIVER("receiver", true),
    /** How long a log is kept. It is a setting of a log that is another's, and is never deleted. */
    RETENTION("retention", false),
    /** A metric made of what stands in a log. */
    METRIC_FILTER("metric filter", true),
    /** An alarm on a measure. */
    ALARM("alarm", true),
    /** An alarm on alarms. */
    COMPOSITE("composite alarm", true),
    /** Measures on one page. */
    DASHBOARD("dashboard", true),
    /** A search of logs that is kept by name. */
    SAVED_QUERY("saved query", true),
    /** A bound of costs. */
    BUDGET("budget", true);

    private final String word;
    private final boolean owned;

    Kind(String word, boolean owned) {
        this.word = word;
        this.owned = owned;
    }

    /** As people call it. */
    public String word() {
        return word;
    }

    /** Whether one has to bear its owner's mark before it is touched. */
    public boolean owned() {
        return owned;
    }
}
