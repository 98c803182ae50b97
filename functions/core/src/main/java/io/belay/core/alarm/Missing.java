package io.belay.core.alarm;

/** What a period without data says. */
public enum Missing {
    /** That all is well: what counts errors has none when nobody calls. */
    GREEN("green"),
    /** That the limit is crossed: what should always report does not. */
    RED("red"),
    /** Nothing: the alarm stays as it is. */
    IGNORED("ignored"),
    /** That it cannot be told. */
    UNKNOWN("unknown");

    private final String word;

    Missing(String word) {
        this.word = word;
    }

    /** As the system file writes it. */
    public String word() {
        return word;
    }
}
